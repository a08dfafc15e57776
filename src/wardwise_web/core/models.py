"""What this room keeps: the audit."""

from __future__ import annotations

from wardwise_web.core.audit.models import AuditEvent, ChainHead


__all__ = ["AuditEvent", "ChainHead"]

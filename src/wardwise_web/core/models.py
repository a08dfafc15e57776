"""What this room keeps: the audit, and what the framework keeps for a while."""

from __future__ import annotations

from wardwise_web.core.audit.models import AuditEvent, ChainHead
from wardwise_web.core.kept import KeptForAWhile


__all__ = ["AuditEvent", "ChainHead", "KeptForAWhile"]

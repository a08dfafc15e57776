"""Audit rows as sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from wardwise_web.core.audit.models import AuditEvent


@dataclass(frozen=True)
class Act:
    """One row as a page shows it."""

    sequence: int
    at: datetime
    who: str
    operation: str
    what: str
    of: str
    details: str
    reason: str
    recipients: str


def told(row: AuditEvent) -> Act:
    """The row in words: ``role.given`` reads as "role given"."""
    details = json.loads(row.details)
    return Act(
        sequence=row.sequence,
        at=datetime.fromisoformat(row.at),
        who=row.actor_name,
        operation=row.operation,
        what=row.event.replace(".", " ").replace("_", " "),
        of=f"{row.object_kind} {row.object_id}".strip(),
        details="; ".join(f"{name}: {value}" for name, value in details.items()),
        reason=row.reason,
        recipients=row.recipients,
    )

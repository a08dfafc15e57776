"""Audit rows as sentences: who did what to which thing, and what changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.audit.words import details_in_words, event_in_words, family_of


@dataclass(frozen=True)
class Act:
    """One row as a page shows it; ``recorded`` is what was written, which the words leave out."""

    sequence: int
    at: datetime
    who: str
    operation: str
    what: str
    of: str
    details: str
    reason: str
    recipients: str
    recorded: str


Names = Mapping[tuple[str, str, str], str]
"""Kind, number and family of a thing → what it is called."""


def _number(row: AuditEvent) -> str:
    return "" if row.object_id == "all" else row.object_id


def told(row: AuditEvent, names: Names) -> Act:
    """The row in words: ``role.given`` reads as "role given", and its thing has its name."""
    family = family_of(row.event)
    kind = family or row.object_kind
    name = names.get((row.object_kind, row.object_id, family), "")
    return Act(
        sequence=row.sequence,
        at=datetime.fromisoformat(row.at),
        who=row.actor_name,
        operation=row.operation,
        what=event_in_words(row.event),
        of=f"{kind} {_number(row)}".strip() + (f": {name}" if name else ""),
        details="; ".join(details_in_words(json.loads(row.details))),
        reason=row.reason,
        recipients=row.recipients,
        recorded=row.details,
    )

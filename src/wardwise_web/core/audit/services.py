"""The one way to write an audit row: inside the transaction of the change that it tells of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

from django.db import transaction

from wardwise_web.core.audit.chain import COLUMNS, row_hash
from wardwise_web.core.audit.models import AuditEvent, ChainHead
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.witness import bear_witness
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.thing import Thing


class NotInTransaction(RuntimeError):
    """An audit row that could be kept without its change, or lost with it kept."""


def record(
    event: str,
    *,
    by: Actor,
    thing: Thing,
    operation: Operation = Operation.ALTERATION,
    details: Mapping[str, object] | None = None,
    reason: str = "",
    recipients: str = "",
) -> AuditEvent:
    """Add one row to the chain; the witness outside the database is told once it is committed."""
    if not transaction.get_connection().in_atomic_block:
        raise NotInTransaction(f"'{event}' was to be audited outside a transaction.")
    # the lock on this one row is what makes writers follow one another
    head = ChainHead.objects.select_for_update().get(id=1)
    row = AuditEvent(
        sequence=head.sequence + 1,
        at=datetime.now(UTC).isoformat(timespec="microseconds"),
        operation=str(operation),
        event=event,
        partnership_id=thing.partnership_id,
        actor_id=by.person_id,
        actor_name=by.name,
        object_kind=str(thing.kind),
        object_id=str(thing.object_id),
        details=json.dumps(details or {}, sort_keys=True, ensure_ascii=False, default=str),
        reason=reason,
        recipients=recipients,
        previous_hash=head.hash,
    )
    row.hash = row_hash({name: getattr(row, name) for name in COLUMNS})
    row.save(force_insert=True)
    ChainHead.objects.filter(id=1).update(sequence=row.sequence, hash=row.hash)
    # robust: a disk that is full must not tell somebody that what was kept was not done; the log
    # has the fault, and the check says which rows wait for their witness
    transaction.on_commit(partial(bear_witness, row.sequence, row.hash), robust=True)
    return row


def note_reading(
    *, by: Actor, thing: Thing, details: Mapping[str, object] | None = None, reason: str = ""
) -> None:
    """That somebody read a restricted object: consultation, in the words of section 62."""
    with transaction.atomic():
        record(
            f"{thing.kind}.read",
            by=by,
            thing=thing,
            operation=Operation.CONSULTATION,
            details=details,
            reason=reason,
        )

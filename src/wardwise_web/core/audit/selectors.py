"""Reading the audit: for its check and for its auditor."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from wardwise_web.core.audit.chain import COLUMNS
from wardwise_web.core.audit.models import AuditEvent, ChainHead
from wardwise_web.core.audit.verify import Verdict, verify
from wardwise_web.core.audit.witness import witnessed
from wardwise_web.core.audit.words import NAMED, family_of


def verdict(witness: Path | None = None) -> Verdict:
    """Whether this installation's audit is whole, by its own witness or by a copy of it."""
    told = list(witnessed(witness or Path(settings.WITNESS)))
    with transaction.atomic():  # the rows and the head of one moment
        head = ChainHead.objects.get(id=1)
        rows = AuditEvent.objects.order_by("sequence").values(*COLUMNS, "hash").iterator()
        return verify(rows, head=(head.sequence, head.hash), witness=told)


def acts_in(partnership_id: int) -> QuerySet[AuditEvent]:
    """Everything that was done in a partnership, the newest first."""
    return AuditEvent.objects.filter(partnership_id=partnership_id).order_by("-sequence")


def acts_of(person_id: int, partnership_id: int) -> QuerySet[AuditEvent]:
    """What one person did there."""
    return acts_in(partnership_id).filter(actor_id=person_id)


def names_in(rows: Iterable[AuditEvent]) -> dict[tuple[str, str, str], str]:
    """What the things of these rows were called when they began, as the audit itself has it."""
    shown = list(rows)
    begun = AuditEvent.objects.filter(
        event__in=NAMED,
        partnership_id__in={row.partnership_id for row in shown},
        object_id__in={row.object_id for row in shown},
    )
    return {
        (row.object_kind, row.object_id, family_of(row.event)): str(
            json.loads(row.details).get(NAMED[row.event], "")
        ).replace("_", " ")
        for row in begun
    }

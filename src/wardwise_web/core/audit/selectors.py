"""Reading the audit: for its check and for its auditor."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from wardwise_web.core.audit.chain import COLUMNS
from wardwise_web.core.audit.models import AuditEvent, ChainHead
from wardwise_web.core.audit.verify import Verdict, verify
from wardwise_web.core.audit.witness import witnessed


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

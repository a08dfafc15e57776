"""Sharing agreements: entered, renewed, and the datasets that stand under each."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass

from django.db import transaction

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.models import AgreementTerm, Dataset, SharingAgreement
from wardwise_web.evidence.rules import check_under
from wardwise_web.people.models import Partnership


@dataclass(frozen=True)
class Terms:
    """From when until when, and what is to be said of that."""

    starts_on: datetime.date
    ends_on: datetime.date
    note: str = ""


@dataclass(frozen=True)
class Agreed:
    """What an agreement says of itself for as long as it is renewed."""

    name: str
    parties: str
    purpose: str
    renewer: str


def enter_agreement(
    *, partnership: Partnership, agreed: Agreed, terms: Terms, by: Actor
) -> SharingAgreement:
    """An agreement with its first term."""
    check_can(by, Verb.WRITE, Thing(Kind.AGENCY, partnership.pk))
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        if partnership.agreements.filter(name=agreed.name).exists():
            raise MoveRefused(
                f"There is an agreement named '{agreed.name}' already: renew that one."
            )
        made = SharingAgreement.objects.create(partnership=partnership, **asdict(agreed))
        _add_term(made, terms, by)
        details = {**asdict(agreed), "ends": terms.ends_on}
        record("agreement.entered", by=by, thing=made.as_thing(), details=details)
    return made


def renew_agreement(*, agreement: SharingAgreement, terms: Terms, by: Actor) -> AgreementTerm:
    """A further term; what was before stays as it was entered."""
    check_can(by, Verb.WRITE, agreement.as_thing())
    with transaction.atomic():
        locked = SharingAgreement.objects.select_for_update().get(pk=agreement.pk)
        if terms.ends_on <= locked.term.ends_on:
            raise MoveRefused("A renewal ends later than the term before it.")
        made = _add_term(locked, terms, by)
        details = {"starts": terms.starts_on, "ends": terms.ends_on, "note": terms.note}
        record("agreement.renewed", by=by, thing=locked.as_thing(), details=details)
    return made


def put_under(
    *, dataset: Dataset, agreement: SharingAgreement | None, by: Actor, because: str = ""
) -> None:
    """The agreement under which a dataset is shared, or why there is none."""
    check_can(by, Verb.CREATE, dataset.as_thing())
    if agreement is not None and agreement.partnership_id != dataset.partnership_id:
        raise MoveRefused("That agreement is another partnership's.")
    check_under(agreement, because=because)
    with transaction.atomic():
        locked = Dataset.objects.select_for_update().get(pk=dataset.pk)
        was = locked.agreement.name if locked.agreement else locked.no_agreement_because
        locked.agreement, locked.no_agreement_because = agreement, because.strip()
        locked.save(update_fields=["agreement", "no_agreement_because"])
        details = {"was": was, "now": agreement.name if agreement else because.strip()}
        record("dataset.put_under_agreement", by=by, thing=locked.as_thing(), details=details)


def _add_term(agreement: SharingAgreement, terms: Terms, by: Actor) -> AgreementTerm:
    if terms.ends_on < terms.starts_on:
        raise MoveRefused("An agreement ends after it starts.")
    return AgreementTerm.objects.create(agreement=agreement, by_id=by.person_id, **asdict(terms))

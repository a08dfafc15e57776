"""Definitions: a new version, signed by somebody else; breaks in the series."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.performance.models import Break, Definition
from wardwise_web.performance.rules import check_signer, faults_of_definition
from wardwise_web.performance.terms import DefinitionTerms
from wardwise_web.plan.models import Indicator
from wardwise_web.plan.rules import author_of, refuse_faults


def define(*, indicator: Indicator, terms: DefinitionTerms, by: Actor) -> Definition:
    """A new version of the card; the one before stays with the readings that were made by it."""
    check_can(by, Verb.WRITE, indicator.as_thing())
    refuse_faults(faults_of_definition(terms))
    with transaction.atomic():
        Indicator.objects.select_for_update().get(pk=indicator.pk)
        last = indicator.definitions.aggregate(last=Max("version"))["last"] or 0
        made = Definition.objects.create(
            indicator=indicator, version=last + 1, written_by_id=author_of(by), **vars(terms)
        )
        details = {"version": made.version, "numerator": terms.numerator}
        record("indicator.defined", by=by, thing=indicator.as_thing(), details=details)
    return made


def sign_definition(*, definition: Definition, by: Actor) -> None:
    """The assurer signs a version, and never their own."""
    check_can(by, Verb.SIGN, definition.indicator.as_thing())
    with transaction.atomic():
        locked = Definition.objects.select_for_update().get(pk=definition.pk)
        check_signer(locked, by)
        locked.signed_by_id, locked.signed_at = author_of(by), timezone.now()
        locked.save(update_fields=["signed_by", "signed_at"])
        details = {"version": locked.version}
        thing = definition.indicator.as_thing()
        record("indicator.signed", by=by, thing=thing, details=details)


def declare_break(*, indicator: Indicator, month: date, what: str, source: str, by: Actor) -> Break:
    """From this month on it is counted otherwise: comparisons across it are blank from now."""
    check_can(by, Verb.WRITE, indicator.as_thing())
    first = month.replace(day=1)
    with transaction.atomic():
        locked = Indicator.objects.select_for_update().get(pk=indicator.pk)
        if locked.breaks.filter(month=first).exists():
            raise MoveRefused("A break in that month is on the ledger already.")
        made = Break.objects.create(
            indicator=indicator,
            month=first,
            what=what,
            source=source,
            declared_by_id=author_of(by),
        )
        details = {"month": made.month, "what": what, "source": source}
        record("indicator.broken", by=by, thing=indicator.as_thing(), details=details)
    return made


def sign_break(*, broken: Break, by: Actor) -> None:
    """The assurer signs an entry of the ledger."""
    check_can(by, Verb.SIGN, broken.indicator.as_thing())
    with transaction.atomic():
        locked = Break.objects.select_for_update().get(pk=broken.pk)
        if by.person_id == locked.declared_by_id or locked.signed_by_id is not None:
            raise MoveRefused("Somebody who did not declare it signs it, once.")
        locked.signed_by_id, locked.signed_at = author_of(by), timezone.now()
        locked.save(update_fields=["signed_by", "signed_at"])
        details = {"break": locked.pk}
        record("break.signed", by=by, thing=locked.indicator.as_thing(), details=details)


def publish_indicator(*, indicator: Indicator, by: Actor) -> None:
    """From now on the public may read it: by the manager."""
    check_can(by, Verb.APPROVE, indicator.as_thing())
    with transaction.atomic():
        locked = Indicator.objects.select_for_update().get(pk=indicator.pk)
        locked.state = "published"
        locked.save(update_fields=["state"])
        record("indicator.published", by=by, thing=locked.as_thing())

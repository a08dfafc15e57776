"""Who may hand in what, where the table of rights does not say it all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from wardwise_web.core.jinja import day
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.roles import Role
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.kinds import kind_named
from wardwise_web.evidence.models import Dataset, SharingAgreement
from wardwise_web.people.models import Agency, Partnership


def may_hand_in_for(actor: Actor, agency: Agency) -> bool:
    """An analyst takes in for any agency of the partnership, a contributor for their own."""
    if agency.partnership_id != actor.partnership_id or agency.left_on is not None:
        return False
    own = {one.agency_id for one in actor.holdings if one.role == Role.CONTRIBUTOR}
    return Role.ANALYST in actor.roles or agency.pk in own


def check_may_declare(
    actor: Actor, partnership: Partnership, agency: Agency, *, is_record_level: bool
) -> None:
    """Refuse with the sentence that says whose files these are."""
    kind = Kind.RECORD_DATASET if is_record_level else Kind.DATASET
    check_can(actor, Verb.CREATE, Thing(kind, partnership.pk))
    if not may_hand_in_for(actor, agency):
        raise MoveRefused(f"Only an analyst or somebody of {agency.name} can hand in its files.")


def check_under(agreement: SharingAgreement | None, *, because: str) -> None:
    """A dataset stands under an agreement, or somebody says why it needs none: one of the two."""
    if (agreement is None) is not bool(because.strip()):
        raise MoveRefused("Choose the sharing agreement, or say why there is none: one of the two.")


def why_not_shared(dataset: Dataset, *, on: datetime.date) -> str:
    """The sentence that stops a file: which agreement, since when, and who can renew it."""
    agreement = dataset.agreement
    if agreement is None or agreement.is_in_force(on):
        return ""
    term = agreement.term
    when = f"ended on {day(term.ends_on)}"
    if on < term.starts_on:
        when = f"begins on {day(term.starts_on)}"
    return (
        f"The sharing agreement '{agreement}' {when}. {agreement.renewer} can renew it; the manager"
        " or an administrator then enters the new dates"
    )


def lapsed_of(datasets: Iterable[Dataset], *, on: datetime.date) -> list[str]:
    """For a build: what is held of datasets whose agreement is not in force."""
    held = ((one, why_not_shared(one, on=on)) for one in datasets)
    return [
        f"{kind_named(one.kind).title}: {many} {'file' if many == 1 else 'files'}. {why}."
        for one, why in held
        if why and (many := one.files.filter(erased_at__isnull=True).count())
    ]

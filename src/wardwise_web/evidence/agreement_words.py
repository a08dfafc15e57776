"""Sharing agreements as pages show them: how each stands, and what is shared under it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wardwise_web.core.jinja import day
from wardwise_web.evidence.kinds import kinds
from wardwise_web.evidence.models import Dataset, SharingAgreement
from wardwise_web.evidence.quality_tables import Table


def agreement_in_words(agreement: SharingAgreement, *, on: datetime.date) -> str:
    """Its name, and until when it holds or held."""
    term = agreement.term
    if agreement.is_in_force(on):
        return f"{agreement}, until {day(term.ends_on)}"
    if on < term.starts_on:
        return f"{agreement}, from {day(term.starts_on)}"
    return f"{agreement}, ended on {day(term.ends_on)}"


def under_in_words(dataset: Dataset, *, on: datetime.date) -> str:
    """The agreement that a dataset stands under, or why under none."""
    if dataset.agreement is not None:
        return agreement_in_words(dataset.agreement, on=on)
    if dataset.no_agreement_because:
        return f"No agreement: {dataset.no_agreement_because}"
    return "No agreement is named yet"


def supply_agreements(datasets: Sequence[Dataset], *, on: datetime.date) -> Table:
    """For the supply tracker: under what each dataset is supplied, and whether that holds."""
    titles = {one.name: one.title for one in kinds()}
    return {
        "title": "Sharing agreements",
        "headings": ["Dataset", "From", "Sharing agreement", "Standing"],
        "rows": [
            [
                titles.get(one.kind, one.kind),
                one.agency.name,
                under_in_words(one, on=on),
                _standing(one.agreement, on=on)[0] if one.agreement else "No agreement",
            ]
            for one in datasets
        ],
    }


@dataclass(frozen=True)
class AgreementRow:
    """One line of the register of sharing agreements."""

    agreement: SharingAgreement
    word: str
    tag: str
    datasets: tuple[str, ...]  # those that this person knows of


SOON = datetime.timedelta(days=60)


def agreement_rows(
    agreements: Iterable[SharingAgreement], datasets: Sequence[Dataset], *, on: datetime.date
) -> list[AgreementRow]:
    """Agreements with how they stand on a day and what is shared under each."""
    titles = {one.name: one.title for one in kinds()}
    return [
        AgreementRow(
            one,
            *_standing(one, on=on),
            tuple(titles[each.kind] for each in datasets if each.agreement_id == one.pk),
        )
        for one in agreements
    ]


def _standing(one: SharingAgreement, *, on: datetime.date) -> tuple[str, str]:
    if not one.is_in_force(on):
        return ("Ended" if on > one.term.ends_on else "Not begun"), "govuk-tag--red"
    if one.term.ends_on < on + SOON:
        return "Ends soon", "govuk-tag--yellow"
    return "In force", "govuk-tag--green"

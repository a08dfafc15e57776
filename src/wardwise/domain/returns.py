"""Aggregate returns of partners: so many of a thing in a period, of so many, with nobody in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from wardwise.domain.period import Period
from wardwise.domain.period_words import period_of


DATASETS = ("drug_tests", "treatment", "youth_justice", "probation", "marac")


@dataclass(frozen=True)
class ReturnLine:
    """One number of a return.

    ``item`` is our name of what is counted. ``value`` is None where the supplier withholds it,
    and it is then at most ``at_most``, where that is known. ``of`` is its denominator, None
    where it is not given or withheld.
    """

    item: str
    period: Period
    category: str
    cohort: str
    value: float | None
    at_most: float | None = None
    of: float | None = None


@dataclass(frozen=True)
class PartnerReturn:
    """What one dataset holds of the partnership, with the marking of its files.

    ``called`` maps our names of items to the words of the supplier; ``unknown`` are words that
    we have no name for. ``areas`` are the areas, as the return writes them, that are ours.
    """

    dataset: str
    lines: tuple[ReturnLine, ...]
    areas: tuple[str, ...]
    suppliers: tuple[str, ...]
    marking: str
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    @cached_property
    def by_item(self) -> Mapping[str, tuple[ReturnLine, ...]]:
        """Lines by our name of the item, in the order of the file."""
        found: dict[str, list[ReturnLine]] = {}
        for line in self.lines:
            found.setdefault(line.item, []).append(line)
        return {item: tuple(lines) for item, lines in found.items()}


@dataclass(frozen=True)
class CohortWords:
    """What a return says of a cohort: who, when they entered, and for how long followed."""

    who: str
    entered: Period
    follow_up_months: int
    waiting_months: int | None


_ENTERED = re.compile(
    r"(?P<first>\d{4}-\d{2}|[A-Za-z]+(?: \d{4})?) (?:to|-|–) (?P<last>\d{4}-\d{2}|[A-Za-z]+ \d{4})"
    r"|(?P<year>\d{4}/\d{2,4})"
)
_FOLLOWED = re.compile(r"follow\w*(?:[ -]up)?(?: (?:for|of|over))? (\d+) months?", re.IGNORECASE)
_WAITED = re.compile(r"(\d+) (?:more )?(?:months? )?(?:more )?(?:for proof|to be proved)")


def cohort_of(text: str) -> CohortWords | None:
    """Who, from when and for how long, as a return writes it; None where it does not say all.

    >>> said = cohort_of("Children dealt with January to March 2023, followed for 12 months")
    >>> said.who, str(said.entered), said.follow_up_months
    ('Children dealt with', '2023-01/2023-03', 12)
    >>> cohort_of("Caseload of 2023") is None
    True
    """
    entered, followed = _ENTERED.search(text), _FOLLOWED.search(text)
    if entered is None or followed is None:
        return None
    period = period_of(entered["year"] or f"{entered['first']} to {entered['last']}")
    if period is None:
        return None
    waited = _WAITED.search(text)
    return CohortWords(
        who=text[: entered.start()].strip(" ,:;") or "People",
        entered=period,
        follow_up_months=int(followed[1]),
        waiting_months=int(waited[1]) if waited else None,
    )

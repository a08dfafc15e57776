"""The state of a series that broke: its first whole year since is the base of what follows."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.text import Text, say
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Month, Period
from wardwise.figures.desk import Desk


YEAR = 12  # months


@dataclass(frozen=True)
class Baselining:
    """Since when a group is counted anew, its first year so, and the first that can be compared."""

    offence: str | None
    since: Month
    what: str
    base: Period
    comparable: Period

    def is_base_whole(self, last: Month) -> bool:
        """Whether the first year since the break has ended by the month."""
        return self.base.last <= last


def baselining(desk: Desk, offence: str | None) -> Baselining | None:
    """The last break of the settings that keeps the year from being compared; None if none does."""
    found = [
        (month, what)
        for month, group, what in desk.evidence.breaks
        if group in ("", offence) and desk.before.first < month <= desk.latest.last
    ]
    if not found:
        return None
    since, what = max(found)
    base = Period(since, since.plus(YEAR - 1))
    return Baselining(
        offence, since, what, base, Period(since.plus(YEAR), since.plus(2 * YEAR - 1))
    )


def baselining_words(one: Baselining, last: Month) -> Text:
    """What is waited for, and until when."""
    name = one.offence or ALL_RECORDED_CRIME
    if not one.is_base_whole(last):
        return say(
            "{name} is in its baselining year: since {since} it is counted anew ({what}). The year "
            "to {base} will be its base, and the year to {first} the first that can be compared.",
            name=name,
            since=one.since.label,
            what=one.what,
            base=one.base.last.label,
            first=one.comparable.last.label,
        )
    return say(
        "{name} has its base, the year to {base}, since it is counted anew ({what}). The year to "
        "{first} will be the first that can be compared.",
        name=name,
        base=one.base.last.label,
        what=one.what,
        first=one.comparable.last.label,
    )

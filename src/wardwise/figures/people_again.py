"""Everything on the same again: the same people of a role, or the same addresses."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_repeats import (
    MostRepeatedShare,
    most_repeated,
    most_repeated_addresses,
    repeat_figure,
)
from wardwise.figures.people_selected import Selected
from wardwise.figures.repeat_events import ADDRESS, Events, address_events, people_events
from wardwise.figures.repeat_years import (
    CourseLine,
    YearAgainstYear,
    course_lines,
    year_against_year,
)


COMPARED = ("victim", ADDRESS)
BY_POLICE = "how often the same people are suspected follows where the police look"


@dataclass(frozen=True)
class Again:
    """Within twelve months, how soon, year against year, and what the most repeated hold.

    ``what`` is a role or 'address'; each part says why it is not known where it is not.
    """

    what: str
    share: Figure | NotKnown
    course: tuple[CourseLine, ...] | NotKnown
    years: YearAgainstYear | NotKnown
    most: tuple[MostRepeatedShare, ...] | NotKnown


def people_again(found: Selected, *, role: str) -> Again:
    """The people of a role."""
    return _again(people_events(found, role), role, most_repeated(found, role=role))


def addresses_again(found: Selected) -> Again:
    """The addresses, where points stand for them."""
    return _again(address_events(found), ADDRESS, most_repeated_addresses(found))


def _again(
    events: Events | NotKnown, what: str, most: tuple[MostRepeatedShare, ...] | NotKnown
) -> Again:
    if isinstance(events, NotKnown):
        return Again(what, events, events, events, most)
    share = repeat_figure(events)
    if isinstance(share, NotKnown):
        return Again(what, share, share, share, most)
    years = year_against_year(events) if what in COMPARED else NotKnown(BY_POLICE)
    return Again(what, share, course_lines(events), years, most)

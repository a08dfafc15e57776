"""What another partner's file holds that bears on a theme: told beside it, never added to it."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import RECORDED_CRIME
from wardwise.figures.desk import Desk
from wardwise.figures.people_found import FEWEST, PeopleFound, found_of
from wardwise.figures.people_hours import Hours, hours
from wardwise.figures.people_selected import Selected
from wardwise.figures.theme_rows import chosen_of
from wardwise.figures.themes import held_rows
from wardwise.reference.load import Row, load_table


YEAR = 12  # months
CRIME_WITHOUT_PEOPLE = NotKnown("calls name nobody")


@dataclass(frozen=True, eq=False)
class Beside:
    """Rows of another file in the year; people where they are crimes."""

    called: str  # in the plural, inside a sentence
    noun: str  # in one word
    selected: Selected
    people: PeopleFound | NotKnown
    hours: Hours | NotKnown

    @property
    def is_crime(self) -> bool:
        """Whether they are recorded crimes."""
        return self.selected.chosen.dataset == RECORDED_CRIME


def beside_theme(desk: Desk, name: str) -> tuple[Beside, ...]:
    """In the order of the table ``theme_beside``; one that is not held, or of few, is left out."""
    rows = (row for row in load_table("theme_beside").rows if row["candidate"] == name)
    made = [_beside(desk, row) for row in rows]
    return tuple(one for one in made if one is not None)


def _beside(desk: Desk, row: Row) -> Beside | None:
    held = held_rows(desk, str(row["dataset"]))
    if isinstance(held, NotKnown):
        return None
    chosen, _ = chosen_of(desk, row, held)
    if chosen is None or chosen.period.length < YEAR:
        return None
    found = Selected(desk, held, str(row["name"]), chosen)
    if found.n < FEWEST:
        return None
    is_crime = chosen.dataset == RECORDED_CRIME
    people = found_of(found) if is_crime else CRIME_WITHOUT_PEOPLE
    return Beside(
        called=str(row["plural"]),
        noun=str(row["noun"]),
        selected=found,
        people=people,
        hours=hours(found) if isinstance(people, NotKnown) else people.hours,
    )

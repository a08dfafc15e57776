"""What rates add to the table of the people of a role: two columns, and their base in a note."""

from __future__ import annotations

from wardwise.document.blocks import Cell, Column
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_found import RoleFound


def rate_columns(part: RoleFound) -> tuple[Column, ...]:
    """None where no residents are held."""
    if isinstance(part.rated, NotKnown):
        return ()
    return (Column("Per 1,000 residents"), Column("95% interval of the rate", quiet=True))


def rate_cells(part: RoleFound, by: str) -> list[tuple[Cell, ...]]:
    """Cells of each group of a property, then those of the people whose group is not known."""
    groups = part.groups[by].groups
    if isinstance(part.rated, NotKnown):
        return [()] * (len(groups) + 1)
    rates = part.rated.by.get(by)
    if rates is None:
        return [("", "")] * (len(groups) + 1)
    return [*((decimal(rate), between(rate, 1)) for rate in rates.rates), ("", "")]


def rate_notes(part: RoleFound) -> tuple[Text, ...]:
    """The base of each rate, and who is in none."""
    if isinstance(part.rated, NotKnown):
        return ()
    bases = dict.fromkeys(rates.base.called for rates in part.rated.by.values())
    properties = {
        called: [by for by, rates in part.rated.by.items() if rates.base.called == called]
        for called in bases
    }
    told = [f"{' and '.join(names)} by {called}" for called, names in properties.items()]
    return (say(f"Rates: {'; '.join(told)}. People whose group is not known are in none."),)

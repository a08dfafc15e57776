"""What another service counts: a year's rows of its file, the change, and each quarter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Chosen
from wardwise.domain.period import Period
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_selected import Selected, period_of
from wardwise.figures.service_months import (
    YEAR,
    in_both_years,
    is_rare,
    quarters_held,
    whole_of,
    without_few,
)
from wardwise.figures.sparse_counts import sparse_change, sparse_count
from wardwise.figures.themes import theme


FEWEST = 20
"""Rows of a year; fewer are told one by one."""
FIRE = "Fire"


@dataclass(frozen=True, eq=False)
class Service:
    """One kind of row of one service's file.

    ``compared`` are the months of the year that the change is of: all of them, or where the
    year before lacks some, the longest run that both years hold. ``quarters`` are of every year
    that the file reaches into; one that it does not hold whole is not known.
    """

    selected: Selected
    plural: str
    count: Figure
    change: Figure
    quarters: tuple[Figure, ...]

    @property
    def source(self) -> str:
        """The id of the dataset."""
        return self.selected.chosen.source

    @property
    def compared(self) -> Period:
        """The months that the change is of."""
        return self.change.period

    @property
    def is_whole(self) -> bool:
        """Whether the change is of the whole year."""
        return self.compared == self.count.period


def service(
    desk: Desk, dataset: str, *, name: str, plural: str, kinds: Sequence[str] = ()
) -> Service | NotKnown:
    """The rows of those kinds, or all of them, in the year."""
    held = desk.evidence.recorded_incidents.get(dataset)
    if held is None:
        return NotKnown("no partner has supplied a file of it")
    period = period_of(desk.latest, held.period if is_rare(held) else whole_of(held))
    chosen = Chosen(desk.area.code, period, offences=tuple(kinds), dataset=dataset)
    return service_of(Selected(desk, held, name, chosen), desk, plural=plural)


def holds_year(desk: Desk, dataset: str) -> bool:
    """Whether a year of the file is held, so that the chapter on other services tells it."""
    named = ("a year of", dataset)
    return desk.once(
        named, lambda: isinstance(service(desk, dataset, name=dataset, plural=""), Service)
    )


def deliberate_fires(desk: Desk) -> Service | NotKnown:
    """As the theme of fire counts them."""
    counted = theme(desk, FIRE)
    if isinstance(counted, NotKnown):
        return counted
    return service_of(counted.selected, desk, plural=counted.plural)


def service_of(found: Selected, desk: Desk, *, plural: str) -> Service | NotKnown:
    """The chosen rows of a file, in the year that they are chosen of."""
    if found.chosen.period.length < YEAR:
        return NotKnown("the file holds less than a year")
    if found.n < FEWEST:
        return NotKnown(f"fewer than {FEWEST} of the year are in the file")
    if is_rare(found.held):
        return _sparse(found, plural)
    on = extract_desk(desk, found, group=None, unlocated=True)
    if isinstance(on, NotKnown):
        return on
    period = found.chosen.period
    compared = in_both_years(period, found.held.months)
    change = change_figure(
        on, area=desk.area, period=compared, before=compared.earlier(YEAR), offence=found.name
    )
    quarters = [_counted(on, quarter) for quarter in quarters_held(found)]
    return Service(found, plural, _counted(on, period), change, without_few(found, quarters))


def _counted(on: ExtractDesk, period: Period) -> Figure:
    figure = offences_figure(on, area=on.area, period=period, offence=on.selected.name)
    return replace(figure, unit=Unit.RECORDS)


def _sparse(found: Selected, plural: str) -> Service:
    """A rare thing: what is counted is printed, and the test takes each row for its own."""
    counts = [sparse_count(found.other(period=quarter)) for quarter in quarters_held(found)]
    quarters = without_few(found, counts)
    return Service(found, plural, sparse_count(found), sparse_change(found), quarters)

"""The sums: cases and repeats, who referred, what came of it."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.conferences.findings import (
    Agency,
    ConferenceFindings,
    Conferences,
)
from wardwise.chapters.conferences.key_findings import key_findings
from wardwise.domain.figure import Figure
from wardwise.figures.desk import Desk
from wardwise.figures.funnels import funnel
from wardwise.figures.people_withheld import FEW
from wardwise.figures.return_spans import Named, Span
from wardwise.figures.returned import Returned, returned
from wardwise.figures.returned_changes import change_of
from wardwise.figures.returned_moves import Moved, moved
from wardwise.figures.returned_parts import parts_told
from wardwise.figures.returned_shares import Ratio, ratio


HEARD, REPEATS, CHILDREN = Named("heard"), Named("repeats"), Named("children")
REFERRED_BY = "referred_by"


def analyse(desk: Desk) -> ConferenceFindings:
    """The latest year of the return."""
    held = returned(desk, "marac")
    found = ConferenceFindings(
        area=desk.area,
        conferences=_conferences(held) if held else None,
        unknown=held.held.unknown if held else (),
        key_findings=(),
    )
    return replace(found, key_findings=key_findings(found))


def _conferences(found: Returned) -> Conferences | None:
    if not found.has("heard"):
        return None
    years = found.years(HEARD)
    repeats = _repeats(found, years)
    return Conferences(
        source=found.source,
        span=years[-1],
        heard=found.told(HEARD, years[-1]),
        change=change_of(found, HEARD, years[-2], years[-1]) if len(years) > 1 else None,
        repeats=repeats[-1] if repeats else None,
        repeats_moved=_moved(found, repeats),
        children=found.told(CHILDREN, years[-1]) if found.has("children") else None,
        agencies=_agencies(found, years[-1]),
        funnel=funnel(found),
    )


def _repeats(found: Returned, years: tuple[Span, ...]) -> list[Ratio]:
    """Of the cases heard, where both are of the same year."""
    held = found.years(REPEATS)
    return [ratio(found, REPEATS, HEARD, year) for year in years if year in held]


def _moved(found: Returned, repeats: list[Ratio]) -> Moved | None:
    return moved(found, repeats[-2], repeats[-1]) if len(repeats) > 1 else None


def _agencies(found: Returned, span: Span) -> tuple[Agency, ...]:
    """The one that refers most first; the number of one may not be reckoned from the others."""
    parts = parts_told(found, REFERRED_BY, span)
    made = [
        Agency(part.name, part.told, _share(found, part.name, span, is_hidden=part.is_hidden))
        for part in parts
    ]
    return tuple(sorted(made, key=lambda one: -one.told.number if one.told.is_known else 1.0))


def _share(found: Returned, name: str, span: Span, *, is_hidden: bool) -> Figure:
    share = ratio(found, Named(REFERRED_BY, name), HEARD, span).share
    return replace(share, value=FEW, interval=None) if is_hidden else share

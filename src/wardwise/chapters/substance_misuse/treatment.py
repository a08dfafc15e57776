"""The sums on treatment: people in it now, and those who completed it in the year."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import Substance, Treatment
from wardwise.domain.figure import Figure
from wardwise.figures.duties_held import counts_treatment
from wardwise.figures.return_spans import Named, Span, Told
from wardwise.figures.returned import Returned
from wardwise.figures.returned_changes import change_of
from wardwise.figures.returned_moves import moved
from wardwise.figures.returned_parts import parts_told
from wardwise.figures.returned_shares import Ratio, ratio


PEOPLE, COMPLETED = "in_treatment", "completed"
WHOLE = "All"


def treatment(found: Returned) -> Treatment | None:
    """None where the return does not count both people in treatment and completions."""
    if not counts_treatment(found):
        return None
    now, year = found.years(Named(PEOPLE))[-1], found.years(Named(COMPLETED))[-1]
    hidden = {part.name: part for part in parts_told(found, PEOPLE, now) if part.is_hidden}
    parts = [
        _substance(found, name, now, year, told=hidden[name].told if name in hidden else None)
        for name in found.parts(PEOPLE)
        if name in found.parts(COMPLETED)
    ]
    return Treatment(
        source=found.source,
        now=now,
        year=year,
        whole=_substance(found, None, now, year),
        parts=tuple(sorted(parts, key=lambda part: -_size(part.people))),
        planned=_of_its_own(found, "planned"),
        returned=_of_its_own(found, "returned"),
        waiting=found.told(Named("waiting"), now) if found.has("waiting") else None,
    )


def _size(told: Told) -> float:
    return told.number if told.is_known else -1.0


def _substance(
    found: Returned, name: str | None, now: Span, year: Span, *, told: Told | None = None
) -> Substance:
    people, completed = Named(PEOPLE, name), Named(COMPLETED, name)
    share = ratio(found, completed, None, year)
    return Substance(
        name=name or WHOLE,
        people=told or found.told(people, now),
        change=None if told else _change(found, people, now),
        completed=share.part,
        share=share.share,
        points=_points(found, completed, share),
    )


def _change(found: Returned, what: Named, now: Span) -> Figure | None:
    years = found.years(what)
    return change_of(found, what, years[-2], now) if len(years) > 1 else None


def _points(found: Returned, what: Named, share: Ratio) -> Figure | None:
    years = found.years(what)
    if len(years) < 2:
        return None
    return moved(found, ratio(found, what, None, years[-2]), share).points


def _of_its_own(found: Returned, item: str) -> Ratio | None:
    """The share that an item is of its own denominators, in the latest year."""
    return (
        ratio(found, Named(item), None, found.years(Named(item))[-1]) if found.has(item) else None
    )

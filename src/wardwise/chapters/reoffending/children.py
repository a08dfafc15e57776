"""The sums on children: who came in first, who reoffended and how often, who was locked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wardwise.chapters.reoffending.findings import Children, YearOfChildren
from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.figure import Figure
from wardwise.domain.period import Period
from wardwise.domain.returns import CohortWords, ReturnLine
from wardwise.figures.cohorts import (
    Followed,
    binary,
    cohort_lines,
    each_reoffender,
    frequency,
    named,
)
from wardwise.figures.return_spans import YEAR, Named, Span, Told
from wardwise.figures.returned import Returned
from wardwise.figures.returned_changes import change_of
from wardwise.figures.returned_moves import Moved, moved
from wardwise.figures.returned_shares import ratio


Make = Callable[[Returned, ReturnLine], Followed]


def children(found: Returned) -> Children | None:
    """None where the return counts none of it."""
    of = {item: {line.period: line for line in cohort_lines(found, item)}
          for item in ("reoffenders", "reoffences")}  # fmt: skip
    spans = _spans(found, {*of["reoffenders"], *of["reoffences"]})
    if not spans:
        return None
    years = tuple(
        YearOfChildren(
            span=span,
            entrants=_told(found, "entrants", span),
            custody=_told(found, "custody", span),
            binary=_of(found, binary, of["reoffenders"], span),
            frequency=_of(found, frequency, of["reoffences"], span),
        )
        for span in spans
    )
    return Children(
        source=found.source,
        years=years,
        entrants_change=_entrants_change(found),
        moved=_moved(found, years),
        each=_each(found, years[-1]),
    )


def _spans(found: Returned, periods: set[Period]) -> list[Span]:
    held = {span for item in ("entrants", "custody") for span in found.years(Named(item))}
    return sorted(held | {Span((one,)) for one in periods}, key=lambda span: span.whole)


def _told(found: Returned, item: str, span: Span) -> Told | None:
    return found.told(Named(item), span) if span in found.years(Named(item)) else None


def _of(
    found: Returned, make: Make, lines: Mapping[Period, ReturnLine], span: Span
) -> Followed | None:
    line = lines.get(span.whole)
    return make(found, line) if line else None


def _entrants_change(found: Returned) -> Figure | None:
    what = Named("entrants")
    years = found.years(what)
    return change_of(found, what, years[-2], years[-1]) if len(years) > 1 else None


def _each(found: Returned, latest: YearOfChildren) -> Figure | CohortsDiffer | None:
    if latest.binary is None or latest.frequency is None:
        return None
    return each_reoffender(found, latest.binary, latest.frequency)


def _moved(found: Returned, years: tuple[YearOfChildren, ...]) -> Moved | None:
    """Only between cohorts that entered a year apart and were followed for as long."""
    lines = {line.period: line for line in cohort_lines(found, "reoffenders")}
    held = [one for one in years if one.binary and one.span.whole in lines]
    if len(held) < 2 or not _is_like(held[-2].binary, held[-1].binary):
        return None
    before, after = (named(lines[one.span.whole]) for one in held[-2:])
    earlier = ratio(found, before, None, held[-2].span)
    later = ratio(found, after, None, held[-1].span)
    return moved(found, earlier, later)


def _is_like(one: Followed | None, other: Followed | None) -> bool:
    first: CohortWords | None = one.words if one else None
    then: CohortWords | None = other.words if other else None
    if first is None or then is None:
        return False
    return (first.who, first.entered, first.follow_up_months) == (
        then.who,
        then.entered.earlier(YEAR),
        then.follow_up_months,
    )

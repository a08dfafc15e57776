"""The categories of an item, of which none may be reckoned from the others and the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wardwise.figures.people_withheld import FEW, hidden_groups
from wardwise.figures.return_spans import Named, Span, Told
from wardwise.figures.returned import Returned


@dataclass(frozen=True)
class Part:
    """A category of an item, how many of it, and whether it is hidden."""

    name: str
    told: Told
    is_hidden: bool


def parts_told(found: Returned, item: str, span: Span) -> tuple[Part, ...]:
    """Every category with its count; a small one takes others with it."""
    names = found.parts(item)
    counts = [_count(found, Named(item, name), span) for name in names]
    hidden = hidden_groups(counts, least=found.desk.settings.people.least_count)
    return tuple(
        Part(name, _told(found, Named(item, name), span, at in hidden), at in hidden)
        for at, name in enumerate(names)
    )


def _count(found: Returned, what: Named, span: Span) -> int:
    """As the rows have it, whether or not it may be printed."""
    return int(sum(_values(found, what, span)))


def _values(found: Returned, what: Named, span: Span) -> Sequence[float]:
    return [line.value or 0.0 for line in found.lines(what) if line.period in span.periods]


def _told(found: Returned, what: Named, span: Span, is_hidden: bool) -> Told:
    told = found.told(what, span)
    return Told(replace(told.count, value=FEW)) if is_hidden else told

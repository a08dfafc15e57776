"""The change of a count of a return, with the word of its test."""

from __future__ import annotations

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.changes import comparison_of, interval_of
from wardwise.figures.return_spans import Named, Span, Told
from wardwise.figures.returned import NOT_GIVEN, Returned
from wardwise.measures.change.change_percent import change_percent


def change_of(found: Returned, what: Named, before: Span, after: Span) -> Figure:
    """Change in percent of a count, judged as a count of events that come one by one."""
    then, now = found.told(what, before), found.told(what, after)
    change, missing = None, None
    if then.is_known and now.is_known:
        change = change_percent(
            before=then.number, after=now.number, phi=1.0, level=found.desk.level
        )
    else:
        missing = NotKnown("one of the two counts is not told")
    arguments: dict[str, Ask | Recipe | Json] = {
        "before": Ask("return_count", found.asked(what, before)),
        "after": Ask("return_count", found.asked(what, after)),
        "phi": 1.0,
        "level": found.desk.level,
    }
    return Figure(
        measure="change_percent",
        offence=None,
        area=found.desk.area,
        period=after.whole,
        value=change.value if change else missing or NOT_GIVEN,
        unit=Unit.PERCENT,
        sources=(found.source,),
        recipe=Recipe("change_percent", arguments, "value"),
        method=change.method if change else "",
        interval=interval_of(change),
        comparison=comparison_of(change, _baseline(then), before.whole, missing),
        detail=f"{found.held.dataset}: {found.name(what)}, against {before.whole}",
        marking=found.held.marking,
    )


def _baseline(then: Told) -> int | NotKnown:
    return int(then.number) if then.is_known else NotKnown("it is not told")

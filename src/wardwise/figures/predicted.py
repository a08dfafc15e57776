"""What a cohort did beside what was predicted of it."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.returns import CohortWords, ReturnLine
from wardwise.figures.cohorts import Followed, binary, named
from wardwise.figures.return_spans import Span, Told
from wardwise.figures.returned import Returned
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.observed_over_expected import observed_over_expected


@dataclass(frozen=True)
class Predicted:
    """What a cohort did beside what was predicted of it."""

    words: CohortWords | None
    span: Span
    people: Told
    observed: Told
    expected: Told
    share: Followed
    ratio: Figure


def predicted(found: Returned, line: ReturnLine) -> Predicted:
    """Those of a cohort who reoffended over those who were predicted to."""
    span = Span((line.period,))
    share = binary(found, line)
    expected = found.told(named(line, "predicted"), span)
    value = _over_expected(found, share, expected)
    what = named(line)
    recipe = Recipe(
        "observed_over_expected",
        {
            "observed": Ask("return_count", found.asked(what, span)),
            "expected": Ask("return_count", found.asked(named(line, "predicted"), span)),
            "people": Ask("return_denominator", found.asked(what, span)),
            "level": found.desk.level,
        },
        "ratio.value",
    )
    ratio = found.figure(
        recipe,
        value,
        unit=Unit.RATIO,
        period=span.whole,
        detail=f"{found.name(what)}, as predicted",
    )
    return Predicted(share.words, span, share.people, share.counted, expected, share, ratio)


def _over_expected(found: Returned, share: Followed, expected: Told) -> Value | Estimate:
    if share.worked is None:
        return share.figure.value
    if not expected.is_known:
        return expected.count.value
    if not expected.number > 0:
        return NotKnown("none were predicted")
    return observed_over_expected(
        observed=share.counted.number,
        expected=expected.number,
        people=int(share.people.number),
        level=found.desk.level,
    ).ratio

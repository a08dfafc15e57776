"""A context figure has its own months and the limits that were published."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.evidence import ContextValue
from wardwise.domain.period import Period
from wardwise.figures.context_values import context_figure
from wardwise.figures.desk import Desk


def held(desk: Desk) -> ContextValue:
    """24.5 percent (23.0 to 26.0) of 2023/24, where England has 20.1."""
    return desk.evidence.context.held[0]


def test_the_months_are_the_indicators_and_not_the_censuss(force_desk: Desk) -> None:
    figure = context_figure(force_desk, held(force_desk), "value")
    assert figure.period == Period.parse("2023-04", "2024-03")
    assert figure.interval is not None
    assert (figure.interval.lower, figure.interval.upper) == (23.0, 26.0)
    assert (figure.value, figure.method) == (24.5, "as published")


def test_england_is_england_and_has_no_limits_of_ours(force_desk: Desk) -> None:
    figure = context_figure(force_desk, held(force_desk), "england")
    assert (figure.area.name, figure.value, figure.interval) == ("England", 20.1, None)


def test_a_value_or_a_limit_that_was_not_published_is_not_nought(force_desk: Desk) -> None:
    one = replace(held(force_desk), lower=None)
    assert context_figure(force_desk, one, "value").interval is None
    gone = context_figure(force_desk, replace(held(force_desk), value=None), "value")
    assert (gone.status, gone.interval) == ("not_known", None)

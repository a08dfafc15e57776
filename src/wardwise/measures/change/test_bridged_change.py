"""A comparison across a change in recording, bridged: worked by hand."""

from __future__ import annotations

import pytest

from wardwise.domain.verdict import Verdict
from wardwise.measures.change.bridged_change import bridged_change_percent
from wardwise.measures.change.change_percent import change_percent


def test_recording_alone_leaves_nothing() -> None:
    # 60% and then 78% recorded is 1.3 times; so are the counts
    left = bridged_change_percent(before=1000, after=1300, recorded_before=60, recorded_after=78)
    assert left.value == pytest.approx(0)


def test_what_is_left_is_the_ratio_divided() -> None:
    # 1.5 ÷ (90 ÷ 75) = 1.25
    left = bridged_change_percent(before=200, after=300, recorded_before=75, recorded_after=90)
    assert left.value == pytest.approx(25)
    counted = change_percent(before=200, after=300)
    assert counted.lower is not None
    assert left.lower == pytest.approx(100 * ((1 + counted.lower / 100) / 1.2 - 1))


def test_no_word_is_ever_given() -> None:
    left = bridged_change_percent(before=100, after=900, recorded_before=80, recorded_after=81)
    assert left.verdict is Verdict.NOT_COMPARABLE


def test_none_before_has_no_percentage() -> None:
    left = bridged_change_percent(before=0, after=9, recorded_before=80, recorded_after=90)
    assert left.lower is None
    assert left.verdict is Verdict.NOT_COMPARABLE


def test_the_same_share_changes_nothing() -> None:
    left = bridged_change_percent(before=50, after=70, recorded_before=90, recorded_after=90)
    assert left.value == pytest.approx(40)

"""Repeats, the most repeated, overlap and offending together: by hand and by slow loops."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.measures.people.co_offending_share import co_offending_share_percent
from wardwise.measures.people.most_repeated import share_of_most_repeated
from wardwise.measures.people.overlap_share import overlap_share_percent
from wardwise.measures.people.repeat_share import repeat_share_percent
from wardwise.measures.people.repeat_times import repeat_times


Rows = list[tuple[str, date]]
ROWS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.dates(date(2022, 1, 1), date(2024, 12, 31))),
    max_size=30,
)
LAST = date(2024, 12, 31)


def slowly(rows: Rows, *, window: int) -> tuple[list[int], int]:
    """Days to the next event for each person who can be followed, 0 for none; and the others."""
    gaps, too_late = [], 0
    for person in {person for person, _ in rows}:
        days = sorted({day for who, day in rows if who == person})
        if days[0] + timedelta(days=window) > LAST:
            too_late += 1
        else:
            gaps.append((days[1] - days[0]).days if len(days) > 1 else 0)
    return gaps, too_late


@given(ROWS, st.integers(1, 400))
def test_repeats_are_counted_as_a_loop_would(rows: Rows, window: int) -> None:
    gaps, too_late = slowly(rows, window=window)
    keys, days = [who for who, _ in rows], [str(day) for _, day in rows]
    if not gaps:
        with pytest.raises(ValueError, match="Nobody could be followed"):
            repeat_share_percent(person_keys=keys, days=days, last_day=LAST, window_days=window)
        return
    found = repeat_share_percent(person_keys=keys, days=days, last_day=LAST, window_days=window)
    assert found.repeated == sum(0 < gap <= window for gap in gaps)
    assert (found.followed, found.too_late) == (len(gaps), too_late)
    assert found.share.value == pytest.approx(100 * found.repeated / found.followed)


@given(ROWS)
def test_the_bands_are_counted_as_a_loop_would(rows: Rows) -> None:
    gaps, _ = slowly(rows, window=90)
    keys, days = [who for who, _ in rows], [str(day) for _, day in rows]
    left = [gap for gap in gaps if gap == 0 or gap > 60]
    if not left:
        return
    found = repeat_times(person_keys=keys, days=days, last_day=LAST, band_days=30, bands=3)
    for band, last in enumerate(found.last_days):
        assert found.repeats[band] == sum(last - 30 < gap <= last for gap in gaps)
        assert found.at_risk[band] == sum(gap == 0 or gap > last - 30 for gap in gaps)
        assert found.shares[band].value == 100 * found.repeats[band] / found.at_risk[band]


def test_the_edges_of_a_window() -> None:
    # 365 days after 1 January 2023 is 1 January 2024; the records of b end a day too soon
    rows = [("a", "2023-01-01"), ("a", "2024-01-01"), ("b", "2023-01-02"), ("c", "2022-06-01")]
    rows += [("c", "2022-06-01"), ("d", "2022-06-01"), ("d", "2023-06-02")]
    found = repeat_share_percent(
        person_keys=[who for who, _ in rows], days=[day for _, day in rows], last_day="2024-01-01"
    )
    # a came again on day 365; c twice on one day, which is once; d on day 366
    assert (found.repeated, found.followed, found.too_late, found.window_days) == (1, 3, 1, 365)


def test_the_last_day_of_the_last_band_is_in_it_and_the_next_is_not() -> None:
    keys = ["a", "a", "b", "b"]
    days = ["2023-01-01", "2023-01-31", "2023-01-01", "2023-02-01"]
    found = repeat_times(person_keys=keys, days=days, last_day=LAST, bands=1)
    assert (found.last_days, found.repeats, found.at_risk) == ((30,), (1,), (2,))


def test_rows_that_cannot_be_followed() -> None:
    with pytest.raises(ValueError, match="A day is not known"):
        repeat_share_percent(person_keys=["a"], days=["NaT"], last_day=LAST)
    with pytest.raises(ValueError, match="shape"):
        repeat_times(person_keys=["a"], days=["2023-01-01"] * 2, last_day=LAST)


def test_the_most_repeated_by_hand() -> None:
    # ten people, 20 events: 11 of one, 1 of each other. The first tenth has 11/20 = 55%; the
    # first fifth that and one more, 60%; the first twentieth half of the first one's, 27.5%
    found = share_of_most_repeated(
        events=[1] * 9 + [11],
        harm=[10.0] * 9 + [30.0],
        at_risk=1000,
        seed=1,
        people_percents=(5, 10, 20),
    )
    assert [one.events_percent for one in found] == pytest.approx([27.5, 55, 60])
    # harm 120: half of 30; 30; 30 and 10
    assert [one.harm_percent for one in found] == pytest.approx([12.5, 25, 100 / 3])
    assert found[0].people_percent == 5
    assert [one.p_value for one in found] == [0.001] * 3


def test_chance_is_as_dealing_the_events_one_by_one() -> None:
    at_risk, events, random = 400, 300, np.random.default_rng(7)
    tops = []
    for _ in range(2000):
        dealt = np.bincount(random.integers(0, at_risk, events), minlength=at_risk)
        seen = -np.sort(-dealt[dealt > 0])
        whole, rest = divmod(len(seen) * 0.2, 1)
        tops.append(100 * (seen[: int(whole)].sum() + rest * seen[int(whole)]) / events)
    found = share_of_most_repeated(
        events=[1] * 200 + [2] * 50, at_risk=at_risk, seed=1, people_percents=[20]
    )[0]
    assert found.chance_percent == pytest.approx(np.mean(tops), abs=0.3)
    # the number of events is fixed here and not there, which the share hardly feels
    assert found.chance_lower == pytest.approx(np.quantile(tops, 0.025), abs=1)
    assert found.chance_upper == pytest.approx(np.quantile(tops, 0.975), abs=1)
    assert found.harm_percent is None


@pytest.mark.parametrize(
    ("events", "at_risk", "harm", "says"),
    [
        ([], 5, None, "one event or more"),
        ([1, 0], 5, None, "one event or more"),
        ([1, 1], 1, None, "no more people"),
        ([1, 1], 5, [1.0], "harm of shape"),
        ([1, 1], 5, [1.0, np.nan], "harm of shape"),
    ],
)
def test_the_most_repeated_need_events(
    events: list[int], at_risk: int, harm: list[float] | None, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        share_of_most_repeated(events=events, at_risk=at_risk, seed=1, harm=harm)


def test_the_overlap_by_hand() -> None:
    # victims a, b, c; offenders b, d: one in both; 3 × 2 / 60 = 0.1 by chance
    found = overlap_share_percent(
        victim_keys=["a", "b", "b", "c"], offender_keys=["d", "b"], residents=60
    )
    assert (found.victims, found.offenders, found.both) == (3, 2, 1)
    assert found.of_victims.value == pytest.approx(100 / 3)
    assert found.of_offenders.value == 50
    assert found.by_chance == pytest.approx(0.1)
    with pytest.raises(ValueError, match="not known"):
        overlap_share_percent(victim_keys=[], offender_keys=["b"])


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=30))
def test_offending_together_is_counted_as_a_loop_would(rows: list[tuple[int, int]]) -> None:
    found = co_offending_share_percent(
        record_keys=[record for record, _ in rows], person_keys=[person for _, person in rows]
    )
    parties = {record: {p for r, p in rows if r == record} for record, _ in rows}
    together = [party for party in parties.values() if len(party) > 1]
    people = {person for _, person in rows}
    assert found.of_offences.value == pytest.approx(100 * len(together) / len(parties))
    assert found.of_offenders.value == pytest.approx(
        100 * len(set().union(*together)) / len(people)
    )
    assert sum(found.offences_by_size.values()) == len(parties)
    assert sum(n * k for n, k in found.offences_by_size.items()) == len(set(rows))


def test_offending_together_needs_rows() -> None:
    for records, people in (([], []), (["r"], ["a", "b"])):
        with pytest.raises(ValueError, match="expected rows"):
            co_offending_share_percent(record_keys=records, person_keys=people)

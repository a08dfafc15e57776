"""What is always true of periods, figures, printed numbers, sentences and recipes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardwise.document.phrases import changed, limits, verdict_cell
from wardwise.document.text import Link, Number, Strong, Text, join, say
from wardwise.document.words import MINUS, rounded, signed_percent
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.figure import Ask, Comparison, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.domain.verdict import Verdict


AREA = Area("E06999991", "Sampleton", AreaKind.DISTRICT)
months = st.builds(Month, st.integers(1990, 2060), st.integers(1, 12))
periods = st.builds(lambda last, n: Period.ending(last, months=n), months, st.integers(1, 60))
shifts = st.integers(-120, 120)
numbers = st.floats(-1e9, 1e9, allow_nan=False)
words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="{}"), max_size=20)


@given(month=months, one=shifts, two=shifts)
def test_months_add_up(month: Month, one: int, two: int) -> None:
    assert month.plus(one).plus(two) == month.plus(one + two)
    assert month.plus(one).plus(-one) == month
    assert Month.parse(str(month)) == month == Month.from_ordinal(month.ordinal)
    assert (month.plus(one) > month) == (one > 0)


@given(period=periods, by=shifts)
def test_a_period_keeps_its_length_when_it_moves(period: Period, by: int) -> None:
    moved = period.earlier(by)
    assert moved.length == period.length == len(period.months)
    assert moved.earlier(-by) == period
    assert period.months[0] == period.first
    assert period.months[-1] == period.last
    assert 28 * period.length <= period.days <= 31 * period.length
    assert all(month in period for month in period.months)
    assert period.last.plus(1) not in period


@given(period=periods)
def test_a_year_before_touches_a_year_and_never_overlaps_it(period: Period) -> None:
    year = Period.ending(period.last)
    assert year.earlier().last.plus(1) == year.first
    assert not set(year.months) & set(year.earlier().months)


identities = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["offences", "change_percent"]),
        "offence": st.sampled_from([None, "Burglary", "Robbery"]),
        "area": st.sampled_from([AREA, Area("E06999992", "Otherham", AreaKind.DISTRICT)]),
        "period": periods,
        "sources": st.sampled_from([("police_uk",), ("police_uk", "census_2021")]),
        "detail": st.sampled_from(["", "against the year before"]),
    }
)


def figure(identity: dict[str, Any], **changes: Any) -> Figure:
    """A figure of that identity."""
    return Figure(**{"value": 1, "unit": Unit.OFFENCES, **identity, **changes})


@given(one=identities, two=identities)
def test_an_id_is_of_what_the_figure_is(one: dict[str, Any], two: dict[str, Any]) -> None:
    assert (figure(one).figure_id == figure(two).figure_id) == (one == two)


@given(identity=identities, value=numbers, words=words)
def test_an_id_is_not_of_the_value_or_how_it_was_made(
    identity: dict[str, Any], value: float, words: str
) -> None:
    changes: dict[str, Any] = {
        "value": value,
        "method": words,
        "marking": words,
        "unit": Unit.PERCENT,
        "interval": Interval(0, 1, 0.95, words),
        "recipe": Recipe("offences"),
        "area": replace(identity["area"], name=words),
        "sources": tuple(reversed(identity["sources"])),
    }
    assert figure(identity, **changes).figure_id == figure(identity).figure_id


@given(value=numbers, places=st.integers(0, 3))
def test_a_printed_number_has_no_negative_nought_and_reads_back(value: float, places: int) -> None:
    text = rounded(value, places)
    back = float(text.replace(",", "").replace(MINUS, "-"))
    assert abs(back - value) <= 0.5 * 10**-places + 1e-6
    assert "-" not in text
    if back == 0:
        assert not text.startswith(MINUS)


@given(value=numbers)
def test_a_signed_change_has_a_sign_unless_it_is_printed_as_nought(value: float) -> None:
    text = signed_percent(change(Verdict.ROSE, value)).text
    is_nought = not set(text) & set("123456789")
    assert text[0] in ("+", MINUS) or is_nought
    assert not (is_nought and text[0] in ("+", MINUS))


def change(verdict: Verdict, value: float | NotKnown) -> Figure:
    """A change of that word and size."""
    period = Period.parse("2024-01", "2024-12")
    comparison = Comparison(100, period.earlier(), value, None, None, verdict)
    identity = {"measure": "change_percent", "offence": None, "area": AREA, "period": period}
    more = {"sources": ("police_uk",), "unit": Unit.PERCENT, "comparison": comparison}
    return Figure(**identity, **more, value=value, interval=Interval(-5, 5, 0.95, "x"))  # type: ignore[arg-type]


changes = st.builds(
    change,
    st.sampled_from(list(Verdict)),
    st.one_of(numbers, st.builds(NotKnown, st.just("no month is held"))),
)


@given(change=changes)
def test_no_phrase_says_rose_or_fell_unless_the_test_does(change: Figure) -> None:
    assert change.comparison is not None
    verdict = change.comparison.verdict
    for text in (str(changed(change)), verdict_cell(change), limits(change)):
        assert ("rose" in text) <= (verdict is Verdict.ROSE)
        assert ("fell" in text) <= (verdict is Verdict.FELL)
        assert ("▲" in text) <= (verdict is Verdict.ROSE)
        assert ("▼" in text) <= (verdict is Verdict.FELL)
    assert change in changed(change).figures


spans = st.one_of(
    words,
    st.builds(Strong, words),
    st.builds(Link, words, words),
    st.builds(Number, words, changes),
)


@given(parts=st.lists(spans, max_size=5), between=words)
def test_a_sentence_says_its_parts_in_order(parts: list[Any], between: str) -> None:
    named = {f"part{n}": part for n, part in enumerate(parts)}
    text = say(between.join(f"{{{name}}}" for name in named), **named)
    plain = [part if isinstance(part, str) else part.text for part in parts]
    assert str(text) == between.join(plain)
    assert text.figures == tuple(part.figure for part in parts if isinstance(part, Number))
    assert say("{whole}", whole=text) == text
    assert str(join([text, text], between)) == str(text) + between + str(text)
    assert str(text + "!") == str(text) + "!"
    assert join([text]) == text
    assert Text(()) + text == text


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), numbers, words),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)
asks = st.builds(
    Ask, st.sampled_from(["offences", "residents"]), st.dictionaries(words, json_values, max_size=3)
)
recipes = st.recursive(
    st.builds(
        Recipe,
        words,
        st.dictionaries(words, st.one_of(asks, json_values), max_size=3),
        st.one_of(st.none(), st.sampled_from(["value", "[3]", "index[3]"])),
    ),
    lambda inner: st.builds(Recipe, words, st.dictionaries(words, inner, max_size=2)),
    max_leaves=4,
)


@given(recipe=recipes)
def test_a_recipe_comes_back_from_its_text(recipe: Recipe) -> None:
    assert parse_recipe(json.loads(json.dumps(recipe_json(recipe)))) == recipe


@given(
    rows=st.lists(st.lists(st.integers(0, 50), min_size=6, max_size=6), min_size=1, max_size=4),
    gone=st.sets(st.integers(0, 5)),
)
def test_a_total_is_known_where_every_month_is_held_and_adds_up(
    rows: list[list[int]], gone: set[int]
) -> None:
    counts = monthly(rows, gone)
    whole = Period(counts.months[0], counts.months[-1])
    total = counts.total(whole)
    assert isinstance(total, NotKnown) == bool(gone)
    if not isinstance(total, NotKnown):
        each = [counts.total(Period(month, month)) for month in counts.months]
        assert total == sum(one for one in each if not isinstance(one, NotKnown))
        assert total == counts.by_area(whole).sum() == pytest.approx(counts.over(whole).sum())


def monthly(rows: list[list[int]], gone: set[int]) -> MonthlyCounts:
    """Areas × six months of one offence; the months ``gone`` are not held."""
    areas = tuple(Area(f"E0100000{n}", "x", AreaKind.LSOA) for n in range(len(rows)))
    held = np.array([[n not in gone for n in range(6)]] * len(rows))
    cube = np.array(rows)[:, :, None]
    window = Period.parse("2024-01", "2024-06").months
    return MonthlyCounts("police_uk", areas, window, ("Burglary",), cube, held)

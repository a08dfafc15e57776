"""findings.json: the contract, field by field."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from wardwise.domain.figure import Ask, Recipe
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.domain.verdict import Verdict
from wardwise.render.figures_json import FiguresClash, figures_json


CONTRACT = Path(__file__).parents[2] / "docs" / "reference" / "findings_json.md"


def read(*entries):
    return json.loads(figures_json(entries))


def test_a_figure_is_written_as_the_contract_says(sample):
    figure = sample.change("Shoplifting", sample.EXAMPLESHIRE, 12.69, Verdict.ROSE)
    (written,) = read(("levels_and_patterns", figure))
    assert written == {
        "figure_id": figure.figure_id,
        "chapter": "levels_and_patterns",
        "measure": "change_percent",
        "offence": "Shoplifting",
        "area_code": "E99000001",
        "area_name": "Exampleshire",
        "period_start": "2023-05",
        "period_end": "2024-04",
        "detail": "",
        "value": 12.69,
        "unit": "percent",
        "lower": 7.6899999999999995,
        "upper": 17.689999999999998,
        "method": "log ratio, dispersion 2.10",
        "comparison": {
            "baseline_value": 1450,
            "baseline_period": "2022-05/2023-04",
            "change_percent": 12.69,
            "lower": 7.6899999999999995,
            "upper": 17.689999999999998,
            "verdict": "rose",
        },
        "sources": ["police_uk"],
        "marking": "OFFICIAL",
        "status": "known",
        "reason": None,
        "recipe": None,
    }


def test_the_reference_page_names_every_field(sample):
    (written,) = read(("c", sample.SHOPLIFTING_CHANGE))
    named = set(re.findall(r"^\| `(\w+)` \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    assert named == set(written) | set(written["comparison"])


@pytest.mark.parametrize(
    ("nothing", "status"), [(NotKnown("no data"), "not_known"), (Withheld("few"), "withheld")]
)
def test_nothing_is_null_with_its_reason(sample, nothing, status):
    (written,) = read(("c", sample.rate("Drugs", sample.ward(1), nothing)))
    assert (written["value"], written["status"]) == (None, status)
    assert written["reason"] == nothing.reason


def test_nought_is_a_number(sample):
    (written,) = read(("c", sample.count("Drugs", sample.ward(1), 0)))
    assert (written["value"], written["status"]) == (0, "known")


def test_a_figure_is_written_once_under_the_chapter_that_prints_it_first(sample):
    entries = [("summary", sample.ALL), ("levels", sample.SHOPLIFTING), ("levels", sample.ALL)]
    written = read(*entries)
    assert [(f["chapter"], f["offence"]) for f in written] == [
        ("summary", None),
        ("levels", "Shoplifting"),
    ]


def test_one_id_with_two_values_is_a_fault_of_ours(sample):
    with pytest.raises(FiguresClash, match="is both 18991 offences and 18990 offences"):
        read(("a", sample.ALL), ("b", replace(sample.ALL, value=18_990)))


def test_what_only_one_of_two_carries_is_kept(sample):
    bare = replace(sample.SHOPLIFTING_CHANGE, interval=None, comparison=None)
    (written,) = read(("a", bare), ("b", sample.SHOPLIFTING_CHANGE))
    assert written["comparison"]["verdict"] == "rose"
    assert written["lower"] == pytest.approx(7.69)


def test_two_ranges_under_one_id_are_a_fault_of_ours(sample):
    figure = sample.SHOPLIFTING_CHANGE
    other = replace(figure, interval=replace(figure.interval, upper=99.0))
    with pytest.raises(FiguresClash, match="two values of its interval"):
        read(("a", figure), ("b", other))


def test_numbers_of_arrays_are_plain_numbers(sample):
    whole = replace(sample.ALL, value=np.int64(7))
    single = replace(sample.SHOPLIFTING, value=np.float32(0.5))
    assert [f["value"] for f in read(("a", whole), ("a", single))] == [7, 0.5]


def test_a_value_that_is_no_number_is_refused(sample):
    with pytest.raises(ValueError, match="JSON"):
        read(("a", replace(sample.ALL, value=float("nan"))))


def test_a_recipe_comes_back_as_it_was():
    inner = Recipe("offences", {"counts": Ask("offences_by_area", {"area": "E1"})}, "value")
    recipe = Recipe("rate_per_1000_residents", {"offences": inner, "residents": 7, "level": 0.95})
    written = json.loads(json.dumps(recipe_json(recipe)))
    assert parse_recipe(written) == recipe


def test_no_figures_is_an_empty_list():
    assert read() == []

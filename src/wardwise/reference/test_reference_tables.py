"""The reference tables hold together, and agree with the published files they came from."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR, POLICE_UK_OFFENCES
from wardwise.domain.period import Month
from wardwise.reference.load import Row, load_table, table_names, version


def _rows(name: str) -> tuple[Row, ...]:
    return load_table(name).rows


def _column(name: str, column: str) -> list[str]:
    return [str(row[column]) for row in _rows(name)]


def _parts(cell: object) -> list[str]:
    return str(cell).split("; ") if cell else []


@pytest.mark.parametrize("name", table_names())
def test_every_table_says_its_source_licence_version_and_date(name: str) -> None:
    found = version(name)
    assert all((found.version, found.source, found.licence))
    assert Month.parse(found.date[:7])
    assert len(found.sha256) == 64
    assert all(field.about for field in load_table(name).fields)


@pytest.mark.parametrize("name", table_names())
def test_every_number_has_a_unit(name: str) -> None:
    fields = load_table(name).fields
    # a table of bands holds several units, and says which in words
    in_words = any("Unit" in field.about for field in fields)
    for field in fields:
        assert field.unit or in_words or field.type not in ("number", "integer"), field.name


def test_every_part_of_an_ons_offence_has_its_whole_in_the_table() -> None:
    offences = _column("ons_headline_offence", "offence")
    for row in _rows("ons_headline_offence"):
        assert row["parent"] is None or row["parent"] in offences
        assert (row["parent"] is None) == (row["level"] == 1)


def test_police_uk_types_are_those_of_the_domain_in_order() -> None:
    assert tuple(_column("police_uk_offence", "offence")) == POLICE_UK_OFFENCES
    outside = [row["offence"] for row in _rows("police_uk_offence") if not row["recorded_crime"]]
    assert outside == [ANTI_SOCIAL_BEHAVIOUR]


def test_every_group_of_ons_falls_in_one_police_uk_type_or_its_parts_do() -> None:
    held = [
        offence for row in _rows("police_uk_offence") for offence in _parts(row["ons_offences"])
    ]
    assert len(held) == len(set(held))
    groups = [row for row in _rows("ons_headline_offence") if row["level"] == 1]
    for group in groups:
        parts = [
            row["offence"]
            for row in _rows("ons_headline_offence")
            if row["parent"] == group["offence"]
        ]
        assert group["offence"] in held or set(parts) <= set(held)


def test_candidates_are_the_offences_without_parts_and_the_themes() -> None:
    parents = set(_column("ons_headline_offence", "parent"))
    leaves = [name for name in _column("ons_headline_offence", "offence") if name not in parents]
    kinds = {str(row["candidate"]): row["kind"] for row in _rows("candidate")}
    assert [name for name, kind in kinds.items() if kind == "offence"] == leaves
    assert kinds[ANTI_SOCIAL_BEHAVIOUR] == "incident"
    assert {"Modern slavery", "Exploitation", "Female genital mutilation", "Cyber crime"} < set(
        kinds
    )
    assert {"Hate crime", "Domestic abuse", "Substance misuse", "Fire", "Road safety"} < set(kinds)


def test_every_limb_of_section_6_has_a_candidate() -> None:
    assert set(_column("candidate", "limb")) == {
        "crime and disorder",
        "substance misuse",
        "re-offending",
        "serious violence",
    }


def test_every_item_of_the_regulations_and_limb_of_the_act_is_there() -> None:
    assert _column("statutory_item", "item") == [
        *"abcdefg",
        "6(1)(a)",
        "6(1)(b)",
        "6(1)(c)",
        "6(1)(d)",
    ]


def test_series_breaks_name_months_and_offences_that_we_know() -> None:
    known = {
        *_column("ons_headline_offence", "offence"),
        *_column("police_uk_offence", "offence"),
        *_column("candidate", "candidate"),
    }
    months = [Month.parse(month) for month in _column("series_break", "month")]
    assert months == sorted(months)
    for row in _rows("series_break"):
        assert set(_parts(row["offences"])) <= known, row["what"]


def test_nineteen_ethnic_groups_make_five_and_labels_lead_to_them() -> None:
    five = set(_column("ethnic_group", "ethnic_group"))
    assert (len(_rows("ethnic_group")), len(five)) == (19, 5)
    assert {row["ethnic_group"] for row in _rows("ethnic_label") if row["ethnic_group"]} == five


def test_severity_weights_are_of_police_uk_types() -> None:
    weights = load_table("severity_weight").by("offence_code")
    assert set(_column("severity_weight", "police_uk_offence")) < set(POLICE_UK_OFFENCES)
    # homicide is graver than a burglary of a home, which is graver than shoplifting
    murder, burglary, shoplifting = (
        float(str(weights[(code,)]["weight"])) for code in ("1", "28E", "46")
    )
    assert murder > burglary > shoplifting > 0
    assert "do not quote as the current" in version("severity_weight").source


@pytest.mark.shared
def test_severity_weights_are_those_of_the_published_join(shared: Path) -> None:
    path = shared / "data" / "reference" / "policeuk-ons-code-join.csv"
    with path.open(encoding="utf-8") as file:
        published = {row["ONS_COUNTS_code"]: row for row in csv.DictReader(file)}
    # one row adds four codes of homicide together, which are there one by one
    del published["1/4.1/4.10/4.2"]
    ours = load_table("severity_weight").by("offence_code")
    assert {code for (code,) in ours} == set(published)
    for code, row in published.items():
        assert ours[(code,)]["weight"] == float(row["ONS_SEVERITY_weight"])


def _cells(shared: Path, ending: str, column: str) -> set[str]:
    archive = shared / "data" / "police_uk" / "bedfordshire_2021-05_2024-04.zip"
    found: set[str] = set()
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            if name.endswith(ending):
                text = io.StringIO(opened.read(name).decode("utf-8"))
                found |= {row[column] for row in csv.DictReader(text)}
    return found - {""}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("ending", "column", "table", "named"),
    [
        ("street.csv", "Last outcome category", "outcome_group", "outcome"),
        ("outcomes.csv", "Outcome type", "outcome_group", "outcome"),
        ("search.csv", "Self-defined ethnicity", "ethnic_label", "label"),
        ("search.csv", "Officer-defined ethnicity", "ethnic_label", "label"),
    ],
)
def test_every_word_of_the_archive_is_in_its_table(
    shared: Path, ending: str, column: str, table: str, named: str
) -> None:
    assert _cells(shared, ending, column) <= set(_column(table, named))

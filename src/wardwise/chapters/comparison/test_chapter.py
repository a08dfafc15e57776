"""A worked example: four partnerships, two in the force, one offence and the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import AREA, FORCE, PEER, desk_with
from tests.section_words import words_of
from wardwise.chapters.comparison import CHAPTER
from wardwise.chapters.comparison.findings import ComparisonFindings, Published
from wardwise.chapters.comparison.moves import parted
from wardwise.chapters.comparison.places import is_high, is_low
from wardwise.document.pictures import Picture
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import Comparators, NotHeld, OfficialRow, OfficialTable, Similar
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk


MONTHS = {"Robbery": [4] * 24}
OURS = "E22999991"
PARTNERSHIPS = {
    code: Area(code, name, AreaKind.PARTNERSHIP)
    for code, name in (
        (OURS, "Sampleton"),
        ("E22999992", "Otherham"),
        ("E22999993", "Thirdley"),
        ("E22999994", "Fourford"),
        ("E22999995", "Fifthwick"),
    )
}
COUNTRY = Area("K04000001", "England and Wales", AreaKind.COUNTRY)
# All recorded crime: area → (offences, the year before, residents)
COUNTS = {
    OURS: (900, 600, 10_000),
    "E22999992": (500, 500, 10_000),
    "E22999993": (480, 600, 10_000),
    "E22999994": (460, 460, 10_000),
    "E22999995": (440, 440, 10_000),
    FORCE.code: (1_450, 1_100, 20_000),
    COUNTRY.code: (50_000, 50_000, 1_000_000),
}


def row(offences: int | None, before: int | None, residents: int, **parts: Any) -> OfficialRow:
    rate = None if offences is None else 1000 * offences / residents
    made: dict[str, Any] = {
        "households": residents // 2,
        "rate_per_1000_residents": rate,
        "change_percent": None,
        "symbol": "",
        "note": "",
    }
    return OfficialRow(offences, before, residents, **{**made, **parts})


def table(**rows: OfficialRow) -> OfficialTable:
    """The five partnerships, whole and robbery (a tenth of it); ``rows`` replace the whole."""
    whole = {code: rows.get(code, row(*numbers)) for code, numbers in COUNTS.items()}
    robbery = {
        code: row(numbers[0] // 10, numbers[1] // 10, numbers[2])
        for code, numbers in COUNTS.items()
    }
    return OfficialTable(
        source="ons_csp_tables",
        latest=Period.parse("2024-01", "2024-12"),
        before=Period.parse("2023-01", "2023-12"),
        offences=("Robbery",),
        partnerships=PARTNERSHIPS,
        force_of=dict.fromkeys(PARTNERSHIPS, FORCE.code),
        forces={FORCE.code: FORCE},
        countries={COUNTRY.code: COUNTRY},
        unassigned={FORCE.code: "Unassigned Sampleshire"},
        rows={(code, None): found for code, found in whole.items()}
        | {(code, "Robbery"): found for code, found in robbery.items()},
        unassigned_offences={FORCE.code: 58},
    )


def desk(**rows: OfficialRow) -> Desk:
    similar = [Similar(area, 0.5) for code, area in PARTNERSHIPS.items() if code != OURS]
    return desk_with(
        MONTHS,
        official=table(**rows),
        comparators=Comparators(
            force_peers=(PARTNERSHIPS[OURS], PARTNERSHIPS["E22999992"]),
            most_similar=tuple(similar),
            method="standardised distance",
            variables=(),
            official=False,
            dated="Census 2021",
        ),
    )


def found_in(made: Desk) -> Published:
    found: ComparisonFindings = CHAPTER.analyse(made)
    assert isinstance(found.published, Published)
    return found.published


def test_our_rate_stands_beside_every_comparator() -> None:
    whole = found_in(desk()).whole
    # 900 of 10,000 is 90; the four others 50, 48, 46 and 44, their middle 47
    assert whole.ours.value == 90.0
    assert whole.similar.value == 47.0
    assert whole.force.value == 72.5
    assert whole.country.value == 50.0
    # 90 / 47 is 91.5% above
    assert whole.above.number == pytest.approx(91.4894, abs=1e-4)
    assert whole.among_similar.figure.value == 1
    assert is_high(whole)
    assert not is_low(whole)


def test_two_in_a_force_have_no_place_there() -> None:
    made = desk()
    assert isinstance(found_in(made).whole.in_force.rank, NotKnown)
    text = words_of(CHAPTER.write(CHAPTER.analyse(made)))
    assert "There is no place within the Sampleshire force area" in text


def test_what_no_partnership_was_given_is_told() -> None:
    made = found_in(desk())
    # 58 of 1,450 is 4%
    assert made.unassigned.value == 58
    assert made.unassigned_percent.value == 4.0


def test_a_partnership_whose_rate_is_withdrawn_is_left_out_by_name() -> None:
    withdrawn = row(480, 600, 10_000, symbol="[u1]", rate_per_1000_residents=None)
    published = found_in(desk(E22999993=withdrawn))
    assert published.left_out == ("Thirdley",)
    # 50, 46 and 44 are left: the middle is 46
    assert published.whole.similar.value == 46.0
    assert "Thirdley" not in [one.area.name for one in published.similar]


def test_our_own_withdrawn_rate_is_not_known() -> None:
    made = desk(E22999991=row(900, 600, 10_000, symbol="[u1]", rate_per_1000_residents=None))
    assert isinstance(found_in(made).whole.ours.value, NotKnown)
    text = words_of(CHAPTER.write(CHAPTER.analyse(made)))
    assert "The published tables have no rate for Sampleton: published as [u1]." in text


def test_a_change_here_is_told_apart_from_the_force() -> None:
    made = desk()
    alone = replace(table(), force_of={code: code for code in PARTNERSHIPS})
    # robbery: 60 → 90 here, 110 → 145 in the force: both beyond chance at φ = 1, which it is
    # where no two partnerships share a force
    published = found_in(Desk(replace(made.evidence, official=alone), made.settings))
    assert parted(published.standings) == ("Rose here as in the force area: robbery.",)


def test_the_force_in_the_records_is_its_districts_together() -> None:
    found = CHAPTER.analyse(desk())
    # 48 offences a year in each district: 48 / 4,000 and 48 / 8,000, together 96 / 12,000
    rows = {one.area.name: one.rate.value for one in found.recorded.districts}
    assert rows == {AREA.name: 12.0, PEER.name: 6.0}
    assert found.recorded.force is not None
    assert found.recorded.force.rate.value == 8.0


def test_the_title_says_the_place_with_its_range() -> None:
    section = CHAPTER.write(CHAPTER.analyse(desk()))
    picture = next(block for block in section.blocks if isinstance(block, Picture))
    # 90 against 50 is beyond chance for each of the four others, so no other place is possible
    assert picture.title == "Sampleton has the highest rate of 5, clearly"


def test_without_the_tables_the_page_says_who_has_them() -> None:
    bare = desk_with(MONTHS, official=NotHeld("the tables", "the statistics office"))
    text = words_of(CHAPTER.write(CHAPTER.analyse(bare)))
    assert "This needs the tables, from the statistics office." in text
    assert "12.0 offences for every 1,000 Census residents in Sampleton" in text

"""What health and fire services count, worked by hand, and every figure made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa
import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, lsoa_codes, stored, tidy_tables
from wardwise.chapters.evidence_and_trust import CHAPTER as EVIDENCE
from wardwise.chapters.other_services import CHAPTER
from wardwise.chapters.other_services.findings import Emergency, Fires, OtherServices
from wardwise.chapters.statutory_coverage import CHAPTER as STATUTORY
from wardwise.chapters.statutory_coverage.findings import Answer
from wardwise.document.blocks import Table
from wardwise.document.phrases import verdict_of
from wardwise.document.section import Section
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.figures.people_hours import Hours
from wardwise.figures.services import Service
from wardwise.sources.tidy import tidy_rows


Row = dict[str, object]


def _row(dataset: str, month: str, n: int, **more: object) -> Row:
    return {
        "source": f"partner:{dataset}",
        "dataset": dataset,
        "supplier": "Sampleshire",
        "file": f"{dataset}.csv",
        "row": n + 2,
        "record_key": f"{dataset}-{month}-{n}",
        "from_moment": f"{month}-{n % 28 + 1:02d}T22:15",
        "time_precision": "exact",
        "month": month,
        "place_precision": "none",
        "used": True,
        **more,
    }


def _months(year: int) -> list[str]:
    return [f"{year}-{month:02d}" for month in range(1, 13)]


def _attendances() -> Iterator[Row]:
    """20 a month in 2023, 30 a month in 2024: 240 and 360."""
    for month in (*_months(2023), *_months(2024)):
        for n in range(30 if month >= "2024" else 20):
            age = 20 if n % 3 else 40
            yield _row(
                "ed_assaults",
                month,
                n,
                category="Stranger" if n % 5 else "Not disclosed",
                premises=("Street", "Street", "Home", None, "Street", "Home")[n % 6],
                weapon="Knife" if n == 0 else "Fist",
                sex="M" if n % 3 else "F",
                age_low=age,
                age_high=age,
                flags="alcohol" if n % 6 == 0 else None,
                flags_known="alcohol",
                flags_not_known="alcohol" if n % 2 else None,
            )


def _calls() -> Iterator[Row]:
    """28 a month, and nothing from April to June 2023."""
    for month in (*_months(2023), *_months(2024)):
        if month not in ("2023-04", "2023-05", "2023-06"):
            for n in range(28):
                yield _row("ambulance_calls", month, n, category="Assault or sexual assault")


def _abuse() -> Iterator[Row]:
    """10 in two months of 2023, 30 in six months of 2024: too rare to tell which are held."""
    of_2024 = [f"2024-{month:02d}" for month in (1, 3, 5, 7, 9, 12)]
    for month in ("2023-01", "2023-07", *of_2024):
        for n in range(5):
            yield _row("hospital_domestic_abuse", month, n, category="Injury")


def _fires() -> Iterator[Row]:
    """8 a month, one in each neighbourhood; 2 a month in homes without an alarm.

    Of the latter 4 in two years are in the last neighbourhood and the others in the first.
    """
    codes = [code for code, _ in lsoa_codes()[:8]]
    for month in (*_months(2023), *_months(2024)):
        for n in range(8):
            kind = "Deliberate secondary fire"
            yield _row("fires", month, n + 20, category=kind, lsoa_code=codes[n])
        for n in range(2):
            at = 7 if n and month[5:] in ("01", "02") else 0
            kind = "Dwelling fire without a smoke alarm"
            yield _row("fires", month, n, category=kind, lsoa_code=codes[at])


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    tables = tidy_tables() | partner_tables()
    rows = [*_attendances(), *_calls(), *_abuse(), *_fires()]
    more = tidy_rows("partner_record", rows)
    tables["partner_record"] = pa.concat_tables([tables["partner_record"], more])
    return stored(tmp_path_factory.mktemp("services"), tables)


@pytest.fixture(scope="module")
def desk(tables: Tables) -> Desk:
    return desk_of(tables)


@pytest.fixture(scope="module")
def found(desk: Desk) -> OtherServices:
    made: OtherServices = CHAPTER.analyse(desk)
    return made


@pytest.fixture(scope="module")
def section(found: OtherServices) -> Section:
    return CHAPTER.write(found)


def _emergency(found: OtherServices) -> Emergency:
    assert found.emergency is not None
    return found.emergency


def _fire(found: OtherServices) -> Fires:
    assert found.fires is not None
    return found.fires


def _of(found: OtherServices, dataset: str) -> Service:
    return next(one for one in found.quarterly if one.selected.chosen.dataset == dataset)


def _words(section: Section) -> str:
    return " ".join(
        str(getattr(block, "text", "")) for part in section.walk() for block in part.blocks
    )


def test_attendances_are_counted_and_tested(found: OtherServices) -> None:
    one = _emergency(found)
    assert one.service.count.number == 360
    assert one.service.change.number == pytest.approx(50)  # 360 / 240 − 1
    assert verdict_of(one.service.change) is Verdict.ROSE
    assert [figure.number for figure in one.service.quarters] == [60] * 4 + [90] * 4
    assert isinstance(one.hours, Hours)
    assert one.hours.six_hours.number == 100  # all of them at a quarter past ten


def test_shares_are_of_those_of_whom_it_is_told(found: OtherServices) -> None:
    # of every six three in the street, two at home, one not told: 180, 120 and 60 of 360
    groups = _emergency(found).groups
    street, home = groups["premises"].groups
    assert (street.name, street.count.number, home.count.number) == ("Street", 180, 120)
    assert street.share.number == pytest.approx(60)  # 180 / 300
    assert groups["premises"].missing.number == pytest.approx(100 * 60 / 360)
    # one a month with a knife: 12 of 360; every third patient is 40 and a woman
    # one of five does not say by whom: 288 strangers are all of those who do
    (stranger,) = groups["category"].groups
    assert (stranger.count.number, stranger.share.number) == (288, 100)
    assert groups["category"].missing.number == pytest.approx(100 * 72 / 360)
    assert {one.name: one.count.number for one in groups["weapon"].groups} == {
        "Fist": 348,
        "Knife": 12,
    }
    bands = {one.name: one.count.number for one in groups["age band"].groups}
    assert (bands["18 to 25"], bands["36 to 45"]) == (240, 120)
    assert groups["sex"].largest.share.number == pytest.approx(100 * 2 / 3)


def test_drink_is_of_those_who_were_asked(found: OtherServices) -> None:
    # asked are the even of 30 a month, 15; set are 0, 6, 12, 18 and 24, 5
    drink = _emergency(found).drink
    assert drink is not None
    assert drink.used.number == pytest.approx(50)
    assert drink.of_answered.number == pytest.approx(100 / 3)


def test_the_police_stand_beside_and_are_never_divided(
    found: OtherServices, section: Section
) -> None:
    police = _emergency(found).police
    assert police is not None
    assert police.count.period == _emergency(found).service.count.period
    assert police.count.offence == "Violence with injury"
    assert "no share is made of them" in _words(section)


def test_a_quarter_that_is_not_held_is_not_known_and_left_out_of_the_change(
    found: OtherServices, section: Section
) -> None:
    # July to December is the longest run of months that both years hold: 168 against 168
    calls = _of(found, "ambulance_calls")
    assert calls.count.number == 336
    assert calls.compared.label == "July 2024 to December 2024"
    assert calls.change.number == pytest.approx(0)
    assert [one.status for one in calls.quarters] == ["known", "not_known", *["known"] * 6]
    assert "the same months a year before" in _words(section)


def test_what_is_rare_is_tested_without_its_months(found: OtherServices) -> None:
    abuse = _of(found, "hospital_domestic_abuse")
    assert abuse.count.number == 30
    assert abuse.change.number == pytest.approx(200)  # 30 / 10 − 1
    assert verdict_of(abuse.change) is Verdict.ROSE
    assert [one.number for one in abuse.quarters] == [5, 0, 5, 0, 10, 5, 10, 5]


def test_fires_by_ward_hide_what_is_of_few(found: OtherServices) -> None:
    fires = _fire(found)
    assert fires.deliberate.count.number == 96  # 8 in each of 12 months
    assert fires.no_alarm is not None
    assert fires.no_alarm.count.number == 24
    counts = [ward.count.number for ward in fires.wards]
    assert sum(counts) == 96
    # of homes both years are held, 24 each: one ward has 48 − 4 = 44 and the other 4, too few
    assert fires.homes is not None
    assert fires.homes.number == 48
    hidden = [ward for ward in fires.wards if ward.no_alarm and ward.no_alarm.status == "withheld"]
    assert len(hidden) >= 2  # the ward with 4, and another that keeps it from being reckoned


def test_key_findings_are_of_what_the_tests_allow(found: OtherServices) -> None:
    injuries, fires = found.key_findings
    assert injuries.claim.startswith("The emergency department treated 360 people")
    assert injuries.direction is Verdict.ROSE
    assert fires.direction is Verdict.NO_CLEAR_CHANGE


def test_where_no_service_supplies_a_file_there_is_no_chapter(desk: Desk) -> None:
    nothing = CHAPTER.analyse(Desk(replace(desk.evidence, recorded_incidents={}), desk.settings))
    assert not CHAPTER.is_told(nothing)
    assert nothing.key_findings == ()


def test_what_is_missing_is_one_line_with_who_has_it(desk: Desk) -> None:
    def lines(held: Desk) -> list[str]:
        missing = EVIDENCE.analyse(held).missing
        return [part.from_whom for part in missing if "emergency departments" in part.what]

    assert lines(desk) == []
    assert lines(Desk(replace(desk.evidence, recorded_incidents={}), desk.settings)) == [
        "the integrated care board, the ambulance service and the fire and rescue service"
    ]


def test_the_law_is_answered_by_what_is_held(desk: Desk) -> None:
    def answer(held: Desk) -> Answer:
        found = STATUTORY.analyse(held)
        return next(row.answer for row in found.rows if row.item == "6(1)(d)")

    without = Desk(replace(desk.evidence, recorded_incidents={}), desk.settings)
    assert "Assaults seen by emergency departments" in answer(without).needs
    assert "emergency department" not in answer(desk).needs
    assert "other-services" in [place.anchor for place in answer(desk).where]
    assert "other-services" not in [place.anchor for place in answer(without).where]


def test_what_one_service_does_not_supply_is_one_sentence(desk: Desk) -> None:
    held = {"fires": desk.evidence.recorded_incidents["fires"]}
    only = CHAPTER.analyse(Desk(replace(desk.evidence, recorded_incidents=held), desk.settings))
    said = _words(CHAPTER.write(only))
    assert "This needs the emergency department's record of assaults" in said
    assert "The fire service attended 96 deliberate fires" in said


def _printed(section: Section) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for part in section.walk():
        for block in part.blocks:
            for one in (block, getattr(block, "table", None)):
                for figure in getattr(one, "figures", ()) or ():
                    found[figure.figure_id] = figure
                text = getattr(one, "text", None)
                for figure in getattr(text, "figures", ()) or ():
                    found[figure.figure_id] = figure
    return found


def test_every_figure_is_made_again_from_the_rows(section: Section, tables: Tables) -> None:
    figures = [one for one in _printed(section).values() if one.status == "known"]
    cells = [one for one in figures if one.measure == "hour_by_weekday"]
    hours = {one.recipe.take for one in cells if one.recipe}
    assert hours >= {f"by_hour[{hour}]" for hour in range(24)}
    assert not [
        take for take in hours if take and take.startswith("weights")
    ]  # one or two patients
    others = [one for one in figures if one.measure != "hour_by_weekday"]
    assert len(others) > 40
    for figure in [*others, *cells[:: len(cells) // 4]]:
        again = recompute(figure.recipe, tables)
        assert again == pytest.approx(figure.number, rel=1e-9, abs=1e-9), figure.measure


def test_every_picture_has_its_table(section: Section) -> None:
    pictures = [block for part in section.walk() for block in part.blocks if hasattr(block, "alt")]
    assert {picture.name for picture in pictures} >= {"ed-hours", "ed-places", "fires-wards"}
    assert all(isinstance(picture.table, Table) and picture.alt for picture in pictures)

"""Faults in cells and rows of partners' files: each is counted by its reason, and none is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.partner_folder import (
    CRIME_HEADER,
    VICTIM_HEADER,
    asked,
    crime,
    crimes,
    read,
    victim,
    written,
)
from wardwise.sources.imported import Imported


ASIDE, FAULT, CHECK = "set_aside", "partner_fault", "partner_quality"
Change = dict[str, str]

# Cause, the cells changed in one row of twelve, where it is counted, under which words
CRIMES: list[tuple[str, Change, str, str]] = [
    ("no offence", {"OFFENCE": ""}, ASIDE, "offence: not given"),
    ("an offence that is not in the list", {"OFFENCE": "NEW"}, ASIDE, "offence: the code is not"),
    ("a formula in place of an offence", {"OFFENCE": "=HYPERLINK(1)"}, ASIDE, "offence: the code"),
    ("a formula in a label", {"PREMISES": "=cmd|' /C calc'!A0"}, FAULT, "spreadsheet formula"),
    ("a formula with a plus", {"PREMISES": "+SUM(A1)"}, FAULT, "spreadsheet formula"),
    ("a formula with an at", {"PREMISES": "@SUM(A1)"}, FAULT, "spreadsheet formula"),
    ("a formula with a minus", {"PREMISES": "-SUM(A1)"}, FAULT, "spreadsheet formula"),
    ("an address of mail in a label", {"PREMISES": "a.b@example.org"}, FAULT, "person's details"),
    ("a telephone in a label", {"PREMISES": "07700 900123"}, FAULT, "person's details"),
    ("a postcode in a label", {"PREMISES": "flat LU1 2SE"}, FAULT, "person's details"),
    ("a date of birth in a label", {"PREMISES": "born 01/02/1990"}, FAULT, "person's details"),
    ("a story in a label", {"PREMISES": "x" * 81}, FAULT, "too long for a code"),
    ("no day at all", {"RECORDED": "", "FROM": "", "TO": ""}, ASIDE, "no day is given that"),
    ("a recorded date that is no date", {"RECORDED": "soon"}, FAULT, "not a date in the format"),
    ("the thirtieth of February", {"RECORDED": "30/02/2024"}, FAULT, "not a date in the format"),
    ("the word now", {"FROM": "now"}, FAULT, "not a date in the format"),
    ("a date the other way round", {"RECORDED": "12/31/2024"}, FAULT, "not a date in the format"),
    ("a date in another format", {"RECORDED": "2024-01-03"}, FAULT, "not a date in the format"),
    ("a date in words", {"RECORDED": "3 Jan 2024"}, FAULT, "not a date in the format"),
    ("a number of days of a spreadsheet", {"RECORDED": "45294"}, FAULT, "not a date in the"),
    ("an hour of 25", {"FROM": "02/01/2024 25:00"}, FAULT, "not a date in the format"),
    ("a date after the extract was received", {"RECORDED": "15/05/2024"}, FAULT, "was received"),
    ("a year of 2204", {"FROM": "02/01/2204 20:00"}, FAULT, "was received"),
    ("a date before 1900", {"FROM": "02/01/1024 20:00"}, FAULT, "before 1900"),
    ("an end before its start", {"TO": "02/01/2024 19:00"}, FAULT, "ends before it starts"),
    ("an end and no start", {"FROM": ""}, FAULT, "an end and no start"),
    ("recorded before it happened", {"RECORDED": "01/01/2024"}, FAULT, "recorded before"),
    ("a time of 00:01", {"FROM": "02/01/2024 00:01"}, CHECK, "a time of 00:01"),
    ("a time of 00:00", {"FROM": "02/01/2024 00:00"}, CHECK, "a time of 00:00"),
    ("a span of a month", {"FROM": "02/12/2023 20:00"}, CHECK, "a span longer than 7 days"),
    ("recorded after a year", {"FROM": "02/12/2022 20:00"}, CHECK, "more than 365 days"),
    ("an easting that is text", {"EAST": "509,000"[:3] + "x"}, FAULT, "not a number"),
    ("an easting without a northing", {"NORTH": ""}, FAULT, "one of the two coordinates"),
    ("an easting and northing of nought", {"EAST": "0", "NORTH": "0"}, FAULT, "not on the British"),
    ("a point far out at sea", {"EAST": "909000", "NORTH": "900000"}, FAULT, "not on the British"),
    (
        "easting and northing exchanged",
        {"EAST": "1080000", "NORTH": "440000"},
        FAULT,
        "seem to be exchanged",
    ),
    ("no place", {"EAST": "", "NORTH": ""}, CHECK, "place known as: none"),
    ("a flag that is neither yes nor no", {"DA": "?"}, FAULT, "neither as yes nor as no"),
    ("a flag that is empty", {"DA": ""}, CHECK, "not known"),
    ("the reference of another crime", {"REF": "40/1/24"}, ASIDE, "it repeats a row before"),
    ("a reference in other letters", {"REF": " 40/1/24 "}, ASIDE, "it repeats a row before"),
    ("a row cut short", {"OFFICER": "PC,more"}, ASIDE, "more or fewer cells"),
]
VICTIMS: list[tuple[str, Change, str, str]] = [
    ("an age of minus one", {"AGE": "-1"}, FAULT, "an age below nought"),
    ("an age of 120", {"AGE": "120"}, FAULT, "an age above 110"),
    ("an age of nought for a victim", {"AGE": "0"}, CHECK, "an age of 0"),
    ("an age in words", {"AGE": "thirty"}, FAULT, "not an age in whole years"),
    ("an age with a fraction", {"AGE": "30.5"}, FAULT, "not an age in whole years"),
    ("an age group that is none", {"AGE": "", "BAND": "1020"}, FAULT, "not an age group"),
    ("an age group of 940", {"AGE": "", "BAND": "940"}, FAULT, "not an age group"),
    ("an age group that ends first", {"AGE": "", "BAND": "24-18"}, FAULT, "ends before it begins"),
    ("an age beside a wide group", {"BAND": "25-44"}, CHECK, "the band is kept"),
    ("born after the crime", {"AGE": "", "DOB": "03/01/2024"}, FAULT, "born after the event"),
    ("born in 1880", {"AGE": "", "DOB": "01/01/1880"}, FAULT, "an age above 110"),
    ("a sex that is no code", {"SEX": "Q"}, FAULT, "neither male nor female"),
    ("a victim with no crime", {"REF": "40/999/24"}, FAULT, "no crime of that reference"),
    ("the same victim twice in a crime", {"PERSON": "N2"}, ASIDE, "it repeats a row before"),
    ("a home that is no LSOA", {"HOME": "Luton"}, FAULT, "not an LSOA code"),
]


def told(imported: Imported, where: str, words: str) -> int:
    """Rows that are counted under the words."""
    table = imported.tables[where].to_pylist()
    if where == ASIDE:
        return sum(row["rows"] for row in table if words in row["reason"])
    if where == FAULT:
        return sum(words in row["reason"] for row in table)
    return sum(row["rows"] for row in table if words in row["check"])


def whole(imported: Imported) -> None:
    """Rows in = rows used + rows set aside, in every file."""
    aside: Counter[tuple[str, str]] = Counter()
    for row in imported.tables["set_aside"].to_pylist():
        aside[(row["source"], row["file"])] += row["rows"]
    for line in imported.tables["partner_file"].to_pylist():
        gone = aside[(line["source"], line["path"])]
        assert line["rows_in"] == line["rows_used"] + gone


@pytest.mark.parametrize(("cause", "change", "where", "words"), CRIMES, ids=[c[0] for c in CRIMES])
def test_each_fault_of_a_crime_is_counted(
    tmp_path: Path, cause: str, change: Change, where: str, words: str
) -> None:
    written(tmp_path, "good.csv", crimes())
    before = told(read(tmp_path, asked("recorded_crime", "good.csv")), where, words)
    written(tmp_path, "bad.csv", [*crimes(), crime(13, **change)])
    imported = read(tmp_path, asked("recorded_crime", "bad.csv"))
    assert told(imported, where, words) == before + 1, cause
    assert imported.tables["partner_record"].num_rows == 13
    whole(imported)


@pytest.mark.parametrize(
    ("cause", "change", "where", "words"), VICTIMS, ids=[c[0] for c in VICTIMS]
)
def test_each_fault_of_a_victim_is_counted(
    tmp_path: Path, cause: str, change: Change, where: str, words: str
) -> None:
    written(tmp_path, "crimes.csv", crimes())
    good = [VICTIM_HEADER, *(victim(n) for n in range(1, 13))]
    written(tmp_path, "good.csv", good)
    written(tmp_path, "bad.csv", [*good, victim(13, **change)])
    both = [
        read(tmp_path, asked("recorded_crime", "crimes.csv"), asked("victims", name))
        for name in ("good.csv", "bad.csv")
    ]
    before, after = (told(each, where, words) for each in both)
    assert after == before + 1, cause
    assert both[1].tables["partner_person"].num_rows == 13
    whole(both[1])


def test_there_are_at_least_sixty_causes_of_partners_files_and_they_differ() -> None:
    from tests.bad_input.partner_files import CASES

    causes = [case[0] for case in (*CRIMES, *VICTIMS, *CASES)]
    assert len(set(causes)) == len(causes) >= 60


def test_an_age_of_nought_is_not_believed_of_a_suspect(tmp_path: Path) -> None:
    rows = [VICTIM_HEADER, victim(1, AGE="0"), victim(2, AGE="17")]
    written(tmp_path, "suspects.csv", rows)
    imported = read(tmp_path, asked("suspects", "suspects.csv"))
    assert imported.tables["partner_person"]["age"].to_pylist() == [None, 17]
    assert told(imported, FAULT, "an age of nought") == 1


def _by_month(month: int, offences: Sequence[str]) -> list[str]:
    """A crime of each offence, recorded in the month."""
    day = f"03/{month:02d}/2024"
    moment = {"RECORDED": day, "FROM": f"{day} 10:00", "TO": f"{day} 11:00"}
    return [crime(100 * month + n, OFFENCE=offence, **moment) for n, offence in enumerate(offences)]


def test_a_code_list_that_changed_mid_year_is_said_as_one_change(tmp_path: Path) -> None:
    months = [_by_month(n, ["BURG"] * 20) for n in (1, 2)]
    # one odd code in March is no change; from April on eleven of twenty are not known
    months.append(_by_month(3, ["BURG"] * 19 + ["V9"]))
    new = ["V12"] * 5 + ["V13"] * 4 + ["Hartsplanted", "QH29021972"]
    months += [_by_month(n, ["BURG"] * 9 + new) for n in (4, 5)]
    written(tmp_path, "crimes.csv", [CRIME_HEADER, *(row for each in months for row in each)])
    imported = read(tmp_path, asked("recorded_crime", "crimes.csv", received_on="2024-06-01"))
    (notice,) = imported.notices
    assert notice == (
        "crimes.csv: from 2024-04 on, 22 rows carry codes of 'offence' that the mapping made_up"
        " does not know ('V12', 'V13' and 2 others); before, 1 did. The supplier's list seems to"
        " have changed in that month: ask for the new one, and add it to the mapping."
    )
    assert told(imported, ASIDE, "offence: the code is not") == 23
    assert told(imported, CHECK, "codes that the mapping does not know, since 2024-04") == 22
    whole(imported)


def test_odd_codes_here_and_there_are_no_change_of_the_list(tmp_path: Path) -> None:
    months = [_by_month(n, ["BURG"] * 18 + ["V12"] * 2) for n in range(1, 7)]
    written(tmp_path, "crimes.csv", [CRIME_HEADER, *(row for each in months for row in each)])
    imported = read(tmp_path, asked("recorded_crime", "crimes.csv", received_on="2024-07-01"))
    assert imported.notices == ()
    assert told(imported, ASIDE, "offence: the code is not") == 12
    assert told(imported, CHECK, "codes that the mapping does not know") == 0


def test_a_list_of_sexes_that_changed_is_said_for_people_too(tmp_path: Path) -> None:
    months = [_by_month(n, ["BURG"] * 12) for n in (1, 2, 3)]
    written(tmp_path, "crimes.csv", [CRIME_HEADER, *(row for each in months for row in each)])
    victims = [
        victim(n, REF=f"40/{100 * month + n}/24", SEX="2" if month == 3 else "F")
        for month in (1, 2, 3)
        for n in range(12)
    ]
    written(tmp_path, "victims.csv", [VICTIM_HEADER, *victims])
    imported = read(
        tmp_path, asked("recorded_crime", "crimes.csv"), asked("victims", "victims.csv")
    )
    (notice,) = imported.notices
    assert notice.startswith("victims.csv: from 2024-03 on, 12 rows carry codes of 'sex'")
    assert "('2')" in notice


def test_an_extract_that_overlaps_the_last_one_replaces_it_where_both_are(tmp_path: Path) -> None:
    written(tmp_path, "old.csv", crimes(12))
    later = [crime(n, OFFENCE="VIOL" if n == 5 else "BURG") for n in range(3, 15)]
    written(tmp_path, "new.csv", [CRIME_HEADER, *later])
    imported = read(
        tmp_path,
        asked("recorded_crime", "old.csv", received_on="2024-02-01"),
        asked("recorded_crime", "new.csv", received_on="2024-05-01"),
    )
    records = imported.tables["partner_record"].to_pylist()
    used = Counter(row["file"] for row in records if row["used"])
    # all are recorded on one day, which the new one covers: 3 to 14 are in it, 1 and 2 are gone
    assert used == {"new.csv": 12}
    assert told(imported, ASIDE, "a later extract holds it") == 10
    assert told(imported, ASIDE, "no longer holds it") == 2
    changed = {
        row["field"]: (row["in_both"], row["appeared"], row["vanished"], row["changed"])
        for row in imported.tables["partner_revision"].to_pylist()
    }
    assert changed["offence"] == (10, 2, 2, 1)
    assert changed["outcome"] == (10, 2, 2, 0)
    whole(imported)


def test_the_same_extract_saved_again_is_used_once(tmp_path: Path) -> None:
    written(tmp_path, "old.csv", crimes(12))
    # re-saved: in another order, and every cell in quotes
    again = [CRIME_HEADER, *reversed(crimes(12)[1:])]
    written(tmp_path, "new.csv", ['"' + line.replace(",", '","') + '"' for line in again])
    imported = read(
        tmp_path,
        asked("recorded_crime", "old.csv", received_on="2024-02-01"),
        asked("recorded_crime", "new.csv", received_on="2024-05-01"),
    )
    assert sum(imported.tables["partner_record"]["used"].to_pylist()) == 12
    assert "saved again" in imported.notices[0]
    assert {row["changed"] for row in imported.tables["partner_revision"].to_pylist()} == {0}
    whole(imported)


def test_a_return_below_nought_or_above_its_whole_is_said(tmp_path: Path) -> None:
    lines = ["PERIOD,ITEM,N,OF", "2024-01,tests,-3,", "2023/24 Q4,positive,12,10", "x,tests,1,"]
    written(tmp_path, "tests.csv", lines)
    imported = read(tmp_path, asked("drug_tests", "tests.csv"))
    assert told(imported, ASIDE, "value: a count below nought") == 1
    assert told(imported, FAULT, "above its own denominator") == 1
    assert told(imported, ASIDE, "period: not a month") == 1
    used = [row for row in imported.tables["partner_return"].to_pylist() if row["used"]]
    assert [(row["first_month"], row["last_month"]) for row in used] == [("2024-01", "2024-03")]
    whole(imported)


def test_a_crime_may_have_one_outcome_after_another_but_none_twice(tmp_path: Path) -> None:
    rows = ["1,Under investigation,01/02/2024", "1,Charged,01/03/2024", "1,Charged,01/03/2024"]
    rows += ["1,Charged,", "2,Under investigation,"]
    written(tmp_path, "outcomes.csv", ["REF,OUTCOME,DAY", *rows])
    imported = read(tmp_path, asked("outcomes", "outcomes.csv"))
    records = imported.tables["partner_record"].to_pylist()
    assert [row["used"] for row in records] == [True, True, False, False, False]
    assert [row["month"] for row in records[:2]] == ["2024-02", "2024-03"]
    (line,) = imported.tables["partner_file"].to_pylist()
    assert (line["first_day"], line["last_day"]) == ("2024-02-01", "2024-03-01")
    whole(imported)

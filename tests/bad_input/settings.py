"""Faults of a settings file, each by its cause: what is said and the exit code."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.bad_input.case import Act, Case, Make
from wardwise.sources.settings import read_settings


GOOD = """\
partnership: {code: E06999991, name: Sampleton, force: Sampleshire}
evidence: {recorded_crime: police_uk}
"""


def written(text: str | bytes) -> Make:
    """A settings file with that text."""

    def make(path: Path) -> Act:
        raw = text.encode() if isinstance(text, str) else text
        (path / "sampleton.yaml").write_bytes(raw)
        return partial(read_settings, path / "sampleton.yaml")

    return make


def _absent(path: Path) -> Act:
    return partial(read_settings, path / "absent.yaml")


def _folder(path: Path) -> Act:
    (path / "settings").mkdir()
    return partial(read_settings, path / "settings")


def initiative(**changes: str) -> str:
    """The settings with one initiative, of which some keys are as given; '' takes one away."""
    good = {
        "name": "New locks",
        "offences": "[Burglary]",
        "area": "{wards: [Eastgate]}",
        "control": "{rest: true}",
        "start": "2025-04-01",
        "expected_change_percent": "-20",
        "chosen": "high",
        "why": "the police asked",
    }
    told = ", ".join(f"{name}: {value}" for name, value in (good | changes).items() if value)
    return GOOD + f"initiatives: [{{{told}}}]\n"


def _one(name: str) -> str:
    """The same initiative under another name, as one of a list."""
    return initiative(name=name).removeprefix(GOOD + "initiatives: [").removesuffix("]\n")


# cause, what makes it (and returns the call that meets it), exit code, parts of the message
CASES: list[Case] = [
    ("the settings file is not there", _absent, 13, ("absent.yaml", "new-partnership")),
    (
        "the settings file is not UTF-8",
        written(b"seed: 1\npartnership: {name: \xc9vreux}\n"),
        13,
        ("sampleton.yaml, line 2", "found text that is not UTF-8, expected UTF-8"),
    ),
    (
        "the settings file is nothing but brackets",
        written("partnership: " + "[" * 5000 + "]" * 5000),
        13,
        ("sampleton.yaml, line 1: found more than 30 lists or headings", "expected fewer"),
    ),
    ("the settings file is empty", written(""), 13, ("found nothing", "'partnership:'")),
    (
        "the settings file is not YAML",
        written("partnership: {code: E06999991\nevidence: x: y\n"),
        13,
        ("line", "not YAML", "quotes"),
    ),
    (
        "a heading is given twice",
        written(GOOD + "seed: 1\nseed: 2\n"),
        13,
        ("line 4", "'seed' is given twice"),
    ),
    (
        "a value refers to another instead of being written out",
        written(GOOD + "places: &a {own_areas: [*a]}\n"),
        13,
        ("line 3", "found a reference (*a)", "Write it out"),
    ),
    (
        "a heading is a list",
        written(GOOD + "? [places, seed]\n: 1\n"),
        13,
        ("sampleton.yaml",),
    ),
    (
        "a key is misspelt",
        written(GOOD + "priorites: {count: 5}\n"),
        13,
        ("priorites (line 3)", "Did you mean 'priorities'?"),
    ),
    (
        "a key inside a heading is misspelt",
        written(GOOD + "places: {comissioned: []}\n"),
        13,
        ("places.comissioned", "Did you mean 'commissioned'?"),
    ),
    (
        "a required key is missing",
        written(
            "partnership: {code: E06999991, name: Sampleton}\nevidence: {recorded_crime: "
            "police_uk}\n"
        ),
        13,
        ("partnership.force", "not given"),
    ),
    (
        "the partnership's code is cut short",
        written(GOOD.replace("E06999991", "E0699999")),
        13,
        ("partnership.code (line 1)", "'E0699999'", "eight digits"),
    ),
    (
        "the source of recorded crime is not one of ours",
        written(GOOD.replace("police_uk", "police.uk")),
        13,
        ("evidence.recorded_crime", "'police.uk'", "'police_uk' or 'area_counts'"),
    ),
    (
        "the month that the year ends with is no month",
        written(GOOD + "period: {year_ends: 2024-13}\n"),
        13,
        ("period.year_ends", "'2024-13'", "YYYY-MM"),
    ),
    (
        "the population year is not the source's",
        written(GOOD + "population: {source: census_2021, year: 2020}\n"),
        13,
        ("population", "2020", "the year 2021"),
    ),
    (
        "a heading holds a list where names were expected",
        written(GOOD + "threat: [weights]\n"),
        13,
        ("threat", "names with values"),
    ),
    (
        "a number is in quotes",
        written(GOOD + "priorities: {count: '5'}\n"),
        13,
        ("priorities.count", "a whole number"),
    ),
    (
        "an initiative is judged by an offence that nobody counts",
        written(initiative(offences="[Burglry]")),
        13,
        ("'New locks', offences: found 'Burglry'", "Did you mean 'Burglary'?"),
    ),
    (
        "an initiative ends before it starts",
        written(initiative(end="2025-03-01")),
        13,
        ("initiatives[1]", "an 'end' after the start, 2025-04-01"),
    ),
    (
        "an initiative starts on no day",
        written(initiative(start="April")),
        13,
        ("initiatives[1].start", "a date as YYYY-MM-DD"),
    ),
    (
        "an initiative has no control",
        written(initiative(control="")),
        13,
        ("initiatives[1].control", "not given"),
    ),
    (
        "an area of an initiative names no land",
        written(initiative(area="{name: the estate}")),
        13,
        ("initiatives[1].area", "'lsoas', 'wards', 'own_areas', 'file' or 'rest: true'"),
    ),
    (
        "an outline is named without the file that holds it",
        written(initiative(area="{wards: [Eastgate], outline: North}")),
        13,
        ("initiatives[1].area", "'outline' and 'name_column' beside a 'file'"),
    ),
    (
        "an initiative is the rest of the partnership",
        written(initiative(area="{rest: true}")),
        13,
        ("initiatives[1]", "'rest: true' for a control alone"),
    ),
    (
        "a control of next door stands without next door",
        written(initiative(displacement_control="{wards: [Westgate]}")),
        13,
        ("initiatives[1]", "'displacement' where there is a 'displacement_control'"),
    ),
    (
        "an initiative hopes for no change",
        written(initiative(expected_change_percent="0")),
        13,
        ("expected_change_percent", "a change that is hoped for, like -20"),
    ),
    (
        "why an area was chosen is told in other words",
        written(initiative(chosen="hot spot")),
        13,
        ("initiatives[1].chosen", "'high' or 'other'"),
    ),
    (
        "two initiatives have one name",
        written(initiative().replace("]\n", ", " + _one("new LOCKS") + "]\n")),
        13,
        ("initiatives", "a name of its own for each"),
    ),
    (
        "a decision is made without a reason",
        written(GOOD + "priorities: {overrides: [{candidate: Robbery, propose: false}]}\n"),
        13,
        ("priorities.overrides[1].reason", "not given"),
    ),
    (
        "an official list of similar partnerships has no date",
        written(GOOD + "comparators: {most_similar: {codes: [E22000010], source: Home Office}}\n"),
        13,
        ("comparators.most_similar.date", "not given"),
    ),
    (
        "an own area has neither a list nor a file",
        written(GOOD + "places: {own_areas: [{name: Old Town}]}\n"),
        13,
        ("places.own_areas[1]", "either 'lsoas'"),
    ),
    (
        "a weight of the threat assessment is below nought",
        written(GOOD + "threat: {weights: {physical: -1}}\n"),
        13,
        ("threat.weights.physical", "0.0 or more"),
    ),
    (
        "the seed is below nought",
        written(GOOD + "seed: -1\n"),
        13,
        ("seed (line 3)", "found -1", "0 or more"),
    ),
    (
        "the year's end is misspelt",
        written(GOOD + "period: {year_ends: lastest}\n"),
        13,
        ("period.year_ends (line 3)", "'lastest'", "'latest', or a month as YYYY-MM"),
    ),
    (
        "a tab stands at the beginning of a line",
        written("partnership: {code: E06999991, name: Sampleton, force: S}\n\tevidence: {}\n"),
        13,
        ("line 2", "not YAML", "indentation"),
    ),
    (
        "the settings are a folder",
        _folder,
        13,
        ("settings: found a folder, expected a YAML file", "new-partnership"),
    ),
    (
        "a date is written day first",
        written(
            GOOD + "comparators: {most_similar: {codes: [E22000010], source: Home Office,"
            " date: 01/02/2024}}\n"
        ),
        13,
        ("comparators.most_similar.date", "'01/02/2024'", "YYYY-MM-DD"),
    ),
    (
        "a similar partnership is listed twice",
        written(
            GOOD + "comparators: {most_similar: {codes: [E22000010, E22000010], source: Home"
            " Office, date: 2024-02-01}}\n"
        ),
        13,
        ("comparators.most_similar.codes", "'E22000010' is there twice"),
    ),
    (
        "a commissioned ward is listed twice",
        written(GOOD + "places: {commissioned: [Eastgate, Westgate, Eastgate]}\n"),
        13,
        ("places.commissioned (line 3)", "'Eastgate' is there twice"),
    ),
    (
        "an LSOA of an own area is listed twice",
        written(GOOD + "places: {own_areas: [{name: Old Town, lsoas: [E01999991, E01999991]}]}\n"),
        13,
        ("places.own_areas[1].lsoas", "'E01999991' is there twice"),
    ),
    (
        "high-impact areas are to hold most of an offence that nobody counts",
        written(GOOD + "places: {high_impact: {by: Burglry}}\n"),
        13,
        ("places.high_impact.by: found 'Burglry'", "Did you mean 'Burglary'?"),
    ),
    (
        "a high-impact area has no neighbourhood",
        written(GOOD + "places: {high_impact: {areas: [{name: Centre, areas: []}]}}\n"),
        13,
        ("places.high_impact.areas[1].areas", "at least 1"),
    ),
    (
        "two high-impact areas bear one name",
        written(
            GOOD + "places: {high_impact: {areas: [{name: Centre, areas: [Eastgate]},"
            " {name: Centre, areas: [Westgate]}]}}\n"
        ),
        13,
        ("places.high_impact", "'Centre' is there twice"),
    ),
    (
        "people by day are given of one high-impact area and not of the whole",
        written(
            GOOD + "places: {high_impact: {areas: [{name: Centre, areas: [Eastgate],"
            " workday_people: 900}]}}\n"
        ),
        13,
        ("places.high_impact", "of the whole ('workday')"),
    ),
    (
        "high-impact areas are to hold nearly everybody",
        written(GOOD + "places: {high_impact: {people_percent: 90}}\n"),
        13,
        ("places.high_impact.people_percent", "40"),
    ),
    (
        "a weight of the vulnerability index is of no part of it",
        written(GOOD + "places: {vulnerability: {weights: {burglry: 2}}}\n"),
        13,
        ("places.vulnerability.weights", "found 'burglry'"),
    ),
    (
        "all but one flag of wards weigh nothing",
        written(
            GOOD + "places: {ward_flags: {weights: {harm: 0, anti-social behaviour: 0,"
            " violence: 0, burglary: 0, deprivation: 0}}}\n"
        ),
        13,
        ("places.ward_flags.weights", "two weights or more above nought"),
    ),
    (
        "a school holiday ends before it begins",
        written(GOOD + "calendar: {school_holidays: [{first: 2024-08-31, last: 2024-07-24}]}\n"),
        13,
        ("calendar.school_holidays[1].last", "2024-07-24", "not before 2024-08-31"),
    ),
    (
        "days are to be hot from 80 degrees on",
        written(GOOD + "calendar: {temperatures: warm.csv, hot_from_celsius: 80}\n"),
        13,
        ("calendar.hot_from_celsius", "40"),
    ),
    (
        "a break names an offence that nobody counts",
        written(
            GOOD + "series_breaks: [{month: 2024-02, what: New system, source: The force,"
            " offences: [Drugs, Publik order]}]\n"
        ),
        13,
        ("series_breaks[1].offences", "'Publik order'", "Did you mean 'Public order'?"),
    ),
    (
        "a recording rate names an offence that nobody counts",
        written(
            GOOD + "recording_rates: [{month: 2024-02, before_percent: 65, after_percent: 81,"
            " source: Audit of the force, offences: [Public disorder]}]\n"
        ),
        13,
        ("recording_rates[1].offences", "'Public disorder'", "Did you mean"),
    ),
    (
        "a switch is neither true nor false",
        written(GOOD + "measures: {screen_moving_ranges: 'perhaps'}\n"),
        13,
        ("measures.screen_moving_ranges", "true or false"),
    ),
]

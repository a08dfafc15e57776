"""Definitions applied to coded crimes, worked by hand; and every definition that ships."""

from __future__ import annotations

import pytest

from wardwise.domain.definition import Definition
from wardwise.domain.errors import ReferenceDataError
from wardwise.measures.levels.defined_crimes import defined_crimes
from wardwise.measures.people.vulnerability_share import Vulnerability
from wardwise.reference.definitions import definition_names, load_definition, read_definition
from wardwise.reference.load import load_table


FLAGS = {
    str(row["field"])
    for row in load_table("partner_fields").rows
    if row["dataset"] == "recorded_crime" and row["kind"] == "flag"
}
MINE = """\
definition: mine
title: Mine
version: 1.0.0
owner: The partnership
begins: 2020-04-01
source: Made up
parts:
  - name: Robbery
    codes: ["34B"]
  - name: With a knife
    codes: ["34B", "8N"]
    flags: [knife]
"""


def applied(name: str, codes: list[str | None], day: str = "2024-01-05") -> Vulnerability:
    none = [False] * len(codes)
    flags = dict.fromkeys(FLAGS, none)
    definition = load_definition(name)
    return defined_crimes(definition=definition, codes=codes, flags=flags, days=[day] * len(codes))


def test_a_crime_in_two_parts_is_counted_once_and_the_overlap_is_shown() -> None:
    # the first is a robbery with a knife, the second a robbery, the third an assault with a
    # knife, the fourth an assault without one, the fifth has no code
    found = defined_crimes(
        definition=read_definition(MINE, file="mine.yaml"),
        codes=["34B", " 34b ", "8N", "8N", None],
        flags={"knife": [True, False, True, False, True]},
        days=["2024-01-05"] * 5,
    )
    assert (found.flagged, found.crimes) == (3, 5)
    assert found.by_flag == {"Robbery": 2, "With a knife": 2}
    assert found.in_both == {("Robbery", "With a knife"): 1}
    assert found.share.value == pytest.approx(60)  # 3 of 5


def test_vulnerability_counts_a_crime_with_two_flags_once() -> None:
    flags = dict.fromkeys(FLAGS, [False] * 4)
    # one child abused at home; one race and faith hate crime; one with alcohol alone; one plain
    flags |= {
        "domestic_abuse": [True, False, False, False],
        "child_abuse": [True, False, False, False],
        "hate_race": [False, True, False, False],
        "hate_religion": [False, True, False, False],
        "alcohol": [False, False, True, False],
    }
    found = defined_crimes(
        definition=load_definition("vulnerability"),
        codes=["8N"] * 4,
        flags=flags,
        days=["2024-01-05"] * 4,
    )
    assert found.flagged == 2
    assert found.by_flag["Hate crime"] == 1  # two strands are one hate crime
    assert found.in_both["Domestic abuse", "Child abuse"] == 1
    assert found.by_number == {0: 2, 1: 1, 2: 1, 3: 0, 4: 0}


@pytest.mark.parametrize(
    ("day", "codes", "counted"),
    [
        # until March 2017 a burglary of a dwelling is 28A; from April 2017 residential is 28E
        ("2017-03-31", ["28A", "28E", "34B", "45", "48", "46"], 4),
        ("2017-04-01", ["28A", "28E", "34B", "45", "48", "46"], 4),
        ("2017-03-31", ["28E"], 0),
        ("2017-04-01", ["28A"], 0),
    ],
)
def test_codes_hold_on_their_days_only(day: str, codes: list[str | None], counted: int) -> None:
    assert applied("serious_acquisitive_crime", codes, day).flagged == counted


def test_victim_based_is_all_but_crime_against_the_state() -> None:
    # assault, rape, robbery, shoplifting, damage; not cannabis, blade, affray, perjury
    codes: list[str | None] = ["8N", "19C", "34B", "46", "58C", "92E", "10D", "9A", "67"]
    assert applied("victim_based_crime", codes).flagged == 5


def test_vandalism_is_in_the_comparator_of_the_survey() -> None:
    found = applied("csew_comparator", ["58A", "58J", "44", "46"])
    assert (found.flagged, found.by_flag["Vandalism"]) == (2, 1)


def test_a_code_is_in_one_offence_group_on_one_day() -> None:
    parts = load_definition("offence_groups").parts
    codes = [code for part in parts for code in part.codes]
    assert len(codes) == len(set(codes))
    # every code that a severity weight is held for is in some group
    weighed = {str(row["offence_code"]) for row in load_table("severity_weight").rows}
    assert weighed - set(codes) == set()


@pytest.mark.parametrize("name", definition_names())
def test_every_definition_says_whose_it_is_and_names_flags_that_exist(name: str) -> None:
    found = load_definition(name)
    assert found.owner
    assert found.source
    assert {flag for part in found.parts for flag in part.flags} <= FLAGS
    codes = [code for part in found.parts for code in part.codes]
    known = {code for part in load_definition("offence_groups").parts for code in part.codes}
    # whole codes of earlier years, which the survey's subset names as such
    assert set(codes) - known <= {"5", "34", "56"}


def test_there_are_eight() -> None:
    assert definition_names() == (
        "assault_with_injury",
        "csew_comparator",
        "knife_crime",
        "offence_groups",
        "serious_acquisitive_crime",
        "serious_violence",
        "victim_based_crime",
        "vulnerability",
    )


def test_lists_from_memory_say_so() -> None:
    said = {name for name in definition_names() if "[M]" in load_definition(name).note}
    assert said == set(definition_names()) - {"offence_groups", "vulnerability"}


def test_a_flag_that_nobody_fills_is_not_nought() -> None:
    with pytest.raises(ValueError, match="does not fill: knife"):
        defined_crimes(
            definition=load_definition("knife_crime"), codes=["8N"], flags={}, days=["2024-01-05"]
        )


def test_before_it_began_it_says_nothing() -> None:
    with pytest.raises(ValueError, match="begins on 2022-12-01"):
        applied("serious_violence", ["34B"], "2022-11-30")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("34B", "Robbery"), "a Home Office offence code"),
        (("1.0.0", "one"), "three numbers"),
        (("definition: mine", "definition: yours"), "the name of the file"),
        (("With a knife", "Robbery"), "each part's name once"),
        (('    codes: ["34B"]\n', ""), "codes, flags or both"),
        (("begins: 2020-04-01", "begins: April"), "begins"),
    ],
)
def test_a_definition_that_cannot_be_is_refused(changed: tuple[str, str], said: str) -> None:
    with pytest.raises(ReferenceDataError, match=said):
        read_definition(MINE.replace(*changed), file="mine.yaml")


def test_one_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ReferenceDataError, match="vulnerability"):
        load_definition("hearsay")
    assert isinstance(load_definition("vulnerability"), Definition)

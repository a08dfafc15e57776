"""The page: numbers tied to their figures, findings chosen by a rule, worked by hand."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.builders import AREA, desk_with
from wardwise.chapters.executive_summary import executive_summary
from wardwise.chapters.executive_summary.chosen import chosen
from wardwise.chapters.executive_summary.linked import linked
from wardwise.chapters.executive_summary.room import room_for
from wardwise.document.blocks import Bullets, Headline, Note, Paragraph, Table
from wardwise.document.text import say
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.period import Month, Period
from wardwise.domain.published import OfficialRow, OfficialTable
from wardwise.domain.verdict import Verdict
from wardwise.figures.population import ENGLAND_AND_WALES


YEAR = Period.parse("2024-01", "2024-12")
MONTHLY = {
    "Drugs": [10, 11, 9, 10, 10, 11, 9, 10, 10, 11, 9, 10] * 2,
    "Robbery": [2] * 24,
    "Anti-social behaviour": [7] * 24,
}


def _figure(value: float, unit: Unit, offence: str | None = None) -> Figure:
    return Figure("offences", offence, AREA, YEAR, value, unit, ("police_uk",))


def _finding(
    claim: str = "It is so.",
    *figures: Figure,
    offence: str | None = None,
    direction: Verdict | None = None,
    weight: float = 0.0,
) -> KeyFinding:
    return KeyFinding(claim, figures, Sureness.HIGH, "", (), "", AREA, offence, direction, weight)


def published(first: str, last: str, *, before: int, latest: int) -> OfficialTable:
    """The ONS tables with one row, the total of the one partnership."""
    year = Period.parse(first, last)
    row = OfficialRow(latest, before, None, None, None, None, "", "")
    return OfficialTable(
        source="ons_csp_tables",
        latest=year,
        before=year.earlier(12),
        offences=(),
        partnerships={},
        force_of={},
        forces={},
        countries={},
        unassigned={},
        rows={(AREA.code, None): row},
    )


def test_numbers_of_a_claim_are_tied_to_the_figures_that_it_rests_on() -> None:
    # 1,301 and 28.1% are figures; the 1 of 1,301 and the year are not
    count, change = _figure(1301, Unit.OFFENCES), _figure(28.12, Unit.PERCENT)
    text = linked(_finding("Shoplifting: 1,301 in 2024, up 28.1%.", count, change))
    assert str(text) == "Shoplifting: 1,301 in 2024, up 28.1%."
    assert text.figures == (count, change)


def test_a_number_inside_another_is_left_alone() -> None:
    text = linked(_finding("There were 18,360 of them.", _figure(8, Unit.OFFENCES)))
    assert text.figures == ()
    assert str(text) == "There were 18,360 of them."


def test_changes_come_first_and_then_the_weightiest_of_each_chapter() -> None:
    # two changes at most, one of each offence; then the heaviest of 'places' (3, not 1);
    # 'profile' weighs nothing, and the evidence chapter has its own line on the page
    rises = [
        _finding(f"{n}", offence=name, direction=Verdict.ROSE, weight=weight)
        for n, (name, weight) in enumerate([("A", 1.0), ("B", 5.0), ("B", 4.0), ("C", 2.0)])
    ]
    places = [_finding("light", weight=1.0), _finding("heavy", weight=3.0)]
    told = {
        "levels": tuple(rises),
        "places": tuple(places),
        "profile": (_finding("none"),),
        "evidence_and_trust": (_finding("trust", weight=9.0),),
    }
    assert [one.claim for one in chosen(told)] == ["1", "3", "heavy"]


def test_groups_that_rose_or_fell_are_all_named_in_one_sentence() -> None:
    sizes = {"Robbery": 55.1, "Other theft": -12.8, "Drugs": 15.2}
    told = tuple(
        _finding(
            name,
            replace(_figure(size, Unit.PERCENT, name), measure="change_percent"),
            offence=name,
            direction=Verdict.ROSE if size > 0 else Verdict.FELL,
            weight=abs(size),
        )
        for name, size in sizes.items()
    )
    (line,) = chosen({"levels_and_patterns": told})
    assert line.claim == (
        "Rose beyond chance on the year before: robbery (+55.1%) and drugs (+15.2%). "
        "Fell beyond chance on the year before: other theft (−12.8%)."
    )
    assert {figure.offence for figure in linked(line).figures} == set(sizes)
    # one alone keeps its own claim, with the interval
    assert chosen({"levels_and_patterns": told[:1]}) == told[:1]


def test_what_partners_add_is_one_sentence_with_the_clause_of_each_chapter() -> None:
    # a chapter's own clause; else its claim up to the change, without the place
    brief = replace(_finding("Long.", _figure(17.8, Unit.PERCENT)), brief="17.8% were repeats")
    plain = _finding("The service saw 879 people; the number is told.", _figure(879, Unit.OFFENCES))
    (line,) = chosen({"conferences": (brief,), "other_services": (plain,)})
    assert line.claim == "Partners add: 17.8% were repeats; the service saw 879 people."
    assert {figure.number for figure in linked(line).figures} == {17.8, 879}


def test_whether_what_was_tried_did_it_comes_before_what_partners_add() -> None:
    moved = replace(
        _finding("Long.", _figure(3, Unit.OFFENCES)), brief="Wardens moved it next door"
    )
    shown = replace(_finding("Long.", _figure(5, Unit.OFFENCES)), brief="Locks shows no reduction")
    partner = replace(_finding("Long.", _figure(17.8, Unit.PERCENT)), brief="17.8% were repeats")
    first, second = chosen({"conferences": (partner,), "evaluation": (moved, shown)})
    assert first.claim == "Did it work? Wardens moved it next door; Locks shows no reduction."
    assert second.claim.startswith("Partners add")


def test_the_page_has_each_of_its_parts() -> None:
    section = executive_summary(desk_with(MONTHLY), {})
    kinds = [type(block) for block in section.blocks]
    assert kinds == [Paragraph, Headline, Table, Note, Note]
    # 120 drug offences and 24 robberies, without 84 incidents: 144; 144 / 4,000 × 1,000 = 36
    headline = section.blocks[1]
    assert isinstance(headline, Headline)
    assert [number.text for number, _ in headline.items] == ["144", "36.0", "0.0%"]
    lead = section.blocks[0]
    assert isinstance(lead, Paragraph)
    assert "shows no clear change on the year before" in str(lead.text)


def test_themes_that_nobody_counted_are_named() -> None:
    section = executive_summary(desk_with(MONTHLY), {"levels": (_finding(weight=1.0),)})
    assert any(isinstance(block, Bullets) for block in section.blocks)
    missing = section.blocks[-1]
    assert isinstance(missing, Note)
    assert "modern slavery" in str(missing.text)


def test_a_year_of_which_months_are_not_held_is_not_called_whole() -> None:
    short = {name: values[:1] for name, values in MONTHLY.items()}
    trust, missing = executive_summary(desk_with(short), {}).blocks[-2:]
    assert isinstance(trust, Note)
    assert isinstance(missing, Note)
    assert "the source holds December 2024 only" in str(trust.text)
    assert "known to be missing" not in str(trust.text)
    # incidents are recorded, only not for the whole year: nobody failed to supply them
    supplied, recorded = str(missing.text).split("The count of ")
    assert "modern slavery" in supplied
    assert "anti-social behaviour" not in supplied
    assert "anti-social behaviour" in recorded
    assert "in the year is not known." in recorded
    whole = executive_summary(desk_with(MONTHLY), {}).blocks[-2]
    assert isinstance(whole, Note)
    assert "No month of the year is known to be missing." in str(whole.text)
    assert "year before" not in str(whole.text)


def test_a_year_before_that_is_not_held_is_named_where_nothing_can_be_compared() -> None:
    gap = desk_with(MONTHLY, missing=[Month(2023, 3)])
    section = executive_summary(gap, {})
    lead, trust = section.blocks[0], section.blocks[-2]
    assert isinstance(lead, Paragraph)
    assert isinstance(trust, Note)
    assert "cannot be compared with the year before" in str(lead.text)
    assert (
        "No month of the year is known to be missing. The year before is not known: the source "
        "holds nothing for March 2023." in str(trust.text)
    )


def test_a_rise_that_may_be_counting_says_so_on_the_page() -> None:
    # drugs 120 → 240 and robbery 24 → 24: 144 → 264; drugs are counted otherwise from June
    rising = MONTHLY | {"Drugs": [10] * 12 + [20] * 12}
    broken = ((Month(2024, 6), "Drugs", "a new system"),)
    lead = executive_summary(desk_with(rising, breaks=broken), {}).blocks[0]
    assert isinstance(lead, Paragraph)
    assert "Part of that may be counting: drugs is now counted differently." in str(lead.text)
    # a total that is not said to have moved needs no such caution
    still = executive_summary(desk_with(MONTHLY, breaks=broken), {}).blocks[0]
    assert isinstance(still, Paragraph)
    assert "counting" not in str(still.text)


def test_a_published_year_that_ends_later_is_on_the_page() -> None:
    # 200 → 300 is +50.0%; only its interval is by the day
    later = published("2025-01", "2025-12", before=200, latest=300)
    section = executive_summary(desk_with(MONTHLY, official=later), {})
    line = section.blocks[2]
    assert isinstance(line, Paragraph)
    assert str(line.text).startswith("The published tables run on to 2025: 300 offences; that")
    assert "rose by 50.0% on the year before" in str(line.text)


def test_a_published_year_that_ends_earlier_has_no_line_of_its_own() -> None:
    earlier = published("2023-01", "2023-12", before=200, latest=300)
    section = executive_summary(desk_with(MONTHLY, official=earlier), {})
    assert isinstance(section.blocks[2], Table)


def test_a_page_with_long_names_has_room_for_fewer_findings() -> None:
    told = [_finding("A finding of about seventy characters, as they are printed here.")] * 4
    lead = Paragraph(say("{words}", words="x" * 54), lead=True)
    # 57 − headings 4.8 − title 2.4 − lead 2.2 − 1.8 for the heading of the list leaves 45.8
    assert room_for(told, title="Short", beside=[lead]) == 4
    # each filler of 720 characters is 10 lines: 0.8 + 10.3 = 11.1; four leave 1.4, and the first
    # two of 1.33 may be over by 2; a title of three lines takes 4.8 more: none
    filler = Paragraph(say("{words}", words="x" * 720))
    assert room_for(told, title="Short", beside=[lead, *[filler] * 4]) == 2
    assert room_for(told, title="x" * 140, beside=[lead, *[filler] * 4]) == 0
    # three leave 12.5, and 7.7 under a long title, which holds four
    assert room_for(told, title="x" * 140, beside=[lead, *[filler] * 3]) == 4


def test_where_the_source_names_no_force_the_page_says_what_that_means_here() -> None:
    gone = Figure(
        "percent_of",
        None,
        ENGLAND_AND_WALES,
        YEAR,
        3.6,
        Unit.PERCENT,
        ("area_counts",),
        detail="no LSOA",
    )
    more = Figure("percent_of", None, AREA, YEAR, 103.2, Unit.PERCENT, ("area_counts",))
    told = {"evidence_and_trust": (_finding("It holds 103.2%.", more, gone),)}
    block = executive_summary(desk_with(MONTHLY), told).blocks[-2]
    assert isinstance(block, Note)
    note = str(block.text)
    assert "how many are Sampleton's is not known. Over England and Wales it is 3.6%." in note
    assert "It can hold more: offences are cancelled or moved later." in note


def test_every_priority_has_a_reason_for_and_a_reason_against() -> None:
    table = executive_summary(desk_with(MONTHLY), {}).blocks[2]
    assert isinstance(table, Table)
    told = [str(row[1]) for row in table.rows]
    assert told
    assert all(re.fullmatch(r"For: \S.*\. Against: \S.*\.", words) for words in told)

"""A worked example: robbery in one place, drugs doubled, disorder in summer, a theme uncounted."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from tests.builders import desk_with, sample_settings
from wardwise.chapters.profile import CHAPTER
from wardwise.chapters.profile.findings import Profile, ProfileFindings
from wardwise.chapters.profile.kind import Shape
from wardwise.document.blocks import Finding, Headline, Note, Recommendation, Table
from wardwise.document.pictures import MapBesideChart
from wardwise.document.section import Section
from wardwise.document.text import Text
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings import PriorityOverride, PrioritySettings
from wardwise.figures.desk import Desk


PARTS = [
    "Current situation",
    "Seasonality",
    "Geographic profile",
    "Offender profile",
    "Victim profile",
    "Key findings",
    "Recommendations",
]
# Drugs: 10 a month, then 20: 120 → 240, +100%. Robbery: 4 a month: 48 → 48. Disorder: January
# to May and September to December 20, June to August 60: 9 × 20 + 3 × 60 = 360 a year.
SUMMER = [20] * 5 + [60] * 3 + [20] * 4
MONTHLY = {
    "Anti-social behaviour": SUMMER * 3,
    "Drugs": [10, 11, 9] * 8 + [20, 21, 19] * 4,
    "Robbery": [4, 5, 3] * 4 + [3, 4, 5] * 4 + [5, 3, 4] * 4,
}
THEME = PriorityOverride(
    candidate="Domestic abuse", propose=True, reason="The board heard from services."
)


@pytest.fixture(scope="module")
def found() -> ProfileFindings:
    settings = sample_settings(priorities=PrioritySettings(count=4, overrides=(THEME,)))
    result = CHAPTER.analyse(desk_with(MONTHLY, settings=settings))
    assert isinstance(result, ProfileFindings)
    return result


def _profile(found: ProfileFindings, name: str) -> Profile:
    return next(one for one in found.profiles if one.name == name)


def _section(found: ProfileFindings, name: str) -> Section:
    return next(one for one in CHAPTER.write(found).sections if one.title == name)


def _words(section: Section) -> str:
    """Everything that is read, without its digits."""
    texts: list[str] = []
    for part in section.walk():
        for block in part.blocks:
            if isinstance(block, Finding):
                texts += [str(block.claim), block.sureness, block.instead, block.gap]
            elif isinstance(text := getattr(block, "text", None), Text):
                texts.append(str(text))
    return re.sub(r"[\d.,%+−]+", "", " ".join(texts))


def test_each_leads_with_what_its_evidence_shows(found: ProfileFindings) -> None:
    shapes = {one.name: one.shape for one in found.profiles}
    assert shapes == {
        "Domestic abuse": Shape.NOT_COUNTED,
        "Drug offences": Shape.CHANGING,
        "Robbery": Shape.STEADY,
        "Anti-social behaviour": Shape.SEASONAL,
    }


def test_the_seven_parts_in_their_order(found: ProfileFindings) -> None:
    for profile in CHAPTER.write(found).sections:
        assert [part.title for part in profile.sections] == PARTS


def test_the_figures_of_a_profile(found: ProfileFindings) -> None:
    drugs = _profile(found, "Drug offences").situation
    assert not isinstance(drugs, NotKnown)
    # 240 / 4,000 residents × 1,000 = 60; (240 − 120) / 120 = 100%
    assert (drugs.volume.value, drugs.rate.value, drugs.change.value) == (240, 60.0, 100.0)
    assert drugs.share is None
    headline = next(
        block for block in _section(found, "Drug offences").blocks if isinstance(block, Headline)
    )
    assert headline.items[0][0].text == "+100.0%"


def test_one_neighbourhood_holds_half(found: ProfileFindings) -> None:
    # every record lies in the first of four LSOAs: one of four, 25%
    places = _profile(found, "Robbery").geography
    assert not isinstance(places, NotKnown)
    assert (places.places.value, places.of.value) == (1, 4)
    assert places.concentration.places.value == 25.0


def test_a_theme_that_nobody_counts_is_told_as_not_known(found: ProfileFindings) -> None:
    profile = _profile(found, "Domestic abuse")
    assert isinstance(profile.situation, NotKnown)
    section = _section(found, "Domestic abuse")
    words = _words(section)
    assert "The board heard from services" in words
    assert "domestic abuse services" in words
    assert not any(isinstance(block, Headline) for block in section.blocks)
    assert "rose" not in words
    assert "fell " not in words


def test_every_recommendation_cites_a_finding_of_its_profile(found: ProfileFindings) -> None:
    for profile in CHAPTER.write(found).sections:
        blocks = [block for part in profile.walk() for block in part.blocks]
        held = {block.finding_id for block in blocks if isinstance(block, Finding)}
        advice = [block for block in blocks if isinstance(block, Recommendation)]
        assert advice
        assert {cited for block in advice for cited in block.findings} <= held


def test_no_two_findings_share_an_id(found: ProfileFindings) -> None:
    names = [one.finding_id for one in found.key_findings]
    assert len(set(names)) == len(names)


def test_names_of_pictures_tables_and_anchors_are_used_once(found: ProfileFindings) -> None:
    chapter = CHAPTER.write(found)
    anchors = [section.anchor for section in chapter.walk()]
    names = [
        block.name
        for section in chapter.walk()
        for block in section.blocks
        if hasattr(block, "name")
    ]
    assert len(set(anchors)) == len(anchors)
    assert len(set(names)) == len(names)


def test_no_two_profiles_are_one_paragraph_with_other_numbers(found: ProfileFindings) -> None:
    # the measure: part of the words that two profiles share in the same order, 1 being all
    told = {one.title: _words(one).split() for one in CHAPTER.write(found).sections}
    for (first, a), (second, b) in combinations(told.items(), 2):
        alike = SequenceMatcher(None, a, b, autojunk=False).ratio()
        assert alike < 0.62, f"{first} and {second} share {alike:.0%} of their words"


def test_a_season_is_named_only_where_one_was_found(found: ProfileFindings) -> None:
    assert "run high from June to August" in _words(_section(found, "Anti-social behaviour"))
    # four a month are too few to judge
    assert "Whether there is a season is not known" in _words(_section(found, "Robbery"))


def test_a_first_page_has_a_map_or_says_in_a_line_why_not(found: ProfileFindings) -> None:
    for profile in CHAPTER.write(found).sections:
        maps = [block for block in profile.blocks if isinstance(block, MapBesideChart)]
        lines = [
            str(block.text)
            for block in profile.blocks
            if isinstance(block, Note) and str(block.text).startswith("A map: ")
        ]
        assert len(maps) + len(lines) == 1, profile.title
    assert "A map: " in _words(_section(found, "Domestic abuse"))


def test_what_holds_for_all_is_said_once_and_in_no_profile(found: ProfileFindings) -> None:
    chapter = CHAPTER.write(found)
    said = [str(block.text) for block in chapter.blocks if isinstance(block, Note)]
    assert any("Published places are moved" in text for text in said)
    assert any("Hour and day of the week" in text for text in said)
    for profile in chapter.sections:
        assert "Published places are moved" not in _words(profile)
        assert "First steps only" not in _words(profile)


def test_published_figures_and_those_of_police_records_stand_in_two_tables(
    force_desk: Desk,
) -> None:
    found = CHAPTER.analyse(force_desk)
    for profile in found.profiles:
        situation = profile.situation
        if isinstance(situation, NotKnown) or situation.months is None:
            continue
        (section,) = (
            part
            for part in _section(found, profile.name).sections
            if part.title == "Current situation"
        )
        tables = [
            block for block in section.blocks if isinstance(block, Table) and not block.appendix
        ]
        is_one = profile.source in situation.volume.sources
        assert len(tables) == (1 if is_one else 2), profile.name
        if not is_one:
            assert {str(row[3]) for row in tables[0].rows} >= {situation.volume.period.label}
            assert "The" in str(tables[1].notes[0])
            labels = [str(row[0]) for row in tables[1].rows]
            years = [year.period.label for year in situation.months.years]
            assert labels[:3] == [f"{years[0]}, incomplete", *years[1:]]

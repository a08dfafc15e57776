"""Worked examples: the whole evidence, recorded crime alone, and nothing to score."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import desk_with
from tests.tidy_force import desk_of
from wardwise.chapters.threat_assessment import CHAPTER
from wardwise.chapters.threat_assessment.findings import FIRM, LIKELY, ThreatFindings
from wardwise.chapters.threat_assessment.tables import scan_table
from wardwise.document.pictures import Bars, Grid4x4
from wardwise.document.section import Section
from wardwise.domain.finding import Sureness
from wardwise.figures.desk import Desk


@pytest.fixture(scope="module")
def found(force_desk: Desk) -> ThreatFindings:
    """The chapter's findings from the whole of the made-up evidence."""
    findings: ThreatFindings = CHAPTER.analyse(force_desk)
    return findings


def words(section: Section) -> str:
    """Every sentence of the section."""
    told = []
    for part in section.walk():
        for block in part.blocks:
            told += [str(text) for text in getattr(block, "items", ())]
            told += [str(block.text)] if hasattr(block, "text") else []
    return " ".join(told)


def pictures(section: Section, kind: type) -> list[Any]:
    """The section's pictures of that kind."""
    return [block for part in section.walk() for block in part.blocks if isinstance(block, kind)]


def test_what_is_counted_is_scored_and_what_is_not_is_never_nought(found: ThreatFindings) -> None:
    counted = {line.assessed.name for line in found.counted}
    # published: six of the headline offences held, homicide hidden; ASB by its own group
    assert {"Robbery", "Residential burglary", "Anti-social behaviour"} <= counted
    assert "Homicide" not in counted
    assert "Modern slavery" not in counted
    for line in found.uncounted:
        assert line.risk.status == "not_known"
        assert line.assessed.evidence.data_needed
        assert line.assessed.evidence.held_by
    for line in found.counted:
        # risk = harm × likelihood, each 0 to 4
        assert line.risk.number == pytest.approx(line.harm.number * line.likelihood.number)
        assert 0 <= line.risk.number <= 16


def test_priorities_are_the_first_k_and_each_says_how_firm(found: ThreatFindings) -> None:
    assert len(found.proposed) == found.assessment.k == 5
    assert found.lines[:5] == found.proposed
    for finding, line in zip(found.key_findings, found.proposed, strict=True):
        share = line.top_share.number
        expected = Sureness.HIGH if share >= FIRM else Sureness.MODERATE
        assert finding.sureness is (expected if share >= LIKELY else Sureness.LOW)
        assert finding.figures[0] is line.risk
        assert finding.gap


def test_places_of_a_wider_group_are_said_to_be_that(found: ThreatFindings) -> None:
    # residential burglary is only a part of police.uk's burglary; robbery is robbery
    notes = " ".join(str(note) for note in scan_table(found).notes)
    assert "Half lies in: for" in notes
    assert "residential burglary" in notes
    assert "robbery" not in notes


def test_the_words_name_the_priorities_and_the_number_of_draws(found: ThreatFindings) -> None:
    section = CHAPTER.write(found)
    answer = str(section.blocks[0].text)  # type: ignore[union-attr]
    assert answer.startswith("The evidence proposes five priorities: ")
    assert "of 200 trials" in answer
    for line in found.proposed:
        assert line.assessed.name.lower() in answer
    assert "not scored nought either: hidden harm is still harm" in words(section)


def test_the_pictures_are_of_the_same_scores(found: ThreatFindings) -> None:
    section = CHAPTER.write(found)
    (bars,) = pictures(section, Bars)
    shares = [bar.value for bar in bars.bars]
    assert shares == sorted(shares, reverse=True)
    assert {bar.label for bar in bars.bars if bar.ours} <= {
        line.assessed.name for line in found.proposed
    }
    (grid,) = pictures(section, Grid4x4)
    placed = [name for cell in grid.cells for name in cell.labels]
    assert sorted(placed) == sorted(line.assessed.name for line in found.counted)


def test_recorded_crime_alone_is_enough_for_what_it_counts() -> None:
    months = {"Robbery": [4] * 24, "Shoplifting": [20] * 12 + [40] * 12}
    findings: ThreatFindings = CHAPTER.analyse(desk_with(months))
    robbery = next(line for line in findings.counted if line.assessed.name == "Robbery")
    # 12 × 4 = 48 robberies among 4,000 residents: 12 for every 1,000
    assert robbery.candidate.figures["volume"].value == 48
    assert robbery.candidate.figures["rate"].value == 12.0
    assert robbery.candidate.group_fit == "same"
    assert {line.assessed.name for line in findings.counted} == {"Robbery", "Shoplifting"}


def test_with_too_few_months_nothing_is_proposed_and_the_chapter_says_so() -> None:
    findings: ThreatFindings = CHAPTER.analyse(desk_with({"Robbery": [4] * 3}))
    assert findings.proposed == ()
    section = CHAPTER.write(findings)
    told = words(section)
    assert "proposes no priority" in told
    assert "Nothing is proposed by the score." in told
    assert pictures(section, Grid4x4) == []


def test_people_decide_and_their_reason_is_printed(force_tables: Any) -> None:
    overrides = [
        {"candidate": "Modern slavery", "propose": True, "reason": "Partners hold intelligence."},
        {"candidate": "Robbery", "propose": False, "reason": "A task force is in place."},
    ]
    desk = desk_of(force_tables, priorities={"count": 1, "overrides": overrides})
    findings: ThreatFindings = CHAPTER.analyse(desk)
    names = [line.assessed.name for line in findings.proposed]
    assert "Modern slavery" in names
    assert "Robbery" not in names
    told = words(CHAPTER.write(findings))
    assert "Modern slavery: proposed. Partners hold intelligence." in told
    assert "Robbery: not proposed. A task force is in place." in told

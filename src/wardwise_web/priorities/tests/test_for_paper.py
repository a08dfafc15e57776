"""What a year's paper says of the priorities that were adopted."""

from __future__ import annotations

import pytest

from wardwise.document.anchors import words_of
from wardwise.document.document_json import document_json
from wardwise.document.joined import joined
from wardwise.document.own_words import blocks_of
from wardwise.document.section import Document, Section
from wardwise_web.assessments.selectors.reading import read_chapter
from wardwise_web.assessments.selectors.words import words_of_cycle
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.assessments.services.markings import mark_paragraph
from wardwise_web.assessments.services.refresh import open_chapters
from wardwise_web.priorities.services.adopting import place
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.tests.conftest import agree, to


SENSITIVE = "OFFICIAL-SENSITIVE"
WHY = "The fire service\n\nhas **lost** its fund;\n- it comes first."


def paper(kind="assessment"):
    """Its summary and its scores, with a computed sentence in each."""
    sections = tuple(
        Section(title, anchor, blocks_of(f"What is proposed, {anchor}.", numbers={}))
        for title, anchor in (("Executive summary", "summary"), ("Threat assessment", "threats"))
    )
    return Document(kind, "A paper", "Exampleshire", "", "", "OFFICIAL", "0", "The team", sections)


@pytest.fixture
def scored(seats, revealed):
    """Agreed, with the year's chapters open on a small paper."""
    build = revealed.cycle.build
    written = document_json([paper(), paper("summary")])
    (build.folder / "document.json").write_text(written, "utf-8")
    open_chapters(cycle=revealed.cycle, build=build, by=seats.actor("analyst"))
    return agree(seats, revealed) or revealed


def adopt(seats, scoring, tiers):
    """Each threat in its tier, and the whole adopted by the chair."""
    for threat in scoring.threats.all():
        tier, reason = tiers[threat.name]
        place(threat=threat, tier=tier, reason=reason, by=seats.actor("manager"))
    return to(seats, scoring, RoundState.CLOSED, who="chair")


IN_ORDER = {
    "Robbery": ("priority", ""),
    "Fire": ("focus", ""),
    "Shoplifting": ("monitor", ""),
    "Modern slavery": ("monitor", ""),
}
AGAINST = IN_ORDER | {"Robbery": ("focus", "Nobody has a way to bring it down."),
                      "Fire": ("priority", WHY)}  # fmt: skip


def printed(scoring, anchor, *, up_to=None):
    """The words of a chapter as the paper prints them."""
    made = joined(paper(), words_of_cycle(scoring.cycle), up_to=up_to)
    (section,) = (one for one in made.sections if one.anchor == anchor)
    return "\n".join(line for block in section.blocks for line in words_of(block))


def test_nothing_is_said_before_they_are_adopted(scored):
    assert words_of_cycle(scored.cycle).passages == ()
    assert printed(scored, "summary") == "What is proposed, summary."


def test_the_summary_names_them_before_what_is_proposed(seats, scored):
    adopt(seats, scored, IN_ORDER)
    words = printed(scored, "summary")
    assert words.startswith("Priorities adopted on ")
    assert ": Robbery. What is called proposed" in words
    assert words.index("Robbery") < words.index("What is proposed")


def test_the_threat_assessment_gives_places_and_reasons(seats, scored):
    adopt(seats, scored, AGAINST)
    words = printed(scored, "threats")
    assert "the partnership adopted one priority" in words
    assert "Fire, 2nd by the scores: The fire service has lost its fund; - it comes first." in words
    assert "Robbery, 1st by the scores, is in focus: Nobody has a way to bring it down." in words
    assert "In focus beside it: Robbery." in words


def test_the_names_are_public_and_the_reasons_as_marked(seats, scored):
    scored.marking = SENSITIVE
    scored.save(update_fields=["marking"])
    adopt(seats, scored, AGAINST)
    assert ": Fire." in printed(scored, "summary", up_to="OFFICIAL")
    assert "lost" not in printed(scored, "threats", up_to="OFFICIAL")
    assert "lost" in printed(scored, "threats")


def test_the_chapter_shows_it_before_own_words_and_says_whence(seats, scored):
    adopt(seats, scored, IN_ORDER)
    chapter = scored.cycle.chapters.get(anchor="summary")
    add_words(
        chapter=chapter, section="summary", after="start", words="Ours.", by=seats.actor("analyst")
    )
    reading = read_chapter(chapter, clearance=SENSITIVE)
    first, own, computed = reading.parts[0].paragraphs
    assert first.room.whence == "From the record of the adopted priorities"
    assert first.quoted.startswith("Priorities adopted on ")
    assert (own.said, computed.quoted) == ("Ours.", "What is proposed, summary.")


def test_a_paper_whose_words_stand_stays_as_its_readers_have_it(seats, scored):
    paper = scored.cycle.papers.get()
    paper.steps.create(was="drafting", now="strategy group", by=seats.people["manager"])
    paper.state = "strategy group"
    paper.save(update_fields=["state"])
    adopt(seats, scored, IN_ORDER)
    assert words_of_cycle(scored.cycle).passages == ()
    paper.state = "drafting"  # sent back to be written
    paper.save(update_fields=["state"])
    assert len(words_of_cycle(scored.cycle).passages) == 2


def test_what_was_adopted_before_stays_in_it(seats, scored):
    adopt(seats, scored, IN_ORDER)
    paper = scored.cycle.papers.get()
    paper.steps.create(was="drafting", now="strategy group", by=seats.people["manager"])
    paper.state = "strategy group"
    paper.save(update_fields=["state"])
    assert len(words_of_cycle(scored.cycle).passages) == 2


def test_people_may_mark_it_higher(seats, scored):
    adopt(seats, scored, IN_ORDER)
    mark_paragraph(
        chapter=scored.cycle.chapters.get(anchor="summary"),
        place=("summary", "said-adopted", "OFFICIAL"),
        now=SENSITIVE,
        reason="Until the partners are told",
        by=seats.actor("analyst"),
    )
    assert "Robbery" not in printed(scored, "summary", up_to="OFFICIAL")
    assert "Robbery" in printed(scored, "summary")

"""How words came about is read by those who work on them; scrutiny reads what was circulated."""

from __future__ import annotations

import pytest

from wardwise_web.assessments.services.comments import Target, comment_on
from wardwise_web.assessments.services.drafting import add_words, save_words
from wardwise_web.assessments.services.markings import mark_paragraph
from wardwise_web.assessments.states import PaperState
from wardwise_web.assessments.tests.made_paper import assure_all, bring_to


SENSITIVE = "OFFICIAL-SENSITIVE"


@pytest.fixture
def circulated(seats, year, chapter, paper):
    """A chapter with words that were changed, two open comments and a lowering asked for."""
    by = seats.actor("analyst")
    made = add_words(
        chapter=chapter, section="levels", after="start", words="A rash first draft.", by=by
    )
    save_words(passage=made.passage, words="What was settled.", version=1, by=by)
    closed = add_words(
        chapter=chapter, section="levels", after="start", words="An operation.", by=by
    )
    block = f"words-{closed.passage_id}"
    mark_paragraph(
        chapter=chapter, place=("levels", block, "OFFICIAL"), now=SENSITIVE, reason="Secret", by=by
    )
    mark_paragraph(
        chapter=chapter, place=("levels", block, SENSITIVE), now="OFFICIAL", reason="Over", by=by
    )
    for marking in ("OFFICIAL", f"{SENSITIVE}: police"):
        target = Target("levels", block, "An operation.", marking)
        comment_on(chapter=chapter, target=target, words="Why?", by=seats.actor("police"))
    assure_all(seats, year)
    bring_to(seats, paper, PaperState.CIRCULATED)
    return made.passage


@pytest.fixture
def pages(circulated, chapter):
    """The chapter, and what tells how it came about."""
    here = f"/p/exampleshire/drafting/{chapter.pk}/"
    return here, [
        f"{here}comments/",
        f"{here}changes/",
        f"/p/exampleshire/words/{circulated.pk}/versions/",
    ]


def test_partners_read_how_the_words_came_about(sign_in, pages):
    here, workings = pages
    page = sign_in("police").get(here).content.decode()
    assert "2 comments without a response" in page
    for address in workings:
        assert address in page
        assert sign_in("police").get(address).status_code == 200


def test_scrutiny_reads_the_words_and_neither_drafts_nor_comments(sign_in, pages):
    here, workings = pages
    scrutiny = sign_in("scrutiny")
    page = scrutiny.get(here).content.decode()
    assert "What was settled." in page
    for address in workings:
        assert address not in page
        assert scrutiny.get(address).status_code == 404
    for told in ("without a response", "open comment", "Over", "A rash first draft"):
        assert told not in page
    assert "Comments open" not in scrutiny.get("/p/exampleshire/drafting/").content.decode()


def test_what_is_above_a_partners_clearance_is_not_counted(seats, sign_in, pages):
    from wardwise_web.people.services import clear_person

    clear_person(
        person=seats.people["police"], partnership=seats.partnership, marking="OFFICIAL",
        compartments=(), by=seats.actor("administrator"),
    )  # fmt: skip
    page = sign_in("police").get(pages[0]).content.decode()
    assert "1 comment without a response" in page
    assert "asks that a paragraph be lowered" not in page
    assert "asks that a paragraph be lowered" in sign_in("fire").get(pages[0]).content.decode()
    row = sign_in("police").get("/p/exampleshire/drafting/").content.decode()
    assert row.count('ww-number">1<') == 1

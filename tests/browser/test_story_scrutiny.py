"""Scrutiny reads what is circulated, and nothing before that, beside it or above its clearance."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from tests.browser.steps import HOME, given_by_services, is_not_found, is_told
from tests.browser.year.approved import holds_no_pen, the_manager_circulates_it
from tests.browser.year.drafted import CHAPTER


pytestmark = [pytest.mark.slow, pytest.mark.browser]
OWN_WORDS = "The shop-watch line took about 140 calls a month"
CLOSED = "An operation is under way"  # a paragraph of the same chapter, OFFICIAL-SENSITIVE
AGREED = """
import json
from wardwise.document.pictures import Picture
from wardwise_web.assessments.documents import blocks_of, section_of
from wardwise_web.assessments.services.drafting import move_chapter
from wardwise_web.assessments.services.papers import move_paper
from wardwise_web.assessments.states import ChapterState, PaperState
WAY = (("draft", "in assurance", "analyst"), ("in assurance", "assured", "assurer"))
year = partnership.cycles.get(name="2026/27")
for chapter in year.chapters.all():
    for was, to, who in WAY:
        if chapter.state == was:
            move_chapter(chapter=chapter, to=ChapterState(to), note="", by=actor(who))
            chapter.refresh_from_db()
paper, chapter = year.papers.get(), year.chapters.get(anchor="levels")
for to, who in (("strategy group", "manager"), ("agreed", "chair")):
    move_paper(paper=paper, to=PaperState(to), note="As the meeting minuted", by=actor(who))
section = section_of(year.build.folder, chapter.anchor)
picture = next(one.name for _, _, one in blocks_of(section) if isinstance(one, Picture))
print(json.dumps({
    "chapter": f"drafting/{chapter.pk}/",
    "picture": f"drafting/{chapter.pk}/pictures/{picture}.svg",
    "workings": [
        f"drafting/{chapter.pk}/comments/",
        f"drafting/{chapter.pk}/changes/",
        *(f"words/{one.pk}/versions/" for one in chapter.passages.all()),
    ],
    "build": [f"builds/{year.build_id}/", f"builds/{year.build_id}/documents/assessment.pdf"],
}))
"""


@pytest.fixture
def addresses(site):
    """This year's paper, agreed by the group and not yet circulated."""
    return json.loads(given_by_services(site, AGREED))


def test_scrutiny_reads_only_what_is_circulated(table, addresses):
    then_nothing_of_the_year_is_there(table, addresses)
    when_it_is_circulated(table)
    then_scrutiny_reads_it_on_a_telephone(table)
    then_how_it_came_about_is_not_there(table, addresses)
    then_what_is_marked_higher_is_neither_found_nor_counted(table)
    then_nothing_of_it_leaves(table, addresses)
    then_nothing_in_it_is_changed(table, addresses)


def then_nothing_of_the_year_is_there(table, addresses):
    """Not in the list, not by its address, not in search; last year's, published, is."""
    scrutiny = table.seat("scrutiny").turns_to("Assessment", "Drafting")
    scrutiny.is_told("Nothing has been circulated to you yet.")
    finds(table.seat("analyst"), OWN_WORDS, chapters=1)
    finds(scrutiny, OWN_WORDS, chapters=0)
    for address in (addresses["chapter"], addresses["picture"], *addresses["workings"]):
        is_not_found(scrutiny.page, HOME + address)
    scrutiny.opens("drafting/").follows("2025/26").follows("What was decided")
    scrutiny.is_told("The board asked, among other things, for:")


def when_it_is_circulated(table):
    """By the manager, with the day by which comments are due."""
    the_manager_circulates_it(table)


def then_scrutiny_reads_it_on_a_telephone(table):
    """The words as they were circulated, with their pictures, and no pen."""
    reader = table.seat("scrutiny", at="phone").opens("drafting/").follows(CHAPTER)
    reader.is_told(OWN_WORDS)
    picture = reader.page.locator("main img").first
    assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") > 0
    holds_no_pen(reader)


def then_how_it_came_about_is_not_there(table, addresses):
    """Comments, earlier versions, sentences that changed: a partner reads them, scrutiny not."""
    chapter = addresses["chapter"]
    partner = table.seat("police").opens(chapter).is_told("1 comment without a response")
    scrutiny = table.seat("scrutiny").opens(chapter)
    for words in ("without a response", "All comments", "What changed with the data"):
        assert scrutiny.page.get_by_text(words).count() == 0, words
    for address in addresses["workings"]:
        partner.opens(address)
        is_not_found(scrutiny.page, HOME + address)


def then_what_is_marked_higher_is_neither_found_nor_counted(table):
    """That something is withheld is said, and not how much."""
    analyst, scrutiny = table.seat("analyst"), table.seat("scrutiny").opens("drafting/")
    scrutiny.follows(CHAPTER).is_told("Some of this chapter is marked above your clearance")
    assert scrutiny.page.get_by_text(CLOSED).count() == 0
    finds(analyst, CLOSED, chapters=1)
    finds(scrutiny, CLOSED, chapters=0)
    finds(scrutiny, OWN_WORDS, chapters=1)


def then_nothing_of_it_leaves(table, addresses):
    """No list, no document of the build: to read and not to take away."""
    table.seat("manager").opens("drafting/").page.get_by_role("link", name="CSV").first.wait_for()
    scrutiny = table.seat("scrutiny").opens("drafting/")
    assert scrutiny.page.locator("a[href*='form=']").count() == 0
    answer = scrutiny.page.goto(f"{HOME}drafting/?form=csv")
    assert answer.status == 403
    is_told(scrutiny.page, "You cannot do this")
    for address in addresses["build"]:
        is_not_found(scrutiny.page, HOME + address)


def then_nothing_in_it_is_changed(table, addresses):
    """Forms that somebody else has, sent by hand, are as good as not there."""
    scrutiny, chapter = table.seat("scrutiny"), addresses["chapter"]
    for form in ("comment/", "words/"):
        scrutiny.is_refused(chapter + form, "Page not found", words="We know better.")
    scrutiny.is_refused(f"{chapter}move/draft/", "You cannot make this chapter", note="So")
    reader = table.seat("police").opens(f"{chapter}comments/")
    assert reader.page.get_by_text("We know better.").count() == 0


def finds(seat, words, *, chapters):
    """As many as are counted above the list, and as many of the year's chapters."""
    seat.opens(f"search/?q={quote(words)}")
    shown = seat.page.locator("main .govuk-list--spaced li").count()
    seat.is_told(f"{shown} found" if shown else "Nothing that you may read has these words.")
    heading = seat.page.get_by_role("heading", name=f"Chapters ({chapters})")
    assert heading.count() == min(chapters, 1)

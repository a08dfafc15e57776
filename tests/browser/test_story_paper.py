"""A chapter is written, challenged and assured; the board approves; who may read it, and when."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.steps import (
    HOME,
    given_by_services,
    goes_to,
    is_not_found,
    is_told,
    picks_day,
    presses,
    reaches,
    writes,
)


pytestmark = [pytest.mark.slow, pytest.mark.browser]
MINUTES_TO_FREEZE = 10
CHAPTER = """
cycle = partnership.cycles.get(name="2026/27")
print(cycle.chapters.get(anchor="levels").pk, cycle.papers.get().pk)
"""
THE_REST_IS_ASSURED = """
from wardwise_web.assessments.services.comments import respond
from wardwise_web.assessments.services.papers import move_chapter
from wardwise_web.assessments.states import Answer, ChapterState
cycle = partnership.cycles.get(name="2026/27")
for chapter in cycle.chapters.all():
    if chapter.state == ChapterState.DRAFT:
        move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=actor("analyst"))
    if chapter.state == ChapterState.IN_ASSURANCE:
        move_chapter(chapter=chapter, to=ChapterState.ASSURED, note="Seen", by=actor("assurer"))
"""


@pytest.fixture(scope="module")
def numbers(site):
    """The chapter on levels of crime, and the year's paper."""
    return given_by_services(site, CHAPTER).split()


def test_a_chapter_is_drafted_challenged_and_assured(site, sit_down, is_accessible, numbers):
    chapter = numbers[0]
    analyst = sit_down("analyst")
    when_the_analyst_writes_a_number_that_no_figure_backs(analyst, is_accessible)
    then_it_is_flagged_until_its_source_is_named(analyst, chapter, is_accessible)
    police = sit_down("police", width="phone")
    when_the_police_challenge_a_sentence_by_keyboard(police, chapter, is_accessible)
    then_every_comment_has_its_response(analyst, chapter, is_accessible)
    when_the_chapter_is_sent_to_assurance(analyst, chapter)
    then_its_own_author_cannot_assure_it(analyst, chapter)
    assurer = sit_down("assurer")
    when_somebody_who_wrote_nothing_assures_it(assurer, chapter, is_accessible)


def test_the_board_approves_and_scrutiny_reads_what_is_circulated(
    site, sit_down, chromium, is_accessible, numbers
):
    chapter, paper = numbers
    given_by_services(site, THE_REST_IS_ASSURED)
    manager, scrutiny = sit_down("manager"), sit_down("scrutiny")
    then_scrutiny_finds_neither(scrutiny, chapter, paper)
    when_the_paper_takes(manager, paper, "Put it to the strategy group", is_accessible)
    chair = sit_down("chair", width="phone")
    when_the_paper_takes(
        chair, paper, "Record that findings and recommendations are agreed", is_accessible
    )
    then_scrutiny_finds_neither(scrutiny, chapter, paper)
    when_it_is_circulated_for_comments(manager, paper)
    then_scrutiny_reads_what_is_circulated(scrutiny, chapter, is_accessible)
    when_the_paper_takes(manager, paper, "Close the comments", None)
    when_the_paper_takes(manager, paper, "Put it to the board", None)
    board = sit_down("board")
    for member in (board, chair):
        when_a_member_votes_for_it(member, paper, is_accessible)
    when_the_paper_takes(board, paper, "Record that the board approves", is_accessible)
    then_what_was_approved_is_frozen(board, paper, is_accessible)
    when_two_people_publish_the_summary(manager, chair, paper)
    then_anybody_reads_the_public_summary(site, chromium, is_accessible)


def when_the_analyst_writes_a_number_that_no_figure_backs(page, is_accessible):
    """Words of the partnership's own, below a computed sentence."""
    goes_to(page, "Assessment")
    is_accessible(page)
    page.locator('main a[href*="/drafting/"]', has_text=re.compile("level", re.I)).first.click()
    is_accessible(page)
    page.get_by_role("link", name="Add words below").first.click()
    is_accessible(page)
    writes(page, words="The wardens took 317 calls in the spring.")
    page.locator("main form button").first.click()
    is_told(page, "Your words are saved")


def then_it_is_flagged_until_its_source_is_named(page, chapter, is_accessible):
    """A typed number asks what stands behind it."""
    page.goto(f"{HOME}drafting/{chapter}/numbers/")
    is_told(page, "317")
    is_accessible(page)
    row = page.locator("main li, main tr", has_text="317").last
    row.get_by_role("link").first.click()
    writes(page, source="Wardens' log, March to May 2026, held by the council.")
    page.locator("main form button").first.click()
    is_told(page, "What stands behind 317 is kept")


def when_the_police_challenge_a_sentence_by_keyboard(page, chapter, is_accessible):
    """Without a mouse: Tab to the paragraph's comment, write it, send it."""
    page.goto(f"{HOME}drafting/{chapter}/")
    is_accessible(page)
    reaches(page, "Comment", most=120)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    is_accessible(page)
    reaches(page, "Your comment")
    page.keyboard.type("Shops were asked to report more: say so here.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_told(page, "Your comment is kept.")


def then_every_comment_has_its_response(page, chapter, is_accessible):
    """The analyst answers each that is open."""
    address = f"{HOME}drafting/{chapter}/comments/?show=open"
    page.goto(address)
    is_accessible(page)
    for _ in range(9):
        waiting = page.locator('main a[href*="/comments/"]', has_text=re.compile("espon"))
        if not waiting.count():
            return
        waiting.first.click()
        page.get_by_label("Accepted").check()
        writes(page, words="It is said in the words below.")
        page.locator("main form button").first.click()
        is_told(page, "The response is kept")
        page.goto(address)
    raise AssertionError("Comments are open still")


def when_the_chapter_is_sent_to_assurance(page, chapter):
    """By its author."""
    page.goto(f"{HOME}drafting/{chapter}/")
    presses(page, "Send to assurance")
    page.locator("main form button").first.click()
    is_told(page, "The chapter is now")


def then_its_own_author_cannot_assure_it(page, chapter):
    """The button is not there, and the address leads nowhere."""
    page.goto(f"{HOME}drafting/{chapter}/")
    assert page.get_by_role("button", name="Assure this chapter").count() == 0


def when_somebody_who_wrote_nothing_assures_it(page, chapter, is_accessible):
    """The assurer."""
    page.goto(f"{HOME}drafting/{chapter}/")
    is_accessible(page)
    presses(page, "Assure this chapter")
    is_accessible(page)
    writes(page, note="Figures worked again.")
    page.locator("main form button").first.click()
    is_told(page, "The chapter is now")


def when_the_paper_takes(page, paper, step, is_accessible):
    """One step, with a note."""
    page.goto(f"{HOME}approval/{paper}/")
    if is_accessible:
        is_accessible(page)
    presses(page, step)
    writes(page, note="As the meeting minuted.")
    page.locator("main form button").first.click()
    is_told(page, "The paper is now")


def when_it_is_circulated_for_comments(page, paper):
    """With the day by which comments are due."""
    page.goto(f"{HOME}approval/{paper}/")
    presses(page, "Circulate for comments")
    picks_day(page, "Comments are due by", timezone.localdate() + timedelta(days=14))
    page.locator("main form button").first.click()
    is_told(page, "The paper is now")


def then_scrutiny_finds_neither(page, chapter, paper):
    """Before circulation there is nothing there for a councillor."""
    is_not_found(page, f"{HOME}drafting/{chapter}/")


def then_scrutiny_reads_what_is_circulated(page, chapter, is_accessible):
    """The same chapter, to read: no pen, no marks."""
    answer = page.goto(f"{HOME}drafting/{chapter}/")
    assert answer.status == 200
    is_accessible(page)
    assert page.get_by_role("link", name="Edit", exact=False).count() == 0


def when_a_member_votes_for_it(page, paper, is_accessible):
    """One vote each."""
    page.goto(f"{HOME}approval/{paper}/")
    presses(page, "Vote")
    is_accessible(page)
    page.get_by_label("For", exact=True).check()
    page.locator("main form button").first.click()
    is_told(page, "Your vote is kept")


def then_what_was_approved_is_frozen(page, paper, is_accessible):
    """With the hash of its data; the page looks again by itself."""
    page.goto(f"{HOME}approval/{paper}/")
    page.get_by_role("link", name="Approved on").first.click()
    page.get_by_role("heading", name="Is it what was approved?").wait_for(
        timeout=MINUTES_TO_FREEZE * 60_000
    )
    is_accessible(page)


def when_two_people_publish_the_summary(asker, confirmer, paper):
    """One asks, another confirms."""
    asker.goto(f"{HOME}approval/{paper}/")
    asker.get_by_role("link", name="Approved on").first.click()
    presses(asker, "Ask that the public summary be published")
    asker.locator("main form button").first.click()
    is_told(asker, "Somebody else has to confirm.")
    confirmer.goto(asker.url)
    presses(confirmer, "Confirm and publish")
    is_told(confirmer, "The public summary is published")


def then_anybody_reads_the_public_summary(site, chromium, is_accessible):
    """Without an account, on a telephone; nothing restricted is in it."""
    context = chromium.new_context(base_url=site.address, viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto("/public/exampleshire/")
    is_accessible(page)
    goes_to(page, "2026/27")
    is_accessible(page)
    words = page.locator("main").inner_text()
    assert "public summary" in words
    assert "OFFICIAL-SENSITIVE" not in words
    context.close()

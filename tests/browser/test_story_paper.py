"""A chapter is written, challenged and assured."""

from __future__ import annotations

import re

import pytest

from tests.browser.steps import (
    HOME,
    follows,
    given_by_services,
    goes_to,
    is_told,
    presses,
    reaches,
    sends,
    writes,
)


pytestmark = [pytest.mark.slow, pytest.mark.browser]
MINUTES_TO_FREEZE = 10
CHAPTER = """
cycle = partnership.cycles.get(name="2026/27")
print(cycle.chapters.get(anchor="levels").pk, cycle.papers.get().pk)
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


def test_a_guest_comments_through_a_link_and_it_closes(site, sit_down, is_accessible, numbers):
    manager = sit_down("manager")
    manager.goto(f"{HOME}drafting/{numbers[0]}/links/")
    is_accessible(manager)
    writes(manager, for_whom="Dr Shaw, University of Midshire", days="3")
    presses(manager, "Make the link")
    link = re.search(r"http\S+/review/\S+", manager.inner_text("main"))[0]
    guest = manager.context.browser.new_page()  # nobody is signed in there
    guest.goto(link)
    is_accessible(guest)
    guest.locator("summary", has_text="Comment").first.click()
    guest.locator("textarea").first.fill("Say where the calls came from.")
    follows(guest, guest.locator("form button").first)
    is_told(guest, "Thank you: your comment is with the partnership")
    manager.goto(f"{HOME}drafting/{numbers[0]}/comments/")
    is_told(manager, "Say where the calls came from.")
    manager.goto(f"{HOME}drafting/{numbers[0]}/links/")
    follows(manager, manager.locator('form[action*="close"] button').first)
    is_told(manager, "The link is closed")
    guest.goto(link)
    is_told(guest, "Ask whoever sent it to you for another.")
    guest.close()


def when_the_analyst_writes_a_number_that_no_figure_backs(page, is_accessible):
    """Words of the partnership's own, below a computed sentence."""
    goes_to(page, "Assessment", "Drafting")
    is_accessible(page)
    follows(
        page, page.locator('main a[href*="/drafting/"]', has_text=re.compile("level", re.I)).first
    )
    is_accessible(page)
    follows(page, page.get_by_role("link", name="Add words below").first)
    is_accessible(page)
    writes(page, words="The wardens took 317 calls in the spring.")
    sends(page)
    is_told(page, "Your words are saved")


def then_it_is_flagged_until_its_source_is_named(page, chapter, is_accessible):
    """A typed number asks what stands behind it."""
    page.goto(f"{HOME}drafting/{chapter}/numbers/")
    is_told(page, "317")
    is_accessible(page)
    card = page.locator(".ww-card", has_text="317")
    follows(page, card.get_by_role("link", name="Say what stands behind it"))
    writes(page, source="Wardens' log, March to May 2026, held by the council.")
    sends(page)
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
        follows(page, waiting.first)
        page.get_by_label("Accepted").check()
        writes(page, words="It is said in the words below.")
        sends(page)
        is_told(page, "The response is kept")
        page.goto(address)
    raise AssertionError("Comments are open still")


def when_the_chapter_is_sent_to_assurance(page, chapter):
    """By its author."""
    page.goto(f"{HOME}drafting/{chapter}/")
    presses(page, "Send to assurance")
    sends(page)
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
    sends(page)
    is_told(page, "The chapter is now")

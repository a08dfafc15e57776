"""Pages of chapters and papers: what opens, what is kept from whom, two people at one text."""

from __future__ import annotations

from django.core.management import call_command
from django.test import Client

from wardwise_web.assessments.services.comments import Target, comment_on
from wardwise_web.assessments.services.drafting import add_words, save_words
from wardwise_web.assessments.services.links import make_link
from wardwise_web.assessments.tests.made_paper import BURGLARY_ID
from wardwise_web.assessments.waiting_papers import tasks_of_papers as tasks


HERE = "/p/exampleshire/"


def wrote(seats, chapter, words="Our own words.", after="start"):
    return add_words(
        chapter=chapter, section="levels", after=after, words=words, by=seats.actor("analyst")
    ).passage


def test_a_chapter_shows_computed_and_own_words_and_each_number_opens_its_figure(
    seats, sign_in, chapter
):
    wrote(seats, chapter, f"We look at {{{BURGLARY_ID}}} first, and at **homes**.")
    page = sign_in("analyst").get(f"{HERE}drafting/{chapter.pk}/").content.decode()
    link = f"/figures/{BURGLARY_ID}/"
    assert page.count(link) >= 2
    assert "<strong>homes</strong>" in page


def test_a_picture_is_drawn_for_a_telephone_too(seats, sign_in, chapter):
    client = sign_in("analyst")
    page = client.get(f"{HERE}drafting/{chapter.pk}/").content.decode()
    address = f"{HERE}drafting/{chapter.pk}/pictures/ranks.svg"
    assert f'srcset="{address}?for=phone"' in page
    desk, phone = (
        float(client.get(f"{address}{end}").content.decode().split('width="')[1].split('"')[0])
        for end in ("", "?for=phone")
    )
    assert phone < 340 < desk  # points of the screen; a narrow telephone has 360


def test_a_picture_opened_by_itself_shows_its_letters_and_may_do_nothing_else(sign_in, chapter):
    told = sign_in("analyst").get(f"{HERE}drafting/{chapter.pk}/pictures/ranks.svg")
    policy = told["Content-Security-Policy"]
    for part in ("default-src 'none'", "font-src data:", "style-src 'unsafe-inline'"):
        assert part in policy
    assert "script-src" not in policy


def test_own_words_are_words_and_never_markup(seats, sign_in, chapter):
    wrote(seats, chapter, "<script>alert(1)</script>")
    page = sign_in("analyst").get(f"{HERE}drafting/{chapter.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_who_saves_second_sees_three_texts_and_saves_what_they_decide(seats, sign_in, chapter):
    passage = wrote(seats, chapter, "One.\n\nAnd.\n\nTwo.")
    save_words(passage=passage, words="One!\n\nAnd.\n\nTwo.", version=1, by=seats.actor("manager"))
    browser, there = sign_in("analyst"), f"{HERE}words/{passage.pk}/"
    answer = browser.post(
        there, {"words": "One.\r\n\r\nAnd.\r\n\r\nTwo?", "version": 1, "note": ""}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "As Morgan Reid saved them" in page
    assert "both changes are put together" in page
    assert "One!\n\nAnd.\n\nTwo?" in page
    answer = browser.post(there, {"words": "One!\n\nAnd.\n\nTwo?", "version": 2, "note": ""})
    assert answer.status_code == 302
    passage.refresh_from_db()
    assert passage.version == 3


def test_words_that_want_a_place_are_shown_as_they_will_be_read(seats, sign_in, chapter):
    words = f"We saw **most** of {{{BURGLARY_ID}}}."
    passage = wrote(seats, chapter, words, after="paragraph:gone")
    page = sign_in("analyst").get(f"{HERE}words/{passage.pk}/place/").content.decode()
    assert "We saw most of 412." in page
    assert "{F-" not in page


def test_comments_leave_under_the_marking_of_what_they_quote(seats, sign_in, chapter):
    quoted = Target("levels", "paragraph:1", "An operation is under way.", "OFFICIAL-SENSITIVE")
    comment_on(chapter=chapter, target=quoted, words="Say when.", by=seats.actor("analyst"))
    there = f"{HERE}drafting/{chapter.pk}/comments/"
    left = sign_in("analyst").get(f"{there}?form=csv").content.decode("utf-8-sig")
    assert left.startswith('"OFFICIAL-SENSITIVE. Comments on ')
    assert "OFFICIAL-SENSITIVE" in sign_in("analyst").get(there).content.decode()


def test_a_review_link_needs_no_account_and_is_watermarked(seats, chapter):
    _link, token = make_link(chapter=chapter, for_whom="Dr Shaw", days=3, by=seats.actor("manager"))
    browser, there = Client(), f"/review/{token}/"
    answer = browser.get(there)
    page = answer.content.decode()
    assert "For Dr Shaw alone" in page
    assert "There were 412 burglaries." in page
    assert "19.6" not in page  # marked above what a guest may see
    # "no-referrer" makes a browser send the comment from nowhere, which is refused as forged
    assert answer["Referrer-Policy"] == "same-origin"
    assert "form=csv" not in page
    block = page.split('name="place" value="')[1].split('"')[0]
    assert browser.post(there, {"place": block, "words": "Is it so?"}).status_code == 302
    assert chapter.comments.get().words == "Is it so?"
    nothing = browser.get("/review/nothing/")
    assert (nothing.status_code, "Ask whoever sent it" in nothing.content.decode()) == (404, True)


def test_a_partnership_that_published_nothing_has_no_public_page(seats, client):
    assert client.get("/public/exampleshire/").status_code == 404


def test_what_waits_for_the_assurer_is_told(seats, year, chapter):
    from wardwise_web.assessments.services.drafting import move_chapter
    from wardwise_web.assessments.states import ChapterState

    assert tasks(seats.actor("assurer"), seats.partnership) == []
    move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst"))
    (task,) = tasks(seats.actor("assurer"), seats.partnership)
    assert "Levels and patterns" in task.text


def test_the_command_says_when_nothing_differs(db, capsys):
    call_command("make_again")
    assert "differs" not in capsys.readouterr().out


def test_who_reads_no_year_is_led_to_no_chapters_of_it(paper, sign_in):
    for who, led in (("analyst", True), ("auditor", False)):
        page = sign_in(who).get(f"{HERE}approval/{paper.pk}/").content.decode()
        assert (f"{HERE}drafting/years/{paper.cycle_id}/" in page) is led

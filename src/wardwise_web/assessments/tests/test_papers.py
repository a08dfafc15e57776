"""The paper's way: each step by whom it is for, frozen, made again, published by two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from wardwise_web.assessments.models import Chapter, FrozenPaper, Release, ReviewLink
from wardwise_web.assessments.publish import differences_when_made_again, public_summary
from wardwise_web.assessments.selectors.papers import published_releases
from wardwise_web.assessments.services.comments import Target, comment_on, respond
from wardwise_web.assessments.services.committee import save_appendix
from wardwise_web.assessments.services.drafting import add_words, save_words
from wardwise_web.assessments.services.freezing import ask_again, write_frozen
from wardwise_web.assessments.services.links import (
    comment_through,
    make_link,
    open_link,
    revoke_link,
)
from wardwise_web.assessments.services.markings import mark_paragraph
from wardwise_web.assessments.services.papers import (
    ask_to_publish,
    begin_correction,
    cast_vote,
    confirm_release,
    move_paper,
)
from wardwise_web.assessments.states import Answer, Choice, PaperState
from wardwise_web.assessments.tests.made_paper import assure_all, bring_to, chapter_of
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb


S = PaperState


def test_nothing_goes_to_the_strategy_group_that_is_not_assured(seats, paper):
    with pytest.raises(MoveRefused, match="Not every chapter is assured: Executive summary"):
        move_paper(paper=paper, to=S.STRATEGY_GROUP, note="", by=seats.actor("manager"))


STEPS = [
    # from, to, who may, who may not
    (S.DRAFTING, S.STRATEGY_GROUP, "manager", "analyst"),
    (S.STRATEGY_GROUP, S.AGREED, "chair", "assurer"),
    (S.AGREED, S.CIRCULATED, "manager", "chair"),
    (S.CIRCULATED, S.COMMENTS_CLOSED, "manager", "police"),
    (S.COMMENTS_CLOSED, S.BOARD, "manager", "board"),
]


@pytest.mark.parametrize(("start", "to", "who", "other"), STEPS)
def test_each_step_is_made_by_whom_it_is_for(seats, year, paper, start, to, who, other):
    assure_all(seats, year)
    bring_to(seats, paper, start)
    given = {"to": to, "note": "As agreed", "due": date(2099, 1, 1)}
    with pytest.raises(MoveRefused, match="Only the"):
        move_paper(paper=paper, by=seats.actor(other), **given)
    step = move_paper(paper=paper, by=seats.actor(who), **given)
    assert (step.was, step.now, step.by.pk) == (start, to, seats.people[who].pk)


def test_circulation_needs_a_day_to_come(seats, year, paper):
    assure_all(seats, year)
    bring_to(seats, paper, S.AGREED)
    for due in (None, timezone.localdate()):
        with pytest.raises(MoveRefused, match="a day to come"):
            move_paper(paper=paper, to=S.CIRCULATED, note="", due=due, by=seats.actor("manager"))


def test_scrutiny_reads_only_what_is_circulated(seats, year, paper, chapter):
    scrutiny = seats.actor("scrutiny")
    assert not can(scrutiny, Verb.READ, chapter.as_thing())
    assure_all(seats, year)
    bring_to(seats, paper, S.AGREED)
    assert not can(scrutiny, Verb.READ, Chapter.objects.get(pk=chapter.pk).as_thing())
    bring_to_circulated(seats, paper)
    assert can(scrutiny, Verb.READ, Chapter.objects.get(pk=chapter.pk).as_thing())


def bring_to_circulated(seats, paper):
    move_paper(
        paper=paper, to=S.CIRCULATED, note="", due=date(2099, 1, 1), by=seats.actor("manager")
    )


def test_closing_before_the_day_needs_a_reason(seats, year, paper):
    assure_all(seats, year)
    bring_to(seats, paper, S.CIRCULATED)
    with pytest.raises(MoveRefused, match="reason for closing early"):
        move_paper(paper=paper, to=S.COMMENTS_CLOSED, note="", by=seats.actor("manager"))


def test_no_comment_goes_unanswered_to_the_board(seats, year, paper, chapter):
    assure_all(seats, year)
    bring_to(seats, paper, S.CIRCULATED)
    made = comment_on(
        chapter=chapter, target=Target("levels", "x"), words="Why?", by=seats.actor("health")
    )
    bring_to_closed(seats, paper)
    with pytest.raises(MoveRefused, match="no response"):
        move_paper(paper=paper, to=S.BOARD, note="", by=seats.actor("manager"))
    respond(comment=made, answer=Answer.NOTED, words="Because.", by=seats.actor("analyst"))
    move_paper(paper=paper, to=S.BOARD, note="", by=seats.actor("manager"))


def bring_to_closed(seats, paper):
    paper.refresh_from_db()
    move_paper(paper=paper, to=S.COMMENTS_CLOSED, note="All in", by=seats.actor("manager"))
    paper.refresh_from_db()


def test_a_partner_comments_and_does_not_answer(seats, chapter):
    made = comment_on(
        chapter=chapter, target=Target("levels", "x"), words="Why?", by=seats.actor("health")
    )
    with pytest.raises(PermissionDenied):
        respond(comment=made, answer=Answer.ACCEPTED, words="x", by=seats.actor("health"))


def vote(seats, paper, who, choice=Choice.FOR):
    return cast_vote(paper=paper, choice=choice, note="", by=seats.actor(who))


def approve(seats, paper, who="board"):
    return move_paper(paper=paper, to=S.APPROVED, note="Minute 7", by=seats.actor(who))


def test_the_board_approves_with_a_quorum_and_more_for_than_against(seats, at_board):
    with pytest.raises(MoveRefused, match="0 of the 2 votes"):
        approve(seats, at_board)
    vote(seats, at_board, "board")
    vote(seats, at_board, "chair", Choice.AGAINST)
    with pytest.raises(MoveRefused, match="1 voted for it and 1 against"):
        approve(seats, at_board)


def test_a_member_votes_once_and_for_themselves(seats, at_board):
    vote(seats, at_board, "board")
    with pytest.raises(MoveRefused, match="You have voted"):
        vote(seats, at_board, "board")
    with pytest.raises(PermissionDenied):
        vote(seats, at_board, "manager")


def test_nobody_records_the_approval_of_what_they_wrote(seats, year, paper, chapter):
    add_words(
        chapter=chapter, section="levels", after="start", words="x", by=seats.actor("manager")
    )
    assure_all(seats, year)
    bring_to(seats, paper, S.BOARD)
    vote(seats, paper, "board")
    vote(seats, paper, "chair")
    with pytest.raises(MoveRefused, match="did not write it"):
        approve(seats, paper, "manager")


@pytest.fixture
def approved(seats, at_board):
    """Approved by both members; its files are not written yet."""
    vote(seats, at_board, "board")
    vote(seats, at_board, "chair")
    approve(seats, at_board)
    at_board.refresh_from_db()
    return at_board


@pytest.fixture
def frozen(approved):
    """Approved, its files written."""
    made = approved.frozen.get()
    write_frozen(frozen=made)
    made.refresh_from_db()
    return made


def test_what_is_approved_is_frozen_with_the_hash_of_its_data(frozen, year):
    assert frozen.data_hash == year.build.data_hash
    assert {"assessment.pdf", "assessment.docx", "summary.html", "public-summary.pdf"} <= set(
        frozen.files
    )
    assert "source/document.json" in frozen.files


def test_it_is_made_again_byte_for_byte(seats, frozen):
    remaking = ask_again(frozen=frozen, by=seats.actor("analyst"))
    from wardwise_web.assessments.services.freezing import make_again

    assert make_again(remaking=remaking) == []
    remaking.refresh_from_db()
    assert remaking.agrees
    assert AuditEvent.objects.filter(event="paper.made_again").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("summary.html", "summary.html was altered after it was approved."),
        ("words.json", "words.json was altered after it was approved."),
    ],
)
def test_an_altered_file_is_told(frozen, name, said):
    file = frozen.folder / name
    file.write_text(file.read_text("utf-8") + " ", "utf-8")
    assert said in differences_when_made_again(frozen.folder, frozen.files)


def test_a_missing_and_an_added_file_are_told(frozen):
    (frozen.folder / "summary.pdf").unlink()
    (frozen.folder / "other.txt").write_text("x", "utf-8")
    told = differences_when_made_again(frozen.folder, frozen.files)
    assert told == ["summary.pdf is missing.", "other.txt was added."]


def test_what_is_approved_is_written_in_no_more(seats, approved, chapter):
    chapter = Chapter.objects.get(pk=chapter.pk)
    with pytest.raises(PermissionDenied):
        add_words(
            chapter=chapter, section="levels", after="start", words="x", by=seats.actor("analyst")
        )


def test_an_approval_is_taken_back_from_the_top_with_a_reason(seats, approved):
    for who, note in (("manager", "x"), ("chair", "")):
        with pytest.raises(MoveRefused):
            move_paper(paper=approved, to=S.BOARD, note=note, by=seats.actor(who))
    move_paper(paper=approved, to=S.BOARD, note="A figure is wrong", by=seats.actor("chair"))
    assert FrozenPaper.objects.get().taken_back_at is not None


def published(seats, frozen):
    release = ask_to_publish(frozen=frozen, note="", by=seats.actor("manager"))
    confirm_release(release=release, by=seats.actor("chair"))
    return release


def test_publishing_needs_two_people(seats, frozen):
    release = ask_to_publish(frozen=frozen, note="", by=seats.actor("manager"))
    with pytest.raises(MoveRefused, match="Somebody other"):
        confirm_release(release=release, by=seats.actor("manager"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(
            confirmed_by=release.asked_by, confirmed_at=timezone.now()
        )
    assert published_releases("exampleshire") == []
    confirm_release(release=release, by=seats.actor("chair"))
    assert [one.pk for one in published_releases("exampleshire")] == [release.pk]


def test_what_is_published_is_never_taken_back_but_corrected(seats, frozen):
    published(seats, frozen)
    paper = frozen.paper
    paper.refresh_from_db()
    with pytest.raises(MoveRefused, match="cannot become"):
        move_paper(paper=paper, to=S.BOARD, note="x", by=seats.actor("chair"))
    with pytest.raises(MoveRefused, match="Say what was wrong"):
        begin_correction(paper=paper, note="", by=seats.actor("manager"))
    second = begin_correction(paper=paper, note="A ward was misnamed", by=seats.actor("manager"))
    assert (second.number, second.state) == (2, S.DRAFTING)
    assert len(published_releases("exampleshire")) == 1


def test_the_public_summary_does_not_hold_what_is_marked_higher(seats, year, paper):
    chapter = chapter_of(year, "summary")
    by = seats.actor("analyst")
    add_words(chapter=chapter, section="summary", after="start", words="For all.", by=by)
    closed = add_words(chapter=chapter, section="summary", after="start", words="Not so.", by=by)
    mark_paragraph(
        chapter=chapter,
        place=("summary", f"words-{closed.passage_id}", "OFFICIAL"),
        now="OFFICIAL-SENSITIVE",
        reason="A place is named",
        by=by,
    )
    assure_all(seats, year)
    bring_to(seats, paper, S.BOARD)
    vote(seats, paper, "board")
    vote(seats, paper, "chair")
    approve(seats, paper)
    frozen = paper.frozen.get()
    write_frozen(frozen=frozen)
    html = (frozen.folder / "public-summary.html").read_text("utf-8")
    assert "For all." in html
    assert "Not so." not in html
    assert "19.6" not in html
    assert "412" in html
    assert public_summary(frozen.folder).marking == "OFFICIAL"
    assert "Not so." in (frozen.folder / "summary.html").read_text("utf-8")


def link_for(seats, chapter, days=7):
    return make_link(chapter=chapter, for_whom="Dr Shaw", days=days, by=seats.actor("manager"))


def test_a_link_opens_one_chapter_and_each_opening_is_kept(seats, chapter):
    link, token = link_for(seats, chapter)
    assert token not in str(ReviewLink.objects.values().get())
    assert open_link(token=token) == link
    assert open_link(token="no such token") is None
    assert link.openings.count() == 1
    made = comment_through(link=link, target=Target("levels", "x"), words="Is it so?")
    assert made.who == "Dr Shaw (through a review link)"


@pytest.mark.parametrize("days", [0, 15])
def test_a_link_lasts_two_weeks_at_most(seats, chapter, days):
    with pytest.raises(MoveRefused, match="1 to 14 days"):
        link_for(seats, chapter, days)


def test_a_link_that_ended_or_was_closed_opens_nothing_and_that_is_kept_too(seats, chapter):
    link, token = link_for(seats, chapter)
    ReviewLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert open_link(token=token) is None
    other, second = link_for(seats, chapter)
    revoke_link(link=other, by=seats.actor("manager"))
    assert open_link(token=second) is None
    assert [one.was_open for one in link.openings.all()] == [False]


def test_only_the_manager_makes_links(seats, chapter):
    with pytest.raises((PermissionDenied, Http404)):
        make_link(chapter=chapter, for_whom="x", days=3, by=seats.actor("analyst"))


OPEN = {"title": "T", "words": "W", "marking": "OFFICIAL", "exempt_paragraph": None,
        "public_interest": "", "review_on": None}  # fmt: skip


def test_an_exempt_appendix_says_by_which_paragraph_and_why(seats, paper):
    by = seats.actor("manager")
    save_appendix(paper=paper, letter="A", said=OPEN, by=by)
    with pytest.raises(MoveRefused, match="public interest"):
        save_appendix(paper=paper, letter="B", said=OPEN | {"exempt_paragraph": 7}, by=by)
    with pytest.raises(MoveRefused, match="lowest marking"):
        save_appendix(paper=paper, letter="B", said=OPEN | {"marking": "OFFICIAL-SENSITIVE"}, by=by)
    made = save_appendix(
        paper=paper,
        letter="B",
        said=OPEN
        | {
            "exempt_paragraph": 7,
            "public_interest": "It would tell offenders where to go",
            "review_on": date(2027, 10, 1),
            "marking": "OFFICIAL-SENSITIVE",
        },
        by=by,
    )
    assert can(seats.actor("board"), Verb.READ, made.as_thing())
    assert not can(seats.actor("scrutiny"), Verb.READ, made.as_thing())
    assert not can(seats.actor("police"), Verb.READ, made.as_thing())


def test_stale_words_are_not_saved_after_a_correction_is_begun(seats, frozen, chapter):
    published(seats, frozen)
    paper = frozen.paper
    paper.refresh_from_db()
    begin_correction(paper=paper, note="x", by=seats.actor("manager"))
    made = add_words(
        chapter=Chapter.objects.get(pk=chapter.pk),
        section="levels",
        after="start",
        words="Now right.",
        by=seats.actor("analyst"),
    )
    save_words(passage=made.passage, words="Now quite right.", version=1, by=seats.actor("analyst"))
    assert published_releases("exampleshire")[0].frozen_id == frozen.pk

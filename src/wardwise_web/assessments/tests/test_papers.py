"""The paper's way: each step by whom it is for, frozen, made again, published by two."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from wardwise_web.assessments.models import Chapter
from wardwise_web.assessments.selectors.offers import offers_for
from wardwise_web.assessments.services.comments import Target, comment_on, respond
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.assessments.services.papers import (
    cast_vote,
    move_paper,
)
from wardwise_web.assessments.states import Answer, Choice, PaperState
from wardwise_web.assessments.tests.made_paper import answer_the_law, assure_all, bring_to
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


def test_the_board_approves_nothing_while_an_item_of_the_law_is_empty(seats, year, at_board):
    vote(seats, at_board, "board")
    vote(seats, at_board, "chair")
    empty = year.checklist.filter(item__in=("c", "12(c)"))
    empty.update(met_by="", answered_at=None)
    with pytest.raises(MoveRefused, match=r"2 .* are unanswered: c, 12\(c\)\. Answer each under"):
        approve(seats, at_board)
    answer_the_law(seats, year, but=("12(c)",))
    with pytest.raises(MoveRefused, match=r"is unanswered: 12\(c\)\."):
        approve(seats, at_board)
    answer_the_law(seats, year)
    assert approve(seats, at_board).now == S.APPROVED


OFFERED = "Put it to the strategy group"


def test_only_what_would_be_taken_is_offered_and_the_rest_says_what_it_waits_for(
    seats, year, paper, sign_in
):
    here = f"/p/exampleshire/approval/{paper.pk}/"
    there, manager = f"{here}move/strategy-group/", sign_in("manager")
    page = manager.get(here).content.decode()
    assert there not in page
    assert f"‘{OFFERED}’ has to wait" in page
    assert "Not every chapter is assured: Executive summary, Levels and patterns" in page
    told = manager.get(there, follow=True).content.decode()  # from a page that has become old
    assert "Not every chapter is assured" in told
    assert OFFERED not in sign_in("analyst").get(here).content.decode()  # is not theirs to make
    assure_all(seats, year)
    page = manager.get(here).content.decode()
    assert there in page
    assert "has to wait" not in page


def test_before_the_board_everything_that_is_missing_is_told_at_once(seats, year, at_board):
    year.checklist.filter(item="c").update(met_by="", answered_at=None)
    offers = {one.to: one.missing for one in offers_for(seats.actor("board"), at_board)}
    assert offers[S.DRAFTING] == []
    law, votes = offers[S.APPROVED]
    assert law.startswith("1 of the things that the law asks is unanswered: c.")
    assert votes == "0 of the 2 votes that are needed have been cast."

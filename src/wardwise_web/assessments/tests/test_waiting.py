"""What the first page asks of those who assure, answer, and vote."""

from __future__ import annotations

from wardwise_web.assessments.services.comments import Target, comment_on
from wardwise_web.assessments.services.drafting import move_chapter
from wardwise_web.assessments.services.papers import cast_vote
from wardwise_web.assessments.states import ChapterState, Choice
from wardwise_web.assessments.today import standing, tasks


def asked(seats, who):
    return [one.text for one in tasks(seats.actor(who), seats.partnership)]


def test_who_may_assure_a_chapter_is_asked_to(seats, chapter):
    move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst"))
    assert asked(seats, "assurer") == [f"Assure the chapter: {chapter.title}"]
    assert not any("Assure" in text for text in asked(seats, "analyst"))


def test_a_chapter_s_analyst_is_asked_for_an_answer(seats, chapter):
    target = Target(section=chapter.anchor, block="", quoted="")
    comment_on(chapter=chapter, target=target, words="Is it so?", by=seats.actor("police"))
    assert f"Answer 1 comment on: {chapter.title}" in asked(seats, "analyst")
    assert not any("Answer 1" in text for text in asked(seats, "manager"))


def test_a_board_member_is_asked_to_vote_until_they_have(seats, at_board):
    wanted = f"Vote on the assessment {at_board.cycle.name}"
    assert wanted in asked(seats, "board")
    cast_vote(paper=at_board, choice=Choice.FOR, note="", by=seats.actor("board"))
    assert wanted not in asked(seats, "board")
    assert wanted in asked(seats, "chair")


def test_the_year_stands_with_its_chapters(seats, at_board):
    told = {one.what: one.stands for one in standing(seats.actor("board"), seats.partnership)}
    count = at_board.cycle.chapters.count()
    assert told["Assessment"] == f"Board; {count} of {count} chapters are assured"

"""A paragraph's marking: raised at once, lowered by two, and what it keeps from whom."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from wardwise_web.assessments.models import MarkingChange
from wardwise_web.assessments.selectors.reading import read_chapter
from wardwise_web.assessments.selectors.words import words_of_cycle
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.assessments.services.markings import decide_lowering, mark_paragraph
from wardwise_web.core.moves import MoveRefused


SENSITIVE = "OFFICIAL-SENSITIVE"


def reading(chapter, clearance=SENSITIVE):
    return read_chapter(chapter, clearance=clearance)


def said(chapter, clearance=SENSITIVE):
    return [one.quoted for part in reading(chapter, clearance).parts for one in part.paragraphs]


def wrote(seats, chapter, words="Our own words."):
    by = seats.actor("analyst")
    return add_words(chapter=chapter, section="levels", after="start", words=words, by=by)


def test_what_is_marked_higher_is_not_there_for_who_is_not_cleared(seats, chapter):
    version = wrote(seats, chapter, "Between us.")
    mark_paragraph(
        chapter=chapter,
        place=("levels", f"words-{version.passage_id}", "OFFICIAL"),
        now=SENSITIVE,
        reason="Names a street",
        by=seats.actor("analyst"),
    )
    assert "Between us." in said(chapter)
    assert "Between us." not in said(chapter, "OFFICIAL")
    assert not [one for one in said(chapter, "OFFICIAL") if "victims" in one]
    assert reading(chapter, "OFFICIAL").withheld
    assert reading(chapter).marking == SENSITIVE


def lowering(seats, chapter):
    version = wrote(seats, chapter)
    place = ("levels", f"words-{version.passage_id}")
    by = seats.actor("analyst")
    mark_paragraph(chapter=chapter, place=(*place, "OFFICIAL"), now=SENSITIVE, reason="x", by=by)
    asked = mark_paragraph(
        chapter=chapter, place=(*place, SENSITIVE), now="OFFICIAL", reason="It is known", by=by
    )
    return place, asked


def test_lowering_a_marking_needs_a_second_person(seats, year, chapter):
    _place, asked = lowering(seats, chapter)
    assert "Our own words." not in said(chapter, "OFFICIAL")
    with pytest.raises(MoveRefused, match="Somebody other"):
        decide_lowering(change=asked, grant=True, by=seats.actor("analyst"))
    decide_lowering(change=asked, grant=True, by=seats.actor("manager"))
    assert "Our own words." in said(chapter, "OFFICIAL")
    assert [one.marking for one in words_of_cycle(year).passages] == ["OFFICIAL"]


def test_a_lowering_that_was_refused_leaves_the_marking(seats, chapter):
    _place, asked = lowering(seats, chapter)
    decide_lowering(change=asked, grant=False, by=seats.actor("manager"))
    assert "Our own words." not in said(chapter, "OFFICIAL")
    with pytest.raises(MoveRefused, match="already"):
        decide_lowering(change=asked, grant=True, by=seats.actor("manager"))


def test_the_database_itself_wants_two_people_for_a_lowering(seats, chapter):
    _place, asked = lowering(seats, chapter)
    with pytest.raises(IntegrityError), transaction.atomic():
        MarkingChange.objects.filter(pk=asked.pk).update(holds=True)

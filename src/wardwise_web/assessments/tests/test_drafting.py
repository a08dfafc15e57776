"""Own words among computed ones: saved in versions, never lost, held against the figures."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from wardwise_web.assessments.models import Backing
from wardwise_web.assessments.selectors.numbers import flags_of
from wardwise_web.assessments.selectors.papers import changes_to_review
from wardwise_web.assessments.selectors.reading import read_chapter
from wardwise_web.assessments.services import use_build
from wardwise_web.assessments.services.drafting import (
    StaleWords,
    add_words,
    back_number,
    move_chapter,
    move_words,
    name_writers,
    review_change,
    save_words,
)
from wardwise_web.assessments.states import WRITING, ChapterState, PaperState
from wardwise_web.assessments.tests.made_paper import (
    BURGLARY_ID,
    CLOSED,
    assure_all,
    bring_to,
    built,
    chapter_of,
)
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused


SENSITIVE = "OFFICIAL-SENSITIVE"


def reading(chapter, clearance=SENSITIVE):
    return read_chapter(chapter, clearance=clearance)


def said(chapter, clearance=SENSITIVE):
    return [one.quoted for part in reading(chapter, clearance).parts for one in part.paragraphs]


def first_block(chapter, section="levels"):
    return next(
        one.name
        for part in reading(chapter).parts
        for one in part.paragraphs
        if one.section == section and one.own is None
    )


def wrote(seats, chapter, words="Our own words.", **where):
    where = {"section": "levels", "after": "start"} | where
    return add_words(chapter=chapter, words=words, by=seats.actor("analyst"), **where)


def test_a_build_opens_a_chapter_for_each_of_its_sections(year):
    assert list(year.chapters.values_list("anchor", flat=True)) == ["summary", "levels", "methods"]
    assert year.papers.get().state == PaperState.DRAFTING


def test_own_words_stand_after_their_sentence(seats, chapter):
    wrote(seats, chapter, "Before all.")
    wrote(seats, chapter, "After the first.", after=first_block(chapter))
    assert said(chapter)[:3] == ["Before all.", "There were 412 burglaries.", "After the first."]


def test_every_save_is_a_version_and_leaves_a_row(seats, chapter):
    passage = wrote(seats, chapter).passage
    rows = AuditEvent.objects.count()
    save_words(passage=passage, words="Better words.", version=1, by=seats.actor("manager"))
    passage.refresh_from_db()
    assert passage.version == 2
    assert [one.words for one in passage.versions.all()] == ["Our own words.", "Better words."]
    (row,) = AuditEvent.objects.filter(sequence__gt=rows)
    assert (row.event, row.actor_name) == ("words.saved", "Morgan Reid")


def test_who_saves_second_is_shown_what_stands_and_overwrites_nothing(seats, chapter):
    passage = wrote(seats, chapter).passage
    save_words(passage=passage, words="The manager's.", version=1, by=seats.actor("manager"))
    with pytest.raises(StaleWords) as stale:
        save_words(passage=passage, words="The analyst's.", version=1, by=seats.actor("analyst"))
    assert stale.value.current.words == "The manager's."
    assert said(chapter)[0] == "The manager's."


def test_saving_the_same_words_again_is_no_version(seats, chapter):
    passage = wrote(seats, chapter).passage
    save_words(passage=passage, words="Our own words. ", version=1, by=seats.actor("manager"))
    assert passage.versions.count() == 1


WRITERS = [
    # who, what becomes of it
    ("analyst", None),
    ("manager", None),
    ("police", PermissionDenied),  # reads, and is not named on the chapter
    ("assurer", PermissionDenied),
    ("board", PermissionDenied),
    ("scrutiny", Http404),  # reads only what is circulated
    ("auditor", Http404),
    ("administrator", Http404),
]


@pytest.mark.parametrize(("who", "refusal"), WRITERS)
def test_who_writes(seats, chapter, who, refusal):
    def write():
        add_words(chapter=chapter, section="levels", after="start", words="x", by=seats.actor(who))

    if refusal is None:
        write()
    else:
        with pytest.raises(refusal):
            write()


def test_a_partner_who_is_named_writes(seats, chapter):
    name_writers(chapter=chapter, writers=[seats.people["police"]], by=seats.actor("manager"))
    add_words(
        chapter=chapter, section="levels", after="start", words="Ours.", by=seats.actor("police")
    )
    assert said(chapter)[0] == "Ours."


def test_a_chapter_in_assurance_is_not_written_in(seats, chapter):
    passage = wrote(seats, chapter).passage
    move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="'in assurance': open it again"):
        save_words(passage=passage, words="x", version=1, by=seats.actor("analyst"))


def test_what_is_circulated_is_not_written_in(seats, year, paper, chapter):
    passage = wrote(seats, chapter).passage
    assure_all(seats, year)
    bring_to(seats, paper, PaperState.CIRCULATED)
    with pytest.raises(MoveRefused, match="'circulated': its words stay"):
        save_words(passage=passage, words="x", version=1, by=seats.actor("analyst"))


def test_nobody_assures_what_they_wrote(seats, chapter):
    give_assurer_the_pen(seats, chapter)
    move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="Somebody who did not write it"):
        move_chapter(chapter=chapter, to=ChapterState.ASSURED, note="", by=seats.actor("assurer"))


def give_assurer_the_pen(seats, chapter):
    from wardwise_web.core.permissions.roles import Role
    from wardwise_web.people.services import give_role

    give_role(
        person=seats.people["assurer"],
        agency=seats.agencies["fire"],
        role=Role.CONTRIBUTOR,
        by=seats.actor("administrator"),
    )
    name_writers(chapter=chapter, writers=[seats.people["assurer"]], by=seats.actor("manager"))
    add_words(
        chapter=chapter, section="levels", after="start", words="x", by=seats.actor("assurer")
    )


def test_sending_back_needs_comments(seats, chapter):
    move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="reason"):
        move_chapter(chapter=chapter, to=ChapterState.DRAFT, note=" ", by=seats.actor("assurer"))
    move_chapter(
        chapter=chapter, to=ChapterState.DRAFT, note="Say the period", by=seats.actor("assurer")
    )
    assert chapter.steps.last().note == "Say the period"


def test_a_new_build_lists_what_it_changed_and_each_is_ticked_once(seats, year, chapter):
    use_build(cycle=year, build=built(seats, value=398), by=seats.actor("analyst"))
    changes = list(changes_to_review(chapter))
    assert [(one.before, one.after) for one in changes] == [
        ("There were 412 burglaries.", "There were 398 burglaries.")
    ]
    chapter.refresh_from_db()
    with pytest.raises(MoveRefused, match="1 sentences changed"):
        move_chapter(
            chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst")
        )
    review_change(change=changes[0], note="Ours still holds", by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="already"):
        review_change(change=changes[0], note="", by=seats.actor("manager"))
    assert not changes_to_review(chapter).exists()


def test_a_change_that_nobody_saw_is_compared_with_what_was_last_seen(seats, year, chapter):
    use_build(cycle=year, build=built(seats, value=398), by=seats.actor("analyst"))
    year.refresh_from_db()
    use_build(cycle=year, build=built(seats, value=377), by=seats.actor("analyst"))
    (change,) = changes_to_review(chapter)
    assert (change.before, change.after) == (
        "There were 412 burglaries.",
        "There were 377 burglaries.",
    )


def test_a_change_that_came_back_needs_nobody(seats, year, chapter):
    use_build(cycle=year, build=built(seats, value=398), by=seats.actor("analyst"))
    year.refresh_from_db()
    use_build(cycle=year, build=built(seats), by=seats.actor("analyst"))
    assert not changes_to_review(chapter).exists()


@pytest.mark.parametrize("state", [one for one in PaperState if one not in WRITING])
def test_what_is_decided_on_keeps_its_figures(seats, year, sign_in, state):
    year.papers.update(state=state)
    with pytest.raises(MoveRefused, match="keeps its figures"):
        use_build(cycle=year, build=built(seats, value=398), by=seats.actor("analyst"))
    year.refresh_from_db()
    assert "There were 412 burglaries." in said(chapter_of(year))
    page = sign_in("analyst").get(f"/p/exampleshire/years/{year.pk}/").content.decode()
    assert "keeps its figures" in page
    assert "Take another build" not in page


def test_words_keep_their_place_when_the_numbers_change(seats, year, chapter):
    wrote(seats, chapter, "Ours.", after=first_block(chapter))
    use_build(cycle=year, build=built(seats, value=398), by=seats.actor("analyst"))
    year.refresh_from_db()
    after = chapter_of(year)
    assert said(after)[:2] == ["There were 398 burglaries.", "Ours."]


def test_words_whose_sentence_is_gone_are_kept_and_can_be_moved(seats, chapter):
    passage = wrote(seats, chapter, "Ours.", after="paragraph:gone").passage
    lost = next(
        one for part in reading(chapter).parts for one in part.paragraphs if one.own is not None
    )
    assert lost.homeless
    move_words(passage=passage, section="levels", after="start", by=seats.actor("analyst"))
    assert said(chapter)[0] == "Ours."


def test_words_are_quoted_with_their_number_and_without_their_marks(seats, chapter):
    wrote(seats, chapter, f"We saw **most** of {{{BURGLARY_ID}}}.")
    assert said(chapter)[0] == "We saw most of 412."


def test_words_are_marked_as_the_highest_figure_that_they_name(seats, chapter):
    wrote(seats, chapter, f"Again and again: {{{CLOSED.figure_id}}}.")
    assert said(chapter)[0] == "Again and again: 19.6%."
    assert reading(chapter).parts[0].paragraphs[0].marking == CLOSED.marking
    public = read_chapter(chapter, clearance="OFFICIAL")
    assert "Again" not in public.parts[0].paragraphs[0].quoted
    assert public.withheld


def test_a_typed_number_that_no_figure_says_is_listed_until_somebody_says_what_stands_behind(
    seats, chapter
):
    version = wrote(seats, chapter, "We count 412 burglaries, and 87 calls to our own line.")
    (flag,) = flags_of(reading(chapter))
    assert flag.number.text == "87"
    back_number(
        passage=version.passage,
        text="87",
        figure_id="",
        source="Our own line, October 2025 to September 2026",
        by=seats.actor("analyst"),
    )
    (flag,) = flags_of(reading(chapter))
    assert flag.given.source.startswith("Our own line")


def test_a_number_is_backed_by_a_figure_or_a_source_and_not_by_both(seats, chapter):
    passage = wrote(seats, chapter).passage
    for given in ({"figure_id": "", "source": " "}, {"figure_id": BURGLARY_ID, "source": "x"}):
        with pytest.raises(MoveRefused, match="one of the two"):
            back_number(passage=passage, text="9", by=seats.actor("analyst"), **given)
    with pytest.raises(IntegrityError), transaction.atomic():
        Backing.objects.create(
            passage=passage, text="9", figure_id="F-1", source="x", by=seats.people["analyst"]
        )

"""What the board approved: frozen, made again, published by two, corrected by a new version."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from wardwise_web.assessments.models import Chapter, FrozenPaper, Release
from wardwise_web.assessments.publish import differences_when_made_again, public_summary
from wardwise_web.assessments.selectors.papers import published_releases
from wardwise_web.assessments.services.drafting import add_words, save_words
from wardwise_web.assessments.services.freezing import ask_again, write_frozen
from wardwise_web.assessments.services.markings import mark_paragraph
from wardwise_web.assessments.services.papers import (
    ask_to_publish,
    begin_correction,
    confirm_release,
    move_paper,
)
from wardwise_web.assessments.states import PaperState
from wardwise_web.assessments.tests.made_paper import (
    answer_the_law,
    assure_all,
    bring_to,
    chapter_of,
)
from wardwise_web.assessments.tests.test_papers import approve, vote
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused


S = PaperState


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
    answer_the_law(seats, year)
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

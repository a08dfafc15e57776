"""What the board approved: frozen, made again, published by two, corrected by a new version."""

from __future__ import annotations

import hashlib
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from wardwise_web.assessments.models import Chapter, FrozenPaper, Release
from wardwise_web.assessments.publish import differences_when_made_again, public_summary
from wardwise_web.assessments.selectors.erased import erasure_in_words
from wardwise_web.assessments.selectors.papers import published_releases
from wardwise_web.assessments.services.drafting import add_words, save_words
from wardwise_web.assessments.services.freezing import ask_again, make_again, write_frozen
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
from wardwise_web.evidence.services import declare_dataset, erase_file, hand_in
from wardwise_web.evidence.tests.files import declaration, upload


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


def test_without_what_it_is_made_from_it_is_said_that_it_cannot_be_made_again(seats, frozen):
    (frozen.folder / "source" / "document.json").unlink()
    remaking = ask_again(frozen=frozen, by=seats.actor("analyst"))
    told = make_again(remaking=remaking)
    remaking.refresh_from_db()
    assert told == [
        "It cannot be made again: what it is made from is not here (source/document.json)."
    ]
    assert (remaking.agrees, remaking.ended_at is None) == (False, False)


@pytest.fixture
def erased(seats, frozen):
    """The paper, after a file that its build had read was erased."""
    by = seats.actor("analyst")
    dataset = declare_dataset(
        partnership=seats.partnership,
        agency=seats.agencies["fire"],
        declaration=declaration(),
        by=by,
    )
    file = hand_in(dataset=dataset, upload=upload(), received_on=timezone.localdate(), by=by)
    manifest = frozen.build.folder / "manifest.json"
    told = json.loads(manifest.read_text("utf-8"))
    told["files"].append({"path": file.path, "sha256": file.sha256, "bytes": file.size})
    manifest.write_text(json.dumps(told), "utf-8")
    assert erasure_in_words(frozen) == ""
    erase_file(file=file, because="The agreement has ended", by=by)
    return frozen


def test_after_an_erasure_it_is_said_what_cannot_be_made_again_and_why(seats, erased, sign_in):
    remaking = ask_again(frozen=erased, by=seats.actor("analyst"))
    assert make_again(remaking=remaking) == []  # from its own figures, and no row of the data
    remaking.refresh_from_db()
    assert remaking.agrees
    assert "The build cannot be made again to the byte" in remaking.told
    assert "fires.csv on " in remaking.told
    assert "(The agreement has ended)" in remaking.told
    here = f"/p/exampleshire/approved/{erased.pk}/"
    assert "cannot be made again to the byte" in sign_in("manager").get(here).content.decode()


def test_after_an_erasure_every_frozen_file_can_still_be_read(erased, sign_in):
    here = f"/p/exampleshire/approved/{erased.pk}/"
    for name in ("assessment.pdf", "assessment.docx", "summary.html"):
        content = sign_in("manager").get(f"{here}files/{name}/").content
        assert hashlib.sha256(content).hexdigest() == erased.files[name]


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


def test_after_it_is_taken_back_the_board_votes_anew_and_both_papers_are_kept(seats, approved):
    move_paper(paper=approved, to=S.BOARD, note="A figure is wrong", by=seats.actor("chair"))
    approved.refresh_from_db()
    with pytest.raises(MoveRefused, match="0 of the 2 votes"):
        approve(seats, approved)
    vote(seats, approved, "board")
    vote(seats, approved, "chair")
    approve(seats, approved)
    first, second = approved.frozen.all()
    assert first.taken_back_at is not None
    assert second.taken_back_at is None
    assert first.folder != second.folder


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


def test_what_was_taken_back_is_published_by_nobody(seats, frozen, sign_in):
    release = ask_to_publish(frozen=frozen, note="", by=seats.actor("manager"))
    here = f"/p/exampleshire/approved/{frozen.pk}/"
    assert "Confirm and publish" in sign_in("chair").get(here).content.decode()
    paper = frozen.paper
    move_paper(paper=paper, to=S.BOARD, note="A figure is wrong", by=seats.actor("chair"))
    paper.refresh_from_db()
    for who in ("board", "chair"):
        vote(seats, paper, who)
    approve(seats, paper)
    assert "Confirm and publish" not in sign_in("chair").get(here).content.decode()
    with pytest.raises(MoveRefused, match="taken back"):
        confirm_release(release=release, by=seats.actor("chair"))


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

"""Every change to a chapter: words, what backs a number, markings, review of what changed."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from wardwise_web.assessments.models import (
    Backing,
    ChangedBlock,
    Chapter,
    ChapterStep,
    Paper,
    Passage,
    PassageVersion,
)
from wardwise_web.assessments.rules.chapters import check_may_move, check_may_write
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.assessments.states import CHAPTER_MOVES, ChapterState
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused, check_move
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.people.models import Person


class StaleWords(Exception):
    """Somebody saved these words since they were opened: both texts are shown, none is lost."""

    def __init__(self, current: PassageVersion) -> None:
        super().__init__(f"{current.saved_by} saved these words after you had opened them.")
        self.current = current


def paper_of(chapter: Chapter) -> Paper | None:
    """The paper that the chapter is in now."""
    return chapter.cycle.papers.last()


def add_words(
    *, chapter: Chapter, section: str, after: str, words: str, by: Actor
) -> PassageVersion:
    """Own words after a block, below what stands there already."""
    check_can(by, Verb.WRITE, chapter.as_thing())
    with transaction.atomic():
        locked = Chapter.objects.select_for_update().get(pk=chapter.pk)
        check_may_write(locked, paper_of(locked))
        there = locked.passages.filter(section=section, after=after).count()
        passage = Passage.objects.create(
            chapter=locked, section=section, after=after, position=there, version=1
        )
        made = PassageVersion.objects.create(
            passage=passage, number=1, words=_plain(words), saved_by_id=person_of(by)
        )
        _record_saved(made, by=by)
    return made


def save_words(
    *, passage: Passage, words: str, version: int, by: Actor, note: str = ""
) -> PassageVersion:
    """Save what was edited from that version; StaleWords if another stands by now."""
    check_can(by, Verb.WRITE, passage.chapter.as_thing())
    with transaction.atomic():
        chapter = Chapter.objects.select_for_update().get(pk=passage.chapter_id)
        locked = Passage.objects.select_for_update().get(pk=passage.pk)
        check_may_write(chapter, paper_of(chapter))
        current = locked.versions.get(number=locked.version)
        if current.words == _plain(words):
            return current
        if version != locked.version:
            raise StaleWords(current)
        made = PassageVersion.objects.create(
            passage=locked,
            number=locked.version + 1,
            words=_plain(words),
            saved_by_id=person_of(by),
            note=note,
        )
        Passage.objects.filter(pk=locked.pk).update(version=made.number)
        _record_saved(made, by=by)
    return made


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").strip()


def _record_saved(made: PassageVersion, *, by: Actor) -> None:
    details = {
        "passage": made.passage_id,
        "version": made.number,
        "sha256": hashlib.sha256(made.words.encode()).hexdigest(),
    }
    record("words.saved", by=by, thing=made.passage.chapter.as_thing(), details=details)


def move_words(*, passage: Passage, section: str, after: str, by: Actor) -> None:
    """Put words whose block is gone beside another."""
    chapter = passage.chapter
    check_can(by, Verb.WRITE, chapter.as_thing())
    with transaction.atomic():
        locked = Passage.objects.select_for_update().get(pk=passage.pk)
        check_may_write(chapter, paper_of(chapter))
        details = {"passage": locked.pk, "was": f"{locked.section} {locked.after}"}
        locked.section, locked.after = section, after
        locked.save(update_fields=["section", "after"])
        record("words.moved", by=by, thing=chapter.as_thing(), details=details)


def back_number(*, passage: Passage, text: str, figure_id: str, source: str, by: Actor) -> Backing:
    """Say what stands behind a typed number: a figure, or a source in words."""
    check_can(by, Verb.WRITE, passage.chapter.as_thing())
    if bool(figure_id) == bool(source.strip()):
        raise MoveRefused("Give the figure, or the source in words: one of the two.")
    with transaction.atomic():
        made = Backing.objects.create(
            passage=passage,
            text=text,
            figure_id=figure_id,
            source=source.strip(),
            by_id=person_of(by),
        )
        details = {"passage": passage.pk, "text": text, "figure": figure_id, "source": source}
        record("number.backed", by=by, thing=passage.chapter.as_thing(), details=details)
    return made


def review_change(*, change: ChangedBlock, note: str, by: Actor) -> None:
    """Tick a sentence that a new build changed."""
    check_can(by, Verb.WRITE, change.chapter.as_thing())
    with transaction.atomic():
        done = ChangedBlock.objects.filter(
            pk=change.pk, reviewed_at__isnull=True, superseded=False
        ).update(reviewed_by_id=person_of(by), reviewed_at=timezone.now(), note=note.strip())
        if not done:
            raise MoveRefused("Somebody has looked at this sentence already.")
        details = {"block": change.block, "build": change.build_id}
        record("change.reviewed", by=by, thing=change.chapter.as_thing(), details=details)


def name_writers(*, chapter: Chapter, writers: list[Person], by: Actor) -> None:
    """The partners who write in a chapter, beside analysts and managers."""
    check_can(by, Verb.APPROVE, chapter.as_thing())
    with transaction.atomic():
        chapter.writers.set(writers)
        details = {"writers": sorted(person.name for person in writers)}
        record("chapter.writers_named", by=by, thing=chapter.as_thing(), details=details)


def move_chapter(*, chapter: Chapter, to: ChapterState, note: str, by: Actor) -> None:
    """Send a chapter to assurance, assure it, send it back, open it again."""
    thing = chapter.as_thing()
    check_can(by, Verb.READ, thing)
    with transaction.atomic():
        locked = Chapter.objects.select_for_update().get(pk=chapter.pk)
        was = ChapterState(locked.state)
        is_author = by.person_id in locked.author_ids
        check_move(CHAPTER_MOVES, now=was, to=to, roles=by.roles, is_author=is_author, reason=note)
        check_may_move(locked, paper_of(locked), to)
        if to == ChapterState.ASSURED:
            check_can(by, Verb.SIGN, thing)
        locked.state = to
        locked.save(update_fields=["state"])
        ChapterStep.objects.create(
            chapter=locked, was=was, now=to, by_id=person_of(by), note=note.strip()
        )
        details = {"was": was, "now": to}
        record("chapter.moved", by=by, thing=locked.as_thing(), details=details, reason=note)


def standing_words(chapter: Chapter) -> list[PassageVersion]:
    """The versions that stand now, in the order of their places; those taken out are not."""
    return list(
        PassageVersion.objects.filter(passage__chapter=chapter, number=F("passage__version"))
        .exclude(words="")
        .select_related("passage", "saved_by")
        .order_by("passage__position", "passage_id")
    )

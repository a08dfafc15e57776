"""A new build under people's words: chapters are opened, changed sentences listed for review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wardwise.document.anchors import marking_of, words_of
from wardwise.document.section import Section
from wardwise_web.assessments.documents import (
    ASSESSMENT,
    blocks_of,
    documents_of,
    has_documents,
    section_of,
)
from wardwise_web.assessments.models import ChangedBlock, Chapter, Cycle, Paper
from wardwise_web.assessments.states import Change
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.evidence.models import Build


Said = Mapping[tuple[str, str], tuple[str, str]]  # (section, block) → (words, marking)


@dataclass(frozen=True)
class Difference:
    """One computed block, then and now."""

    section: str
    block: str
    kind: Change
    before: str
    after: str
    marking: str


def take_in_build(*, cycle: Cycle, before: Build | None, now: Build, by: Actor) -> None:
    """Inside the transaction in which the build is taken into use."""
    if not has_documents(now.folder):
        return
    open_chapters(cycle=cycle, build=now, by=by)
    if before is not None and before != now and has_documents(before.folder):
        for chapter in cycle.chapters.all():
            _list_changes(chapter, before=before, now=now, by=by)


def open_chapters(*, cycle: Cycle, build: Build, by: Actor) -> None:
    """A chapter for each section of the build's assessment, and the cycle's paper."""
    sections = documents_of(build.folder)[ASSESSMENT].sections
    for position, section in enumerate(sections, start=1):
        Chapter.objects.update_or_create(
            cycle=cycle,
            anchor=section.anchor,
            defaults={"title": section.title, "position": position},
            create_defaults={
                "title": section.title,
                "position": position,
                "analyst_id": by.person_id,
            },
        )
    _made, is_new = Paper.objects.get_or_create(cycle=cycle, number=1)
    if is_new:
        record(
            "chapters.opened", by=by, thing=cycle.as_thing(), details={"chapters": len(sections)}
        )


def _list_changes(chapter: Chapter, *, before: Build, now: Build, by: Actor) -> None:
    then = _said(section_of(before.folder, chapter.anchor))
    found = list(differences(then, _said(section_of(now.folder, chapter.anchor))))
    for one in found:
        waiting = chapter.changes.filter(
            section=one.section, block=one.block, reviewed_at__isnull=True, superseded=False
        )
        # nobody saw what stood between: the words last seen are those to compare with
        first = waiting.first()
        was = first.before if first else one.before
        waiting.update(superseded=True)
        if was == one.after:
            continue
        ChangedBlock.objects.create(
            chapter=chapter,
            build=now,
            before_build=first.before_build if first else before,
            section=one.section,
            block=one.block,
            kind=_kind(was, one.after),
            before=was,
            after=one.after,
            marking=one.marking,
        )
    if found:
        details = {"run": now.run, "blocks": len(found)}
        record("chapter.sentences_changed", by=by, thing=chapter.as_thing(), details=details)


def _said(section: Section | None) -> Said:
    if section is None:
        return {}
    return {
        (inner.anchor, name): ("\n".join(words_of(block)), marking_of(block))
        for inner, name, block in blocks_of(section)
    }


def differences(then: Said, now: Said) -> Iterator[Difference]:
    """The blocks whose words are others, in the order in which they are read now."""
    for place in dict.fromkeys([*now, *then]):
        before, _ = then.get(place, ("", ""))
        after, _ = now.get(place, ("", ""))
        if before != after:
            marking = (now.get(place) or then[place])[1]
            yield Difference(*place, _kind(before, after), before, after, marking)


def _kind(before: str, after: str) -> Change:
    if not before:
        return Change.ADDED
    return Change.CHANGED if after else Change.GONE

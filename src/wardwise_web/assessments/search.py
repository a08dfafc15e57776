"""What can be found in the assessment that is being written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.urls import reverse

from wardwise_web.assessments.models import Chapter
from wardwise_web.assessments.selectors.papers import chapters_of
from wardwise_web.assessments.selectors.reading import Paragraph, read_chapter
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Thing, Verb
from wardwise_web.core.searching import Hit
from wardwise_web.people.models import Partnership


def hits(actor: Actor, partnership: Partnership) -> Iterator[Hit]:
    """Paragraphs of the year's chapters, computed and own words: each has its own marking."""
    now = partnership.cycles.first()
    if now is None:
        return
    for chapter in chapters_of(partnership).filter(cycle=now):
        if not can(actor, Verb.READ, chapter.as_thing()):
            continue
        href = reverse("chapter", args=[partnership.slug, chapter.pk])
        for part in read_chapter(chapter, clearance=actor.clearance).parts:
            where = chapter.title if part.level == 1 else f"{chapter.title}: {part.title}"
            for one in part.paragraphs:
                yield Hit("Chapters", where, one.quoted, f"{href}#{one.at}", _thing(chapter, one))


def _thing(chapter: Chapter, paragraph: Paragraph) -> Callable[[], Thing]:
    def thing() -> Thing:
        return replace(chapter.as_thing(), marking=paragraph.marking)

    return thing

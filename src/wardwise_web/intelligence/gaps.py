"""What the assessment says is missing, and whether anybody was asked about it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from wardwise.document.anchors import marking_of
from wardwise.document.blocks import Note, NoteKind
from wardwise_web.assessments.documents import (
    ASSESSMENT,
    blocks_of,
    documents_of,
    has_documents,
)
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.markings import LOWEST, is_cleared
from wardwise_web.core.permissions.thing import Verb


NUMBERS = re.compile(r"[\d.,]+")


@dataclass(frozen=True)
class Gap:
    """Something that is not known: where the assessment says so, and its words."""

    gap_id: str
    about: str
    text: str


def gaps_of(cycle: Cycle, actor: Actor) -> list[Gap]:
    """The gaps that the build in use names, in the order of the assessment.

    Further work is read by every partner: what is marked above the lowest is left out of it.
    """
    build = cycle.build
    if build is None or not can(actor, Verb.READ, build.as_thing()):
        return []
    if not has_documents(build.folder):
        return []
    found = [
        Gap(_id(about.title, text), about.title, text)
        for chapter in documents_of(build.folder)[ASSESSMENT].sections
        for about in chapter.sections or (chapter,)
        for _inner, _name, block in blocks_of(about)
        if isinstance(block, Note) and block.kind is NoteKind.MISSING
        if is_cleared(LOWEST, marking_of(block))
        for text in [str(block.text)]
    ]
    return list({one.gap_id: one for one in found}.values())


def not_asked(cycle: Cycle, actor: Actor) -> list[Gap]:
    """Those that nothing was asked about, in any year."""
    held = cycle.partnership.further_work.exclude(gap_id="")
    asked = set(held.values_list("gap_id", flat=True))
    return [one for one in gaps_of(cycle, actor) if one.gap_id not in asked]


def _id(about: str, text: str) -> str:
    """The same in the next build, though its numbers move."""
    words = NUMBERS.sub("#", f"{about}: {text}")
    return f"G-{hashlib.sha256(words.encode()).hexdigest()[:10].upper()}"

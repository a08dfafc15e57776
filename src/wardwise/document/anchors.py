"""Names of blocks that survive a new build, and the words that a reader sees of each.

A partnership's own words stand after a computed sentence. Next month the sentence has other
numbers, perhaps another verb; it is still about the same figures. So a block is named by what
its figures are of (measure, offence, area, detail: no period, no value), a table or picture by
its own name, and a sentence without figures by its words.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from wardwise.document.blocks import (
    Bullets,
    Finding,
    Headline,
    Note,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.pictures import Picture
from wardwise.document.section import Block, Section
from wardwise.domain.figure import Figure
from wardwise.domain.marking import highest_marking


def named_blocks(section: Section) -> Iterator[tuple[str, Block]]:
    """Each block of the section itself with its name, unique there."""
    seen: Counter[str] = Counter()
    for block in section.blocks:
        name = _name(block)
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name}-{seen[name]}"), block


def _name(block: Block) -> str:
    if isinstance(block, Table | Picture):
        return f"{'table' if isinstance(block, Table) else 'picture'}:{block.name}"
    kind = type(block).__name__.lower()
    if isinstance(block, Note):
        kind = f"note-{block.kind.name.lower()}"
    about = "|".join(_meaning(figure) for figure in block.figures)
    return f"{kind}:{_short(about or _without_digits(' '.join(words_of(block))))}"


def _meaning(figure: Figure) -> str:
    detail = _without_digits(figure.detail)  # "against 2024-05/2025-04" is next year's too
    return "/".join((figure.measure, figure.offence or "", figure.area.code, detail))


def _without_digits(words: str) -> str:
    return re.sub(r"\d+", "", words).casefold()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def words_of(block: Block) -> tuple[str, ...]:
    """What the block says, one entry for each run of words; of a picture its title."""
    match block:
        case Paragraph(text=text) | Note(text=text) | Recommendation(text=text):
            return (str(text),)
        case Bullets(items=items):
            return tuple(str(item) for item in items)
        case Headline(items=pairs):
            return tuple(f"{number.text} {caption}" for number, caption in pairs)
        case Finding():
            return (str(block.claim), block.sureness, block.instead, block.gap)
        case Table(caption=caption):
            return (caption,)
        case Picture(title=title):
            return (title,)


def marking_of(block: Block) -> str:
    """The highest marking among the figures that the block prints."""
    return highest_marking([figure.marking for figure in block.figures])

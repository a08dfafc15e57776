"""Blocks to markup, one template macro each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from wardwise.document.blocks import (
    Bullets,
    Finding,
    Headline,
    Note,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.pictures import Map, Picture
from wardwise.document.section import Block, Section
from wardwise.render.html.figures import Studio
from wardwise.render.html.tables import shown_table


@dataclass(frozen=True)
class ShownSection:
    """A section ready for the template; ``level`` is that of its heading."""

    title: str
    anchor: str
    level: int
    body: Markup
    sections: tuple[ShownSection, ...]


@dataclass(frozen=True)
class Press:
    """Sets sections."""

    templates: Environment
    studio: Studio
    findings: frozenset[str]  # that the paper holds, so that no link leads nowhere

    def section(self, section: Section, level: int = 2) -> ShownSection:
        """A section and all below it. HTML has no heading beneath the sixth."""
        body = self._beside(section.blocks) if section.side_by_side else self._all(section.blocks)
        below = tuple(self.section(one, level + 1) for one in section.sections)
        return ShownSection(section.title, section.anchor, min(level, 6), body, below)

    def _all(self, blocks: Sequence[Block]) -> Markup:
        runs = [list(run) for _, run in groupby(blocks, key=_is_explored)]
        return Markup("\n").join(piece for run in runs for piece in self._run(run))

    def _beside(self, blocks: Sequence[Block]) -> Markup:
        """Words and tables in one column, pictures in the other."""
        words = [block for block in blocks if not isinstance(block, Picture)]
        pictures = [block for block in blocks if isinstance(block, Picture)]
        return self._set("beside", words=self._all(words), pictures=self._all(pictures))

    def _run(self, blocks: Sequence[Block]) -> Iterator[Markup]:
        if _is_explored(blocks[0]):
            maps = [block for block in blocks if isinstance(block, Map)]
            yield self._set("explorer", maps=self.studio.several(maps))
            return
        for block in blocks:
            yield self._block(block)

    def _block(self, block: Block) -> Markup:
        match block:
            case Paragraph() | Bullets() | Note() | Headline():
                return self._set(type(block).__name__.lower(), block=block)
            case Finding():
                return self._set("finding", block=block)
            case Recommendation():
                return self._set("recommendation", block=block, held=self.findings)
            case Table():
                return self._set("table", table=shown_table(block))
            case Picture():
                return self._set("picture", picture=self.studio.shown(block))

    def _set(self, name: str, **given: object) -> Markup:
        return Markup(self.templates.get_template(f"blocks/{name}.html").render(**given))


def _is_explored(block: Block) -> bool:
    return isinstance(block, Map) and block.interactive

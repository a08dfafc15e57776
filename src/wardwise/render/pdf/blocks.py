"""Each block as plain data for the template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from itertools import groupby
from typing import Any

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
from wardwise.document.section import Block
from wardwise.document.text import Link, Number, Strong, Text
from wardwise.render.basis import basis_lines
from wardwise.render.breakable import breakable
from wardwise.render.drawing import Draw
from wardwise.render.numbering import Numbering
from wardwise.render.on_paper import told_together
from wardwise.render.pdf.table import table_content
from wardwise.render.widths import PORTRAIT_MM


@dataclass(frozen=True)
class Setting:
    """What every block may need to know of the paper that it stands in."""

    draw: Draw
    numbering: Numbering
    anchors: frozenset[str]
    findings: frozenset[str]
    room: float = PORTRAIT_MM  # for a table


Content = dict[str, Any]


def spans(text: Text, *, setting: Setting) -> list[Any]:
    """Words as they are; strong words and links that lead somewhere as objects."""
    return [_span(span, setting=setting) for span in text.spans]


def _span(span: str | Number | Link | Strong, *, setting: Setting) -> Any:
    match span:
        case Link(text=words, anchor=anchor) if anchor in setting.anchors:
            return {"link": words, "to": anchor}
        case Strong(text=words):
            return {"strong": words}
        case str():
            return breakable(span)
        case _:
            return span.text


def blocks_content(blocks: tuple[Block, ...], setting: Setting) -> list[Content]:
    """Each block in turn; tables that are in the workbook alone are told in one line."""
    made: list[Content] = []
    for is_elsewhere, run in groupby(blocks, key=_is_elsewhere):
        held = list(run)
        made += (
            [_elsewhere(held, setting)]
            if is_elsewhere
            else [block_content(one, setting) for one in held]
        )
    return made


def _is_elsewhere(block: Block) -> bool:
    return isinstance(block, Table) and block.appendix


def _elsewhere(blocks: list[Block], setting: Setting) -> Content:
    sheets = setting.numbering.sheets
    tables = [(one, sheets[one.name]) for one in blocks if isinstance(one, Table)]
    return {"set": "elsewhere", "words": told_together(tables)}


@singledispatch
def block_content(block: object, _: Setting) -> Content:
    """What the template's function of the same name sets."""
    raise TypeError(f"No way to set a {type(block).__name__} on paper.")


@block_content.register
def _(block: Paragraph, setting: Setting) -> Content:
    return {"set": "paragraph", "lead": block.lead, "text": spans(block.text, setting=setting)}


@block_content.register
def _(block: Bullets, setting: Setting) -> Content:
    items = [spans(item, setting=setting) for item in block.items]
    return {"set": "bullets", "numbered": block.numbered, "items": items}


@block_content.register
def _(block: Note, setting: Setting) -> Content:
    return {"set": "note", "word": str(block.kind), "text": spans(block.text, setting=setting)}


@block_content.register
def _(block: Headline, setting: Setting) -> Content:
    items = [
        {"number": number.text, "caption": spans(caption, setting=setting)}
        for number, caption in block.items
    ]
    return {"set": "headline", "items": items}


@block_content.register
def _(block: Table, setting: Setting) -> Content:
    sheet = setting.numbering.sheets[block.name]
    number = setting.numbering.tables[block.name]
    return table_content(
        block,
        number=number,
        sheet=sheet,
        words=lambda t: spans(t, setting=setting),
        room=setting.room,
    )


@block_content.register
def _(block: Finding, setting: Setting) -> Content:
    return {
        "set": "finding",
        "id": block.finding_id,
        "claim": spans(block.claim, setting=setting),
        "rests_on": basis_lines(block.rests_on),
        "sureness": block.sureness,
        "instead": block.instead,
        "gap": block.gap,
    }


@block_content.register
def _(block: Recommendation, setting: Setting) -> Content:
    cited = [{"id": name, "here": name in setting.findings} for name in block.findings]
    return {
        "set": "recommendation",
        "text": spans(block.text, setting=setting),
        "to": block.to,
        "findings": cited,
    }


@block_content.register
def _(block: Picture, setting: Setting) -> Content:
    drawing = setting.draw(block)
    table = block.table
    return {
        "set": "picture",
        "number": setting.numbering.pictures[block.name],
        "title": block.title,
        "subtitle": block.subtitle,
        "source": block.source,
        "alt": block.alt,
        "svg": drawing.svg,
        "width": drawing.width,
        "height": drawing.height,
        "sheet": setting.numbering.sheets[table.name] if table else None,
    }

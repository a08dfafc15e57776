"""A paper as plain text: every word and number, in reading order, one line a row."""

from __future__ import annotations

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
from wardwise.document.section import Block, Document, Section


def document_text(document: Document) -> str:
    """The whole paper, without the run's hash, which changes with the code."""
    lines = [f"{document.title} | {document.subtitle} | {document.period} | {document.marking}"]
    for section in document.sections:
        lines += section_lines(section, 1)
    return "\n".join(lines) + "\n"


def section_lines(section: Section, level: int) -> Iterator[str]:
    """Heading, blocks and sections below."""
    yield ""
    yield f"{'#' * level} {section.title}"
    for block in section.blocks:
        yield from block_lines(block)
    for below in section.sections:
        yield from section_lines(below, level + 1)


def block_lines(block: Block) -> Iterator[str]:
    """What a reader sees of a block."""
    match block:
        case Paragraph():
            yield f"{'>> ' if block.lead else ''}{block.text}"
        case Bullets():
            yield from (f"- {item}" for item in block.items)
        case Note():
            yield f"[{block.kind}] {block.text}"
        case Headline():
            yield from (f"* {number.text} {caption}" for number, caption in block.items)
        case Finding():
            yield f"! {block.finding_id} {block.claim}"
            yield f"  {block.sureness} | {block.instead} | {block.gap}"
        case Recommendation():
            yield f"=> {block.text} ({', '.join(block.findings)}) {block.to}"
        case Table():
            yield from table_lines(block)
        case Picture():
            yield f"<{type(block).__name__}> {block.title} | {block.subtitle} | {block.alt}"


def table_lines(table: Table) -> Iterator[str]:
    """Caption, head, rows and notes."""
    yield f"| {table.caption} ({table.name})"
    yield "| " + " | ".join(column.heading for column in table.columns)
    for row in table.rows:
        cells = (
            cell if isinstance(cell, str) else getattr(cell, "text", str(cell)) for cell in row
        )
        yield "| " + " | ".join(cells)
    yield from (f"| {note}" for note in table.notes)

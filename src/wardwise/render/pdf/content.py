"""The document as plain data for the Typst template, which sets it and decides nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from wardwise.document.blocks import Finding, Table
from wardwise.document.section import Document, Section
from wardwise.render.apostrophes import curly_document
from wardwise.render.dated import last_day
from wardwise.render.drawing import Draw
from wardwise.render.numbering import numbered
from wardwise.render.on_paper import on_paper
from wardwise.render.pdf.blocks import Setting, blocks_content
from wardwise.render.widths import fitted


DEEPEST_HEADING = 6
WORDS_BESIDE_MM = 86.0  # for words and tables beside a picture of 70 mm


def content(document: Document, *, draw: Draw) -> dict[str, Any]:
    """What the template reads from ``sys.inputs``. Keys are the template's words."""
    document = curly_document(on_paper(document))
    setting = Setting(
        draw=draw,
        numbering=numbered(document),
        anchors=frozenset(section.anchor for section in document.walk()),
        findings=frozenset(_findings(document)),
    )
    sections = [
        _section(section, level=1, setting=setting, inside=False) for section in document.sections
    ]
    _name_targets(sections, seen=set())
    day = last_day(document.period)
    return {
        "kind": document.kind,
        "title": document.title,
        "partnership": document.partnership,
        "subtitle": document.subtitle,
        "period": document.period,
        "marking": document.marking,
        "run": document.run,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "prepared_by": document.prepared_by,
        "language": document.language.split("-")[0],
        "region": document.language.partition("-")[2] or None,
        "sections": sections,
    }


def _name_targets(sections: list[dict[str, Any]], *, seen: set[str]) -> None:
    """A finding may be printed twice, a link can lead to one of them: the first."""
    for section in sections:
        for block in section["blocks"]:
            if block["set"] == "finding":
                block["target"] = block["id"] not in seen
                seen.add(block["id"])
        _name_targets(section["sections"], seen=seen)


def _section(section: Section, *, level: int, setting: Setting, inside: bool) -> dict[str, Any]:
    # A box that is kept whole holds no page break: nothing in it may ask for a fresh page
    together = section.together and not _turns_the_page(section)
    if section.side_by_side:
        setting = replace(setting, room=WORDS_BESIDE_MM)
    return {
        "title": section.title,
        "anchor": section.anchor,
        "level": min(level, DEEPEST_HEADING),
        "new_page": section.new_page and not inside,
        "together": together and not inside,
        "opening_together": section.opening_together and not (together or inside),
        "beside": section.side_by_side,
        "blocks": blocks_content(section.blocks, setting),
        "sections": [
            _section(below, level=level + 1, setting=setting, inside=inside or together)
            for below in section.sections
        ],
    }


def _findings(document: Document) -> list[str]:
    return [
        block.finding_id
        for section in document.walk()
        for block in section.blocks
        if isinstance(block, Finding)
    ]


def _turns_the_page(section: Section) -> bool:
    return any(
        isinstance(block, Table) and not block.appendix and fitted(block).landscape
        for below in section.walk()
        for block in below.blocks
    )

"""The words: what is met, what is not, and what would complete it."""

from __future__ import annotations

from wardwise.chapters.statutory_coverage.findings import CoverageFindings, CoverageRow, Met
from wardwise.document.blocks import Align, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.initials import capital, small
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Link, Strong, Text, join, say


def write(found: CoverageFindings) -> Section:
    """The chapter, from what is missing down to each item."""
    return Section(
        title="What the law asks, and where it is met",
        anchor="statutory-coverage",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            _table(found, "assessment", "What a strategic assessment must contain"),
            *_statements(found),
            Note(NoteKind.CAUTION, _check_wording(found)),
        ),
        sections=(
            Section(
                "What the strategy must cover",
                "statutory-limbs",
                (
                    Paragraph(_limbs_answer(found), lead=True),
                    _table(found, "strategy", "The limbs of section 6, and the evidence for each"),
                ),
            ),
        ),
    )


def _answer(found: CoverageFindings) -> Text:
    rows = [row for row in found.rows if row.kind == "assessment"]
    empty = [row.item for row in rows if row.answer.met is Met.NOT_MET]
    part = [row.item for row in rows if row.answer.met in (Met.PART, Met.PROPOSED)]
    if not empty and not part:
        return say("Everything that the law asks of a strategic assessment is in this paper.")
    parts = []
    if empty:
        parts.append(
            say(
                "This paper is not yet a complete strategic assessment: {items} {are} not met.",
                items=_items(empty),
                are="is" if len(empty) == 1 else "are",
            )
        )
    if part:
        parts.append(
            say(
                "{items} {are} met in part or await a decision.",
                items=capital(_items(part)),
                are="is" if len(part) == 1 else "are",
            )
        )
    parts.append(say("The table says what would complete each."))
    return join(parts)


def _items(items: list[str]) -> str:
    return f"{'item' if len(items) == 1 else 'items'} {listed(items)}"


def _limbs_answer(found: CoverageFindings) -> Text:
    rows = [row for row in found.rows if row.kind == "strategy"]
    empty = [small(row.about) for row in rows if row.answer.met is Met.NOT_MET]
    if not empty:
        whole = [small(row.about) for row in rows if row.answer.met is Met.MET]
        if not whole:
            return say(
                "There is some evidence for every limb of section 6, and all of it for none."
            )
        return say(
            "There is some evidence for every limb of section 6, and enough to call met: {limbs}.",
            limbs=listed(whole),
        )
    return say("There is no evidence here on {limbs}.", limbs=listed(empty))


def _table(found: CoverageFindings, kind: str, caption: str) -> Table:
    rows = [row for row in found.rows if row.kind == kind]
    return Table(
        name=f"statutory-{kind}",
        caption=caption,
        columns=(
            Column("Item", Align.LEFT),
            Column("What is asked", Align.LEFT),
            Column("Here", Align.LEFT),
            Column("How, and where", Align.LEFT),
            Column("What would complete it", Align.LEFT),
        ),
        rows=tuple(
            (
                row.item,
                row.about,
                Text((Strong(str(row.answer.met)),)),
                _how(row),
                row.answer.needs or "–",
            )
            for row in rows
        ),
        source="Crime and Disorder Act 1998, section 6; "
        + ("S.I. 2007/3076" if found.welsh else "S.I. 2007/1830"),
    )


def _how(row: CoverageRow) -> Text:
    spans: list[str | Link] = [row.answer.how]
    for n, place in enumerate(row.answer.where):
        spans += [" See " if n == 0 else ", ", Link(place.words, place.anchor)]
    if row.answer.where:
        spans.append(".")
    return Text(tuple(spans))


def _statements(found: CoverageFindings) -> tuple[Block, ...]:
    """The partnership's own sentences, as its own."""
    return tuple(
        Paragraph(
            Text(
                (
                    Strong(f"Item {row.item}, in the partnership's own words. "),
                    row.statement,
                )
            )
        )
        for row in found.rows
        if row.statement
    )


def _check_wording(found: CoverageFindings) -> Text:
    act = (
        "S.I. 2007/3076 (Wales), as amended"
        if found.welsh
        else "S.I. 2007/1830, regulations 5 to 7, as amended in 2010, 2011 and 2012"
    )
    return say(
        "The items are in our words. The wording of {act} has to be checked by a person against "
        "legislation.gov.uk before anyone relies on this list, and the later amendments cut back "
        "what is prescribed. Whether the assessment is complete in law is for the responsible "
        "authorities to say.",
        act=act,
    )

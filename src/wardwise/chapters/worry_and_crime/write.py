"""The words: where worry and crime part."""

from __future__ import annotations

from wardwise.chapters.worry_and_crime.findings import WorryFindings
from wardwise.chapters.worry_and_crime.shown import every_ward_table, four_way_map, parted_table
from wardwise.chapters.worry_and_crime.words import answer, caution, left_out
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.worry import WorryFound


HOW = (
    "Of {n} replies to ‘{question}’ those that say {answers} are counted, by the ward where people "
    "live. Shares have the survey's weights and are drawn towards the whole's, the more the fewer "
    "replied (beta-binomial). Spearman's correlation, its interval from wards drawn again."
)


def write(findings: WorryFindings) -> Section:
    """The chapter, or the sentence why it cannot be."""
    return Section(
        title="Where worry and crime part",
        anchor="worry-and-crime",
        together=True,  # one page: a smaller map rather than a few lines on a second
        blocks=_blocks(findings),
    )


def _blocks(findings: WorryFindings) -> tuple[Block, ...]:
    found = findings.found
    if not isinstance(found, WorryFound):
        why = found.reason if isinstance(found, NotKnown) else "no survey asks"
        text = say("Where worry and crime part is not known: {why}.", why=why)
        return (Note(NoteKind.MISSING, text),)
    table = parted_table(findings, found)
    return (
        Paragraph(answer(findings, found), lead=True),
        four_way_map(findings, found, table=every_ward_table(findings, found)),
        *((table,) if table else ()),
        *((Paragraph(left_out(found)),) if found.left_out else ()),
        Note(
            NoteKind.METHOD,
            say(
                HOW,
                n=whole(found.replies),
                question=found.question,
                answers=listed([f"‘{one.lower()}’" for one in found.answers], last="or"),
            ),
        ),
        Note(NoteKind.CAUTION, caution(found)),
    )

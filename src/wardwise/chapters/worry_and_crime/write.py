"""The words: where worry and crime part."""

from __future__ import annotations

from wardwise.chapters.worry_and_crime.findings import WorryFindings
from wardwise.chapters.worry_and_crime.shown import every_ward_table, four_way_map, parted_table
from wardwise.chapters.worry_and_crime.words import answer, called, caution, left_out
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.worry import WorryFound


HOW = (
    "Of {n} replies to ‘{question}’ those that say {answers} are counted, by the ward where people "
    "live, beside {crime} recorded there. Shares are weighted as the survey gives weights and "
    "drawn towards the whole's, the more the fewer replied (beta-binomial). Spearman's "
    "correlation, its interval from wards drawn again."
)
WHAT_TO_DO = (
    "Where people worry more than crime would have them, light and honest news may help more than "
    "patrols; where they worry less, warnings may. Neither is tested here."
)


def write(findings: WorryFindings) -> Section:
    """The chapter, or the sentence why it cannot be."""
    return Section(
        title="Where worry and crime part",
        anchor="worry-and-crime",
        new_page=isinstance(findings.found, WorryFound),
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
        Paragraph(say(WHAT_TO_DO)),
        Note(
            NoteKind.METHOD,
            say(
                HOW,
                n=whole(found.replies),
                question=found.question,
                answers=listed([f"‘{one.lower()}’" for one in found.answers], last="or"),
                crime=called(found),
            ),
        ),
        Note(NoteKind.CAUTION, caution(found)),
    )

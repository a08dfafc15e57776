"""People of files without a common number: what was linked, and pairs to judge it by."""

from __future__ import annotations

from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.document.blocks import Align, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Section
from wardwise.document.sources import source_line
from wardwise.document.text import Number, Text, say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.figure import Figure
from wardwise.figures.linked import SOURCE, LinkedFigures


FEW = 10
HEADINGS = {
    "surname": "Surname",
    "forename": "Forename",
    "born_on": "Date of birth",
    "sex": "Sex",
    "home_lsoa": "Home",
}
METHOD = (
    "Records were compared where they agree on date of birth, on surname and forename, or on "
    "neighbourhood and one of the two names. How likely each pair is to be one person was "
    "estimated from the files themselves (Fellegi and Sunter's model, in Splink) on surname, "
    "forename, date of birth, sex and neighbourhood. Names and births were held in memory while "
    "the files were read, and are stored nowhere."
)


def linked_sections(found: EvidenceFindings) -> tuple[Section, ...]:
    """A section only where the settings ask for linkage."""
    held = found.linked
    if held is None:
        return ()
    blocks = (
        Paragraph(_lead(held), lead=True),
        Note(NoteKind.METHOD, say(METHOD)),
        review_table(held),
    )
    return (Section("The same people in several files", "evidence-linked", blocks),)


def _lead(held: LinkedFigures) -> Text:
    return say(
        "People in {files} are linked by name, birth, sex and home, beside any number that both "
        "files have: {rows} rows are of {people} people, of whom {several} are in more than one "
        "file. Pairs of records with a "
        "probability of {threshold} or more are taken as one person: {accepted} pairs, of which "
        "about {wrong} are likely to be two people; among those that are not taken, about {missed} "
        "are likely to be one, unless a number joins them.",
        files=listed(list(held.linkage.files)),
        rows=whole(held.rows),
        people=whole(held.people),
        several=whole(held.in_several),
        threshold=percent(held.threshold, 0),
        accepted=whole(held.accepted),
        wrong=_about(held.wrong),
        missed=_about(held.missed),
    )


def _about(figure: Figure) -> Number:
    """An expected number: a decimal only where it is small."""
    return decimal(figure, 0 if figure.number >= FEW else 1)


def review_table(held: LinkedFigures) -> Table:
    """The pairs on either side of the threshold, for somebody to judge it by: in the workbook."""
    return Table(
        name="linkage-review",
        caption="Pairs of records nearest to the threshold of linkage",
        columns=(
            Column("Pair", Align.LEFT),
            Column("Match weight"),
            Column("Probability"),
            Column("Taken as one person", Align.LEFT),
            *(Column(heading, Align.LEFT) for heading in HEADINGS.values()),
        ),
        rows=tuple(
            (
                str(one.pair.pair),
                decimal(one.weight),
                percent(one.percent),
                "yes" if one.pair.accepted else "no",
                *(one.pair.levels[name] for name in HEADINGS),
            )
            for one in held.review
        ),
        notes=(
            say("A pair is told by how alike its records are, and by nothing that they say."),
            say("A match weight is the logarithm to base 2 of the odds of being one person."),
        ),
        source=source_line(SOURCE),
        appendix=True,
    )

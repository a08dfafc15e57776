"""What victims were to suspects: of pairs of the two, and as far as anybody knew."""

from __future__ import annotations

from wardwise.chapters.records_people.findings import PeopleOfRecords
from wardwise.chapters.records_people.tables import share_bar
from wardwise.document.blocks import Align, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.pictures import Bars
from wardwise.document.section import Section
from wardwise.document.text import Text, say
from wardwise.document.words import NOT_APPLICABLE, between, percent, whole
from wardwise.figures.relationships import Relations


TITLE, ANCHOR = "What victims and suspects were to one another", "records-relationships"


def relations_answer(found: Relations) -> Text:
    """The most frequent relationship, if no other may be, and how many are not known."""
    first = found.relations[0]
    unknown = say(
        "For {share} of the pairs of a victim and a suspect it is not known.",
        share=percent(found.missing),
    )
    if len(found.peak.may_be) > 1:
        names = listed([name.lower() for name in found.peak.may_be])
        return (
            say("No relationship is clearly the most frequent: {names} may be. ", names=names)
            + unknown
        )
    told = say(
        "Of victim and suspect as a pair, the most frequent relationship is “{name}”: {share} "
        "({range}) of those that are known. ",
        name=first.name.lower(),
        share=percent(first.share),
        range=between(first.share, 1, "%"),
    )
    return told + unknown


def relations_section(found: PeopleOfRecords, relations: Relations) -> Section:
    """The answer, the picture with its table, how far to trust it."""
    return Section(
        TITLE,
        ANCHOR,
        (
            Paragraph(relations_answer(relations), lead=True),
            _picture(found, relations),
            _table(found, relations),
            Note(
                NoteKind.CAUTION,
                say(
                    "A pair is one victim and one suspect of the same incident, so that an "
                    "incident with two of each may be there four times. Whether a relationship is "
                    "known is not chance: a victim who knows the suspect can say so."
                ),
            ),
        ),
        new_page=True,
    )


def _picture(found: PeopleOfRecords, relations: Relations) -> Bars:
    return Bars(
        name="relationships-picture",
        title=_title(relations),
        subtitle="Share of pairs whose relationship is known, percent, with 95% intervals; "
        f"{found.area.name}, {found.period.label}",
        source=found.relations_source,
        alt=f"{_title(relations)}. "
        + " ".join(f"{one.name}: {percent(one.share).text}." for one in relations.relations),
        table=_table(found, relations),
        bars=tuple(share_bar(one.name, one.share) for one in relations.relations),
        unit="percent of pairs whose relationship is known",
    )


def _title(relations: Relations) -> str:
    if len(relations.peak.may_be) > 1:
        return "No relationship of victim and suspect is clearly the most frequent"
    return f"“{relations.relations[0].name}” is the most frequent relationship, where one is known"


def _table(found: PeopleOfRecords, relations: Relations) -> Table:
    return Table(
        name="relationships",
        caption="Pairs of a victim and a suspect, by what the victim was to the suspect",
        columns=(
            Column("Relationship", Align.LEFT),
            Column("Pairs"),
            Column("Share of those known, %"),
            Column("95% interval", quiet=True),
        ),
        rows=(
            *(
                (one.name, whole(one.pairs), percent(one.share), between(one.share, 1))
                for one in relations.relations
            ),
            ("Not known", whole(relations.not_known), NOT_APPLICABLE, NOT_APPLICABLE),
        ),
        source=found.relations_source,
        groups=(len(relations.relations),),
    )

"""The words: where the partnership stands, for which offences, and who moved which way."""

from __future__ import annotations

from wardwise.chapters.comparison.by_offence import offences
from wardwise.chapters.comparison.districts import districts
from wardwise.chapters.comparison.findings import ComparisonFindings, Published, Standing
from wardwise.chapters.comparison.moves import change_words, parted
from wardwise.chapters.comparison.pictures import (
    change_picture,
    similar_picture,
)
from wardwise.chapters.comparison.places import place_words
from wardwise.chapters.comparison.tables import change_table
from wardwise.chapters.comparison.within_force import force
from wardwise.document.blocks import Headline, Note, NoteKind, Paragraph
from wardwise.document.phrases import changed, during, listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, say
from wardwise.document.words import decimal
from wardwise.domain.evidence import NotHeld
from wardwise.domain.nothing import NotKnown
from wardwise.figures.recording import recording_words


def write(found: ComparisonFindings) -> Section:
    """The chapter, from its answer down to the districts of the force."""
    published = found.published
    own_records = Section(
        "The force's districts in police records",
        "comparison-districts",
        districts(found, found.recorded),
    )
    if isinstance(published, NotHeld):
        return Section(
            title="How the partnership compares",
            anchor="comparison",
            new_page=True,
            blocks=_not_held(published),
            sections=(own_records,),
        )
    return Section(
        title="How the partnership compares",
        anchor="comparison",
        new_page=True,
        blocks=_whole(found, published),
        sections=(
            Section("By offence", "comparison-offences", offences(found, published)),
            Section("Within the force", "comparison-force", force(found, published)),
            Section("Who moved which way", "comparison-changes", _changes(found, published)),
            own_records,
        ),
    )


def _not_held(missing: NotHeld) -> tuple[Block, ...]:
    return (
        Paragraph(say("Not known: how recorded crime here compares with others."), lead=True),
        Note(
            NoteKind.MISSING,
            say(
                "This needs {what}, from {whom}. They would give a rate beside similar "
                "partnerships, the force area and England and Wales.",
                what=missing.what,
                whom=missing.from_whom,
            ),
        ),
    )


def _whole(found: ComparisonFindings, published: Published) -> tuple[Block, ...]:
    whole_row = published.whole
    if isinstance(whole_row.ours.value, NotKnown):
        return (
            Paragraph(
                say(
                    "The published tables have no rate for {place}: {why}.",
                    place=found.area.name,
                    why=whole_row.ours.value.reason.rstrip("."),
                ),
                lead=True,
            ),
        )
    return (
        Paragraph(_answer(found, published, whole_row), lead=True),
        Headline(
            (
                (decimal(whole_row.ours), say("per 1,000 residents here")),
                (decimal(whole_row.similar), say("the middle one of those most similar")),
                (decimal(whole_row.force), say("the whole force area")),
                (decimal(whole_row.country), say("England and Wales")),
            )
        ),
        similar_picture(found, published),
        Note(NoteKind.ALTERNATIVE, _instead()),
        *_left_out(published),
    )


def _answer(found: ComparisonFindings, published: Published, row: Standing) -> Text:
    return say(
        "{place} had {ours} recorded offences for every 1,000 residents {period}: {rank}, 1st "
        "being the highest rate. The middle one of the others had {similar}, the {force_name} "
        "force area {force}, and England and Wales {country}.",
        period=during(published.period),
        place=found.area.name,
        ours=decimal(row.ours),
        rank=place_words(row.among_similar, "the partnerships most like it"),
        similar=decimal(row.similar),
        force_name=found.force.name,
        force=decimal(row.force),
        country=decimal(row.country),
    )


def _instead() -> Text:
    return say(
        "A rate by residents says nothing of who visits, works or shops here, and forces differ "
        "in how fully they record what is reported. Similar partnerships are alike in who lives "
        "there, not in how they are policed. The range of places is what chance alone allows."
    )


def _left_out(published: Published) -> tuple[Block, ...]:
    if not published.left_out:
        return ()
    return (
        Note(
            NoteKind.MISSING,
            say(
                "Left out, because no rate is published: {names}.",
                names=listed(published.left_out),
            ),
        ),
    )


def _changes(found: ComparisonFindings, published: Published) -> tuple[Block, ...]:
    changes = published.whole.changes
    return (
        Paragraph(
            say(
                "All recorded crime in {place} {ours}. In the {force_name} force area it {force}, "
                "in England and Wales it {country}.",
                place=found.area.name,
                ours=changed(changes.ours),
                force_name=found.force.name,
                force=change_words(changes.force),
                country=change_words(changes.country),
            ),
            lead=True,
        ),
        change_picture(found, published),
        *(Paragraph(Text((told,))) for told in parted(published.standings)),
        *(Note(NoteKind.CAUTION, recording_words(one)) for one in published.recording),
        *_caution(published),
        change_table(found, published),
    )


def _caution(published: Published) -> tuple[Block, ...]:
    if not published.cautions:
        return ()
    told = [
        f"{listed([name.lower() for name in names])}: {words}"
        for words, names in published.cautions
    ]
    return (
        Note(
            NoteKind.CAUTION,
            Text(
                (
                    "Between the two years the way of counting changed. In "
                    + "; in ".join(told)
                    + ". How much that moved these counts is not known.",
                )
            ),
        ),
    )

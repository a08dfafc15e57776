"""The words within the force: our place there, and what no partnership was given."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import ComparisonFindings, Published
from wardwise.chapters.comparison.pictures import (
    force_picture,
)
from wardwise.chapters.comparison.places import place_words
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.nothing import NotKnown


def force(found: ComparisonFindings, published: Published) -> tuple[Block, ...]:
    rank = published.whole.in_force
    blocks: list[Block] = []
    if isinstance(rank.rank, NotKnown):
        blocks.append(
            Paragraph(
                say(
                    "There is no place within the {force} force area: {why}.",
                    force=found.force.name,
                    why=rank.rank.reason,
                ),
                lead=True,
            )
        )
    else:
        blocks += [
            Paragraph(
                say(
                    "{place} is {rank}. The force area as a whole had {force}, {place} {ours}.",
                    place=found.area.name,
                    rank=place_words(rank, f"the partnerships of {found.force.name}"),
                    force=decimal(published.whole.force),
                    ours=decimal(published.whole.ours),
                ),
                lead=True,
            ),
            force_picture(found, published),
        ]
    return (*blocks, *_unassigned(found, published))


def _unassigned(found: ComparisonFindings, published: Published) -> tuple[Block, ...]:
    if published.unassigned.status != "known" or published.unassigned_percent.status != "known":
        return ()
    return (
        Note(
            NoteKind.CAUTION,
            say(
                "{n} offences of the {force} force area, {share} of them, are in no partnership: "
                "the force could not say where they happened. They are in the force's rate and in "
                "no other, so every rate here is a little too low, and not in each by the same.",
                n=whole(published.unassigned),
                force=found.force.name,
                share=percent(published.unassigned_percent),
            ),
        ),
    )

"""The words: where offences lie together beyond chance, and whether they stay there."""

from __future__ import annotations

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.harm_words import harm_words
from wardwise.chapters.hot_spots.maps import hot_map
from wardwise.chapters.hot_spots.parts import PARTS
from wardwise.chapters.hot_spots.tables import places_table
from wardwise.chapters.hot_spots.words import answer, borderline
from wardwise.chapters.hot_spots.write_foretold import foretold_section
from wardwise.chapters.hot_spots.write_groups import groups_section
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.domain.nothing import NotKnown
from wardwise.figures.harm_hot_spots import HotByHarm
from wardwise.measures.hot_spots.hot_spot_classes import RULE


COUNTS = (
    "Counts are tested, not rates, which mislead where few live and many come. A neighbourhood may "
    "be called for its neighbours' sake, and one enormous count alone is no hot spot."
)
SNAPPED = (
    "Published positions are moved to nearby map points: an offence near a boundary may be counted "
    "next door, which matters little where each neighbourhood is judged with those that touch it."
)


def write(found: HotSpotsFindings) -> Section:
    """The chapter, from its answer down to what last year's map foretold."""
    if isinstance(found.whole.found, NotKnown):
        missing = say("Hot spots are not known: {why}.", why=found.whole.found.reason)
        blocks: tuple[Block, ...] = (Note(NoteKind.MISSING, missing),)
        own: tuple[Section, ...] = ()
    else:
        blocks, own = _blocks(found), groups_section(found)
    further = (
        part.write(found.parts[part.name])
        for part in PARTS
        if found.parts.get(part.name) is not None
    )
    return Section(
        title="Hot spots",
        anchor="hot-spots",
        new_page=True,
        blocks=blocks,
        sections=(*own, *foretold_section(found), *further),
    )


def _blocks(found: HotSpotsFindings) -> tuple[Block, ...]:
    table = (places_table(found, found.whole, name="hot-spots"),) if found.whole.places else ()
    return (
        Paragraph(answer(found), lead=True),
        hot_map(found),
        *table,
        *((Paragraph(harm_words(found.by_harm)),) if isinstance(found.by_harm, HotByHarm) else ()),
        *((Paragraph(borderline(found)),) if found.whole.off_and_on.number else ()),
        Note(NoteKind.METHOD, say(f"{RULE} {COUNTS}")),
        Note(NoteKind.CAUTION, say(SNAPPED)),
    )

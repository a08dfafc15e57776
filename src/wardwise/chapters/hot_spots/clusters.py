"""Clusters of late: where and since when there are more offences than the place's own share."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.chapters.hot_spots.clusters_shown import clusters_map, clusters_table
from wardwise.chapters.hot_spots.clusters_words import answer, claim, further, short_of_it
from wardwise.chapters.hot_spots.part import Part
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.desk import Desk
from wardwise.figures.scanned import Scanned, scanned


SHOP = "a shop or office that has begun to report more, or an operation that looks for offences"
MOVED_POINT = "a map point that many records share and that was moved there"
CAUTION = (
    "A cluster says where and since when, and not why: a shop that begins to report, an operation "
    "or a moved map point look the same. A circle is blunt, and the places at its edge may not "
    "belong to it."
)
METHOD = (
    "Circles round every neighbourhood, up to a quarter of the offences, and every stretch of one "
    "to twelve months that ends with the last, against the place's own share of {months} months: "
    "what a place always has, and what a month has everywhere, is no cluster. Chance is drawn 999 "
    "times with counts as uneven as each place's own, and {looks} scans are allowed for "
    "(Kulldorff and others 2005)."
)


@dataclass(frozen=True)
class ClustersFound:
    """The scans, and what the neighbourhoods are called."""

    scanned: Scanned
    area: Area
    lsoas: tuple[Area, ...]
    ward_names: dict[str, str]  # LSOA code → ward
    source: str


def _analyse(desk: Desk) -> ClustersFound:
    place = desk.evidence.place
    names = {ward.code: ward.name for ward in place.wards}
    return ClustersFound(
        scanned=scanned(desk),
        area=desk.area,
        lsoas=desk.evidence.local.areas,
        ward_names={code: names[ward] for code, ward in place.ward_of.items()},
        source=desk.source,
    )


def _write(found: ClustersFound) -> Section:
    return Section(title="More than before", anchor="hot-spots-lately", blocks=_blocks(found))


def _blocks(found: ClustersFound) -> tuple[Block, ...]:
    scans = found.scanned
    if scans.why_not:
        missing = "Whether there are clusters of late is not known: {why}."
        return (Note(NoteKind.MISSING, say(missing, why=scans.why_not.reason)),)
    method = Note(
        NoteKind.METHOD, say(METHOD, months=str(scans.period.length), looks=str(scans.looks))
    )
    if not scans.clusters:
        near = scans.nearest
        short = (short_of_it(near, scans.looks, found.ward_names),) if near else ()
        return (
            Paragraph(answer(found.area, scans, found.ward_names), lead=True),
            *(Paragraph(words) for words in short),
            method,
        )
    table = clusters_table(scans, found.ward_names, source=found.source)
    return (
        Paragraph(answer(found.area, scans, found.ward_names), lead=True),
        *((Paragraph(further(scans)),) if scans.beyond > 1 else ()),
        table,
        clusters_map(scans, found.lsoas, found.ward_names, table=table),
        method,
        Note(NoteKind.CAUTION, say(CAUTION)),
    )


def _key_findings(found: ClustersFound) -> tuple[KeyFinding, ...]:
    if not found.scanned.clusters:
        return ()
    first = found.scanned.clusters[0]
    return (
        KeyFinding(
            claim=str(claim(first, found.ward_names)),
            figures=(first.recorded, first.expected, first.ratio),
            sureness=Sureness.MODERATE,
            why_sure="beyond chance after every place, stretch and group that was looked at, but "
            "the records do not say why",
            alternatives=(SHOP, MOVED_POINT),
            gap="What changed there in that month: premises, operations, recording.",
            area=found.area,
            weight=0.8,
        ),
    )


CLUSTERS = Part(name="clusters", analyse=_analyse, write=_write, key_findings=_key_findings)

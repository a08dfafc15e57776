"""Clusters against residents: circles that hold more than their people would have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.chapters.hot_spots.clusters_words import wards_of
from wardwise.chapters.hot_spots.part import Part
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.initials import capital, small
from wardwise.document.phrases import listed
from wardwise.document.section import Section
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, in_words, whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.scanned_places import TOLD, PlaceCluster, PlacesScanned, places_scanned


MOST_NAMED = 4
METHOD = (
    "Kulldorff's Poisson scan of {when}: circles round every neighbourhood, up to a quarter of the "
    "residents. Neighbourhoods differ far more than chance (φ, 1 by chance), and a scan that does "
    "not know it calls a cluster everywhere; chance is drawn 999 times as uneven as they are, and "
    "{looks} scans are allowed for. Many who are counted in a centre do not live there."
)


@dataclass(frozen=True)
class ByResidents:
    """The scans, and what the wards are called."""

    scanned: PlacesScanned
    place: str
    ward_names: Mapping[str, str]  # LSOA code → ward
    source: str


def _analyse(desk: Desk) -> ByResidents | None:
    found, place = places_scanned(desk), desk.evidence.place
    if isinstance(found, NotKnown):
        return None
    names = {ward.code: ward.name for ward in place.wards}
    called = {code: names[ward] for code, ward in place.ward_of.items()}
    return ByResidents(found, desk.area.name, called, desk.source)


def _write(found: ByResidents) -> Section:
    scanned = found.scanned
    told = Paragraph(_answer(found), lead=True)
    method = say(METHOD, when=scanned.period.label, looks=str(scanned.looks))
    note = Note(NoteKind.METHOD, method)
    blocks = (told, _table(found), note) if scanned.clusters else (told, note)
    return Section("For the people who live there", "hot-spots-residents", blocks)


def _answer(found: ByResidents) -> Text:
    scanned = found.scanned
    if not scanned.clusters:
        return say(
            "No circle of neighbourhoods in {place} holds more offences for its residents than "
            "neighbourhoods as uneven would by chance.",
            place=found.place,
        )
    first = next((one for one in scanned.clusters if one.offence is None), scanned.clusters[0])
    told = say(
        "For the people who live there, the rate of {what} is highest beyond chance in {where}: "
        "{n} offences, {times} times the {expected} that their share of the residents would have.",
        where=wards_of(first.areas, found.ward_names),
        what=_called(first.offence),
        n=whole(first.recorded),
        times=decimal(first.ratio),
        expected=whole(first.expected),
    )
    more = [one.offence for one in scanned.clusters if one is not first]
    if more:
        told = told + " " + _more(more)
    if not scanned.without:
        return told
    return told + " " + _others(scanned.without)


def _more(groups: list[str | None]) -> Text:
    """The other groups with a cluster: the table places them."""
    opening = "There is a cluster of" if len(groups) == 1 else "There are clusters of"
    if len(groups) > MOST_NAMED:
        return say(opening + " {n} more groups.", n=in_words(len(groups)))
    return say(opening + " {names} as well.", names=listed([_called(one) for one in groups]))


def _others(without: tuple[str | None, ...]) -> Text:
    """The groups whose high neighbourhoods are scattered."""
    if len(without) <= MOST_NAMED:
        names = listed([_called(one) for one in without])
        return say("In {names} the high neighbourhoods lie apart, as chance has them.", names=names)
    among = ", recorded crime as a whole among them," if None in without else ""
    return say(
        "In the other {n} groups{among} the high neighbourhoods lie apart, as chance has them.",
        n=in_words(len(without)),
        among=among,
    )


def _called(offence: str | None) -> str:
    return small(offence) if offence else "recorded crime"


def _table(found: ByResidents) -> Table:
    scanned = found.scanned
    left = len(scanned.clusters) - TOLD
    more = say("{n} more groups have one.", n=capital(in_words(left)))
    return Table(
        name="clusters-residents",
        caption=f"The likeliest cluster of each group against residents, {scanned.period.label}",
        columns=(
            Column("Offences", Align.LEFT),
            Column("Where", Align.LEFT),
            Column("Recorded"),
            Column("Expected"),
            Column("Times"),
            Column("φ", quiet=True),
            Column("p", quiet=True),
        ),
        rows=tuple(_row(one, found) for one in scanned.clusters[:TOLD]),
        notes=(more,) if left > 1 else (),
        source=source_line(found.source, scanned.period),
    )


def _row(one: PlaceCluster, found: ByResidents) -> tuple[Cell, ...]:
    return (
        one.offence or "All recorded crime",
        capital(wards_of(one.areas, found.ward_names)),
        whole(one.recorded),
        whole(one.expected),
        decimal(one.ratio),
        decimal(one.phi),
        decimal(one.chance, 3),
    )


BY_RESIDENTS = Part(name="by_residents", analyse=_analyse, write=_write)

"""The sums: published rates, ranks and changes beside every comparator."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wardwise.chapters.comparison.findings import (
    Changes,
    ComparisonFindings,
    Peer,
    Published,
    Standing,
)
from wardwise.chapters.comparison.key_findings import key_findings
from wardwise.chapters.comparison.recorded import recorded
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import NotHeld, OfficialTable
from wardwise.domain.figure import Ask, Figure, Unit
from wardwise.figures.changes import cautions
from wardwise.figures.counted import Counted, asked_figure
from wardwise.figures.desk import Desk
from wardwise.figures.official import (
    official_change_figure,
    official_offences_figure,
    official_rate_figure,
    official_row,
)
from wardwise.figures.peers import above_median_figure, median_rate_figure, own_partnership, rated
from wardwise.figures.population import ENGLAND_AND_WALES
from wardwise.figures.published import Peers, PublishedRate
from wardwise.figures.ranks import rank_found
from wardwise.figures.recording import recording_effects
from wardwise.figures.supply import percent_of
from wardwise.reference.load import Row, load_table


SIMILAR, IN_FORCE = "the most similar partnerships", "the partnerships of the force"
SMALL_BASE = "[u]"
SENTENCE = re.compile(r"[^.]+\.?")


def analyse(desk: Desk) -> ComparisonFindings:
    """Everything that the published tables and the recorded-crime source say of others."""
    official = desk.evidence.official
    published = official if isinstance(official, NotHeld) else _published(desk, official)
    beside = recorded(desk)
    return ComparisonFindings(
        area=desk.area,
        force=desk.evidence.place.force,
        published=published,
        recorded=beside,
        key_findings=key_findings(desk, published),
    )


def _published(desk: Desk, table: OfficialTable) -> Published:
    ours = desk.evidence.place.csp_code
    similar = tuple(one.area for one in desk.evidence.comparators.most_similar)
    in_force = desk.evidence.comparators.force_peers
    groups = (rated(table, similar, ours=ours), rated(table, in_force, ours=ours))
    headlines = [row for row in load_table("ons_headline_offence").rows if _held(table, row)]
    parents = {row["parent"] for row in headlines}
    asked = [Asked(PublishedRate(None))]
    for row in headlines:
        part, leaf = bool(row["parent"]), row["offence"] not in parents
        asked += [Asked(one, part=part, leaf=leaf) for one in _rates_of(row)]
    standings = [_standing(desk, table, groups, one) for one in asked]
    kept = {area.code for group in groups for area in group} | {ours}
    force = desk.evidence.place.force
    unassigned = _unassigned(desk, table, force)
    whole = official_offences_figure(desk, table, area=force, offence=None, period=table.latest)
    return Published(
        period=table.latest,
        standings=tuple(standings),
        similar=_peers(desk, table, groups[0]),
        in_force=_peers(desk, table, groups[1]),
        left_out=tuple(
            area.name for area in dict.fromkeys((*similar, *in_force)) if area.code not in kept
        ),
        unassigned=unassigned,
        unassigned_percent=percent_of(unassigned, whole, detail="unassigned, of the force's"),
        notes=_notes(table, [*kept, force.code, ENGLAND_AND_WALES.code], headlines),
        recording=tuple(
            effect
            for one in standings
            if not one.households
            for effect in recording_effects(desk, one.changes.ours, table.before)
        ),
        cautions=_cautions(desk, table, headlines),
    )


def _cautions(
    desk: Desk, table: OfficialTable, headlines: list[Row]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Changes of counting between the two published years, each with the offences it is for."""
    found: dict[str, list[str]] = {}
    for row in headlines:
        name = str(row["offence"])
        for words in cautions(desk, period=table.latest, before=table.before, offence=name):
            found.setdefault(words, []).append(name)
    return tuple((words, tuple(names)) for words, names in found.items())


def _held(table: OfficialTable, row: Row) -> bool:
    return row["offence"] in table.offences


def _rates_of(row: Row) -> list[PublishedRate]:
    """By residents always, and by households where that says more."""
    bases = (False, True) if row["per_households"] else (False,)
    return [PublishedRate(str(row["offence"]), households) for households in bases]


@dataclass(frozen=True)
class Asked:
    """A published rate, and where its offence stands: part of another, or with no parts."""

    rate: PublishedRate
    part: bool = False
    leaf: bool = False


def _standing(
    desk: Desk,
    table: OfficialTable,
    groups: tuple[tuple[Area, ...], tuple[Area, ...]],
    of: Asked,
) -> Standing:
    asked, offence, households = of.rate, of.rate.offence, of.rate.households
    ours, force = own_partnership(desk, table), desk.evidence.place.force

    def rate(area: Area) -> Figure:
        return official_rate_figure(desk, table, area=area, offence=offence, households=households)

    similar, in_force = (
        rank_found(
            desk,
            table,
            peers=Peers(areas, among + (", by households" if households else "")),
            asked=asked,
        )
        for areas, among in zip(groups, (SIMILAR, IN_FORCE), strict=True)
    )
    return Standing(
        offence=offence,
        households=households,
        part=of.part,
        leaf=of.leaf,
        count=official_offences_figure(
            desk, table, area=ours, offence=offence, period=table.latest
        ),
        ours=rate(ours),
        similar=median_rate_figure(desk, table, peers=Peers(groups[0], SIMILAR), asked=asked),
        force=rate(force),
        country=rate(ENGLAND_AND_WALES),
        among_similar=similar,
        in_force=in_force,
        above=above_median_figure(
            desk, table, peers=Peers(groups[0], SIMILAR), asked=replace(asked, households=False)
        ),
        changes=_changes(desk, table, offence),
    )


def _changes(desk: Desk, table: OfficialTable, offence: str | None) -> Changes:
    ours = own_partnership(desk, table)
    mine, force, country = (
        official_change_figure(desk, table, area=area, offence=offence)
        for area in (ours, desk.evidence.place.force, ENGLAND_AND_WALES)
    )
    marks = official_row(table, ours, offence).symbol.split()
    return Changes(mine, force, country, is_small=SMALL_BASE in marks)


def _peers(desk: Desk, table: OfficialTable, areas: tuple[Area, ...]) -> tuple[Peer, ...]:
    """Ours and the others by rate, highest first."""
    ours = own_partnership(desk, table)
    found = [
        Peer(
            area=area,
            ours=area == ours,
            rate=official_rate_figure(desk, table, area=area, offence=None),
            change=official_change_figure(desk, table, area=area, offence=None),
        )
        for area in (ours, *areas)
    ]
    return tuple(sorted(found, key=lambda one: (-_size(one.rate), one.area.name)))


def _size(figure: Figure) -> float:
    return figure.number if figure.status == "known" else 0.0


def _unassigned(desk: Desk, table: OfficialTable, force: Area) -> Figure:
    ask = Ask(
        "official_offences_unassigned",
        {"area": force.code, "offence": None, "last_month": str(table.latest.last)},
    )
    return asked_figure(
        desk,
        ask,
        table.unassigned_offences.get(force.code),
        Counted(
            Area(force.code, force.name, AreaKind.FORCE),
            table.latest,
            table.source,
            Unit.OFFENCES,
        ),
    )


def _notes(table: OfficialTable, codes: list[str], headlines: list[Row]) -> tuple[str, ...]:
    """What the publisher says of the rows that are printed here, area by area, each once."""
    offences = [None, *(str(row["offence"]) for row in headlines)]
    found: dict[str, dict[str, None]] = {}
    for code in sorted(codes):
        for offence in offences:
            row = table.rows.get((code, offence))
            for sentence in SENTENCE.findall(row.note if row else ""):
                found.setdefault(_named(table, code), {})[sentence.strip()] = None
    return tuple(f"{name}: {' '.join(sentences)}" for name, sentences in found.items())


def _named(table: OfficialTable, code: str) -> str:
    areas = {**table.countries, **table.forces, **table.partnerships}
    return areas[code].name if code in areas else code

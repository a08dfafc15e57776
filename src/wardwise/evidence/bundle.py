"""Every part of the evidence, asked for once and laid out for the chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wardwise.domain.area import Area
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.evidence import Evidence, NotHeld, OfficialTable, SourceRows
from wardwise.domain.period import Period
from wardwise.domain.place import Place
from wardwise.domain.settings import Settings
from wardwise.domain.supply import quarters_to
from wardwise.evidence.breaks import breaks, register
from wardwise.evidence.comparators import comparators
from wardwise.evidence.context import context
from wardwise.evidence.counts import local_counts, wider_counts
from wardwise.evidence.definitions import definitions
from wardwise.evidence.force_outcomes import force_outcomes
from wardwise.evidence.harm import harm_weights
from wardwise.evidence.land import with_land
from wardwise.evidence.last_plan import last_plan
from wardwise.evidence.linkage import linkage
from wardwise.evidence.map_points import map_points
from wardwise.evidence.official import NEEDED, official
from wardwise.evidence.outcomes import outcomes
from wardwise.evidence.partner_supply import supply
from wardwise.evidence.people import deprivation, people
from wardwise.evidence.people_recorded import incidents_recorded, people_recorded
from wardwise.evidence.place import place
from wardwise.evidence.points_recorded import points_recorded
from wardwise.evidence.quality import completeness, quality
from wardwise.evidence.returns import returns
from wardwise.evidence.searches import searches
from wardwise.evidence.survey import survey
from wardwise.evidence.tables import Tables, records, rows
from wardwise.evidence.temperatures import temperatures
from wardwise.evidence.unlocated import source_rows


Row = dict[str, Any]


def build_evidence(
    tables: Tables,
    *,
    settings: Settings,
    own: Mapping[Area, tuple[str, ...]],
    notices: Sequence[str],
) -> Evidence:
    """The whole bundle; a part with no source is ``NotHeld`` and says who could supply it."""
    source = settings.evidence.recorded_crime
    lsoa = records(tables["lsoa"].order_by("lsoa_code"))
    where = with_land(tables, place(rows(tables["lsoa"]), settings, own))
    local = _local(tables, source, where, lsoa)
    latest = Period.ending(settings.period.last_month or local.months[-1])
    published = official(tables) if settings.evidence.official else NEEDED
    of_source = _rows_of_source(tables, source, where, latest, published)
    return Evidence(
        place=where,
        people=people(tables, lsoa, where),
        deprivation=deprivation(lsoa, where),
        local=local,
        wider=_wider(tables, source, lsoa),
        unlocated=of_source[0].not_located,
        force_rows=of_source[0].rows,
        completeness=completeness(tables, source=source, force=where.force.name),
        official=published,
        comparators=comparators(tables, where, settings),
        outcomes=_if_asked(settings.evidence.outcomes, OUTCOMES) or outcomes(tables, where),
        searches=_if_asked(settings.evidence.stop_and_search, SEARCHES)
        or searches(tables, where, latest),
        harm=harm_weights(tables, where),
        context=context(tables, where, settings),
        quality=quality(tables, notices, of_source),
        breaks=breaks(settings),
        register=register(where.force.name),
        force_outcomes=force_outcomes(tables, where),
        recorded_people=people_recorded(tables, where),
        recorded_incidents=incidents_recorded(tables, where),
        survey=survey(tables),
        supply=supply(tables, settings, quarters_to(latest.last)),
        linkage=linkage(tables),
        definitions=definitions(tables),
        points=map_points(tables, source=source, area=where.area.code),
        returns=returns(tables, where),
        temperatures=temperatures(tables),
        last_plan=last_plan(tables),
        recorded_points=points_recorded(tables, where, source=source),
    )


def _local(tables: Tables, source: str, where: Place, lsoa: list[Row]) -> MonthlyCounts:
    return local_counts(
        tables,
        source=source,
        area=where.area.code,
        lsoas=where.lsoas,
        district_of={row["lsoa_code"]: row["district_code"] for row in lsoa},
    )


def _wider(tables: Tables, source: str, lsoa: list[Row]) -> MonthlyCounts:
    names = {row["district_code"]: row["district_name"] for row in lsoa}
    return wider_counts(tables, source=source, names=names)


def _rows_of_source(
    tables: Tables, source: str, where: Place, latest: Period, published: OfficialTable | NotHeld
) -> list[SourceRows]:
    """Of our own latest year first, then of the published years that differ from it."""
    years = [] if isinstance(published, NotHeld) else [published.latest, published.before]
    return [
        source_rows(tables, source=source, force=where.force.name, period=period)
        for period in dict.fromkeys([latest, *years])
    ]


OUTCOMES = NotHeld("what became of each recorded offence", "the police force")
SEARCHES = NotHeld("records of stop and search", "the police force")


def _if_asked(source: str | None, needed: NotHeld) -> NotHeld | None:
    return None if source else needed

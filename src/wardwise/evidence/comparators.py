"""Whom the partnership is compared with: its force's partnerships, and the most similar."""

from __future__ import annotations

import numpy as np

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import ReferenceDataError, SettingsError
from wardwise.domain.evidence import Comparators, Place, Similar
from wardwise.domain.settings import OfficialMostSimilar, Settings
from wardwise.evidence.tables import Tables, records, rows
from wardwise.measures.compare.most_similar import most_similar
from wardwise.measures.compare.similarity_features import similarity_features


NOT_MEASURED = (
    "not known: a census figure of this partnership is not published on its own, so nothing "
    "can be measured from it; give an official list in the settings"
)


def comparators(tables: Tables, place: Place, settings: Settings) -> Comparators:
    """Force peers from the lookups; most similar from settings, else worked out."""
    lsoa = tables["lsoa"]
    pairs = records(
        lsoa.select("csp_code", "csp_name", "force_code").distinct().order_by("csp_code")
    )
    names = {row["csp_code"]: row["csp_name"] for row in pairs}
    peers = tuple(
        Area(row["csp_code"], row["csp_name"], AreaKind.PARTNERSHIP)
        for row in pairs
        if row["force_code"] == place.force.code
    )
    chosen = settings.comparators.most_similar
    if isinstance(chosen, OfficialMostSimilar):
        return _official(chosen, names, peers, ours=place.csp_code)
    return _computed(tables, place, names, peers, settings.comparators.count)


def _official(
    chosen: OfficialMostSimilar, names: dict[str, str], peers: tuple[Area, ...], *, ours: str
) -> Comparators:
    unknown = [code for code in chosen.codes if code not in names]
    if unknown:
        raise ReferenceDataError(
            f"settings, comparators.most_similar: {', '.join(unknown)} is not a community safety"
            " partnership in the geography lookups. Give partnership codes (E22… or W22…)."
        )
    if ours in chosen.codes:
        raise SettingsError(
            f"settings, comparators.most_similar: {ours} is the partnership itself, expected the"
            " others that it is set beside. Take it out of the list."
        )
    areas = (Area(code, names[code], AreaKind.PARTNERSHIP) for code in chosen.codes)
    return Comparators(
        force_peers=peers,
        most_similar=tuple(Similar(area, float("nan")) for area in areas),
        method=f"official list: {chosen.source}",
        variables=(),
        official=True,
        dated=chosen.date.isoformat(),
    )


def _computed(
    tables: Tables, place: Place, names: dict[str, str], peers: tuple[Area, ...], count: int
) -> Comparators:
    features = similarity_features(
        lsoa=rows(tables["lsoa"]),
        district=rows(tables["district"]),
        ethnicity=rows(tables["ethnicity"]),
    )
    if not np.isfinite(features.values[features.codes.index(place.csp_code)]).all():
        # a partnership inside a merged district: the census gives its ages for the whole only
        return Comparators(peers, (), NOT_MEASURED, (), official=False, dated="Census 2021")
    nearest = most_similar(
        features=features.values,
        codes=features.codes,
        ours=place.csp_code,
        count=count,
        weights=features.weights,
    )
    return Comparators(
        force_peers=peers,
        most_similar=tuple(
            Similar(Area(code, names[code], AreaKind.PARTNERSHIP), distance)
            for code, distance in zip(nearest.codes, nearest.distances, strict=True)
        ),
        method=nearest.method,
        variables=tuple(variable.title for variable in features.variables),
        official=False,
        dated="Census 2021",
    )

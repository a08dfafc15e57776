"""The sums: classes for all crime and by group, and last year's list judged on this year."""

from __future__ import annotations

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.key_findings import key_findings
from wardwise.chapters.hot_spots.parts import PARTS
from wardwise.figures.desk import Desk
from wardwise.figures.harm_hot_spots import hot_by_harm
from wardwise.figures.hot_spots import HotSpotsFound, hot_spots_found
from wardwise.figures.predictions import SHARES, prediction


SHOWN = 3
"""Groups with a line besides all crime: those whose hot spots differ most from all crime's."""
ENOUGH = 4
"""Offences a year and neighbourhood that a group needs, on average."""
ALIKE = 0.6
"""Share of the two's hot spots in common from which they are said to be much the same."""
MIDDLE = SHARES[1]
"""Percent of neighbourhoods at which groups are judged."""


def analyse(desk: Desk) -> HotSpotsFindings:
    """Everything about the latest year and the whole years before it."""
    whole = hot_spots_found(desk, offence=None)
    groups = [hot_spots_found(desk, offence=name) for name in _with_enough(desk)]
    hot = sorted((one for one in groups if one.codes), key=lambda one: common(whole, one))
    shown = tuple(one for one in hot if common(whole, one) < ALIKE)[:SHOWN]
    overlap = {str(one.offence): common(whole, one) for one in hot}
    place = desk.evidence.place
    names = {ward.code: ward.name for ward in place.wards}
    parts = {part.name: part.analyse(desk) for part in PARTS}
    return HotSpotsFindings(
        area=desk.area,
        lsoas=desk.evidence.local.areas,
        ward_names={code: names[ward] for code, ward in place.ward_of.items()},
        period=desk.latest,
        before=desk.before,
        source=desk.source,
        whole=whole,
        by_harm=hot_by_harm(desk, shown=tuple(one.area for one in whole.places)),
        groups=shown,
        elsewhere=tuple(name for name, part in overlap.items() if part == 0),
        in_part=tuple(name for name, part in overlap.items() if 0 < part < ALIKE),
        alike=tuple(name for name, part in overlap.items() if part >= ALIKE),
        without=tuple(str(one.offence) for one in groups if not one.codes),
        foretold=tuple(prediction(desk, offence=None, top_percent=share) for share in SHARES),
        foretold_groups=tuple(
            prediction(desk, offence=one.offence, top_percent=MIDDLE) for one in shown
        ),
        key_findings=(
            *key_findings(desk, whole),
            *(
                finding
                for part in PARTS
                if parts[part.name] is not None
                for finding in part.key_findings(parts[part.name])
            ),
        ),
        parts=parts,
    )


def _with_enough(desk: Desk) -> list[str]:
    """Groups with offences enough to be told from chance, the largest first."""
    counts = desk.evidence.local
    least = ENOUGH * len(counts.areas)
    return [
        name for name in desk.offences if counts.by_area(desk.latest, offence=name).sum() >= least
    ]


def common(one: HotSpotsFound, other: HotSpotsFound) -> float:
    """Hot spots of both over hot spots of either: 0 apart, 1 the same."""
    either = one.codes | other.codes
    return len(one.codes & other.codes) / len(either) if either else 1.0

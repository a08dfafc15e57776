"""Who lives in an area, as shares beside its comparators."""

from __future__ import annotations

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.counted import CENSUS, Counted, counted_figure
from wardwise.figures.desk import Desk
from wardwise.figures.population_counts import part_of, whole_of
from wardwise.figures.population_traits import Trait
from wardwise.measures.compare.shares import median_share_percent, share_difference_points
from wardwise.measures.levels.share import share_percent


ENGLAND_AND_WALES = Area("K04000001", "England and Wales", AreaKind.COUNTRY)


def count_figure(desk: Desk, area: Area, trait: Trait) -> Figure:
    """People or households of the area that the trait is true of."""
    value = part_of(desk, area.code, trait.question, trait.arguments)
    of = Counted(area, CENSUS, trait.sources[0], trait.unit, detail=trait.name)
    return counted_figure(desk, trait.question, value, of, **trait.arguments)


def share_figure(desk: Desk, area: Area, trait: Trait) -> Figure:
    """The same in percent of all residents or households. Everybody was counted: no interval."""
    part = part_of(desk, area.code, trait.question, trait.arguments)
    whole = whole_of(desk, area.code, trait.whole)
    value: float | NotKnown
    if isinstance(part, NotKnown) or isinstance(whole, NotKnown) or whole == 0:
        value = next((x for x in (part, whole) if isinstance(x, NotKnown)), NotKnown("no resident"))
    else:
        value = share_percent(part=part, whole=whole).value
    return Figure(
        measure="share_percent",
        offence=None,
        area=area,
        period=CENSUS,
        value=value,
        unit=Unit.PERCENT,
        sources=trait.sources,
        recipe=Recipe("share_percent", dict(trait.asks("area", area.code)), "value"),
        method=f"{trait.name}, of all {trait.whole}",
        detail=trait.name,
        marking=desk.marking,
    )


def similar_median_figure(desk: Desk, trait: Trait) -> Figure:
    """The middle share among the most similar partnerships, ours not among them."""
    codes = [similar.area.code for similar in desk.evidence.comparators.most_similar]
    parts = [part_of(desk, code, trait.question, trait.arguments) for code in codes]
    wholes = [whole_of(desk, code, trait.whole) for code in codes]
    # An English index says nothing of a Welsh partnership: the middle is of those it covers
    pairs = [
        (code, part, whole)
        for code, part, whole in zip(codes, parts, wholes, strict=True)
        if not isinstance(part, NotKnown) and not isinstance(whole, NotKnown)
    ]
    value: float | NotKnown = NotKnown("no most similar partnership has it")
    if pairs:
        value = median_share_percent(parts=[p for _, p, _ in pairs], wholes=[w for *_, w in pairs])
    asks = trait.asks("areas", [code for code, *_ in pairs], several=True)
    return Figure(
        measure="median_share_percent",
        offence=None,
        area=desk.area,
        period=CENSUS,
        value=value,
        unit=Unit.PERCENT,
        sources=trait.sources,
        recipe=Recipe("median_share_percent", {"parts": asks["part"], "wholes": asks["whole"]}),
        method=f"median of {len(pairs)} most similar partnerships",
        detail=f"most similar partnerships: {trait.name}",
        marking=desk.marking,
    )


def difference_figure(desk: Desk, area: Area, trait: Trait, *, other: Area) -> Figure:
    """Percentage points by which the share in the area is above that in the other."""
    asked, beside = trait.asks("area", area.code), trait.asks("area", other.code)
    return Figure(
        measure="share_difference_points",
        offence=None,
        area=area,
        period=CENSUS,
        value=_difference(desk, area, trait, other),
        unit=Unit.PERCENTAGE_POINTS,
        sources=trait.sources,
        recipe=Recipe(
            "share_difference_points",
            asked | {"other_part": beside["part"], "other_whole": beside["whole"]},
        ),
        method=f"share in {area.name} less share in {other.name}",
        detail=f"{trait.name}, against {other.name}",
        marking=desk.marking,
    )


def _difference(desk: Desk, area: Area, trait: Trait, other: Area) -> float | NotKnown:
    counts = [
        count
        for code in (area.code, other.code)
        for count in (
            part_of(desk, code, trait.question, trait.arguments),
            whole_of(desk, code, trait.whole),
        )
    ]
    known = [count for count in counts if not isinstance(count, NotKnown)]
    if len(known) < len(counts):
        return next(count for count in counts if isinstance(count, NotKnown))
    part, whole, other_part, other_whole = known
    return share_difference_points(
        part=part, whole=whole, other_part=other_part, other_whole=other_whole
    )

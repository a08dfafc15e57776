"""The sentences on density."""

from __future__ import annotations

from wardwise.chapters.hot_spots.density import DensityFindings, DensityLine
from wardwise.document.initials import capital, small
from wardwise.document.phrases import listed
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.domain.points_recorded import PointPrecision


def called(line: DensityLine) -> str:
    """What the offences are called."""
    return small(line.density.offence) if line.density.offence else "recorded crime"


def answer(found: DensityFindings) -> Text:
    """How little land holds how much, and where it lies thickest."""
    quarter, half, most = found.whole.density.land
    return say(
        "A quarter of the recorded crime of {period} lay on {quarter} of {place}'s land, half on "
        "{half} and three quarters on {most}; it is thickest in {ward}.",
        period=found.period.label,
        quarter=percent(quarter),
        place=found.area.name,
        half=percent(half),
        most=percent(most),
        ward=found.whole.density.ward,
    )


def change(found: DensityFindings) -> Text:
    """Where it changed beyond chance; that it did not; or why that is not known."""
    reasons = {line.change.reason for line in found.lines if isinstance(line.change, NotKnown)}
    tested = [line for line in found.lines if not isinstance(line.change, NotKnown)]
    if not tested:
        return say("Where that changed is not known: {why}.", why="; ".join(sorted(reasons)))
    told = [text for line in tested for text in (*_moved(line), *_counting(found, line))]
    is_counting_said = any(_counting(found, line) for line in tested)
    nowhere = say(
        "Nowhere did {what} lie thicker or thinner than in the year before by more than chance.",
        what=listed([called(line) for line in tested], last="or"),
    )
    # what breaks is said as part of the total; the table has it as not comparable
    return join([*(told or [nowhere]), *([] if is_counting_said else _not_compared(found))])


def _not_compared(found: DensityFindings) -> list[Text]:
    """The groups of which only the latest year is shown, where others are compared."""
    return [
        say(
            "{what} is not compared with the year before: {why}.",
            what=capital(called(line)),
            why=line.change.reason,
        )
        for line in found.lines
        if isinstance(line.change, NotKnown)
    ]


def _counting(found: DensityFindings, line: DensityLine) -> list[Text]:
    """That the total holds groups counted otherwise now, where it is said to have moved."""
    if line.density.offence is not None or line.moved is None or not found.breaking:
        return []
    return [say("Part of that may be counting: {holds}.", holds=_holds(found))]


def _holds(found: DensityFindings) -> str:
    names = listed([small(name) for name in found.breaking])
    return f"it holds {names}, now counted differently"


def _moved(line: DensityLine) -> list[Text]:
    if line.moved is None:
        return []
    pairs = (
        (line.moved.more_km2, line.moved.in_more, line.moved.more_wards, "rose"),
        (line.moved.less_km2, line.moved.in_less, line.moved.less_wards, "fell"),
    )
    return [
        say(
            "{what} "
            + word
            + " by more than chance on {land} km² in {wards}: from {then} offences "
            "in the year before to {now}.",
            what=capital(called(line)),
            land=decimal(land, 2),
            wards=listed(list(wards[:3])),
            then=whole(both[0]),
            now=whole(both[1]),
        )
        for land, both, wards, word in pairs
        if land.number > 0
    ]


def caution(found: DensityFindings) -> Text | None:
    """What the precision of the points allows; None where they are exact."""
    spacing = found.whole.density.spacing
    if found.whole.density.used.precision is PointPrecision.EXACT or spacing is None:
        return None
    return say(
        "Published positions are moved to map points, {apart} m from one to the next (median). The "
        "map is smoothed over {wide} m, so read it for parts of town and not for streets: its "
        "peaks stand on map points and not on addresses.",
        apart=whole(spacing),
        wide=whole(found.whole.density.bandwidth),
    )


def method(found: DensityFindings) -> Text:
    """In a line."""
    one = found.whole.density
    each = (
        "a radius of {wide} m (Chainey's rule, or three times the spacing of points)"
        if one.spacing
        else "a radius of its own for each offence (Abramson's square root, from the {wide} m of "
        "Chainey's rule)"
    )
    return say(
        "Quartic kernel with " + each + f", cells of {one.scale.cell_metres:g} m; an offence near "
        "the boundary counts in full inside it and nothing lies outside. Change: months of the "
        "same name are turned about between the years in all ways, one test for every place and "
        "group together, wide enough for spells of up to half a year.",
        wide=whole(one.bandwidth),
    )


def band_words(found: DensityFindings) -> tuple[str, ...]:
    """What each step of the map stands for, from the thinnest."""
    first, second, third = (percent(figure).text for figure in found.whole.density.land)
    return (
        "the rest of the land",
        f"three quarters, on {third}",
        f"half of it, on {second} of land",
        f"a quarter, on {first}",
    )


def key_findings(found: DensityFindings) -> tuple[KeyFinding, ...]:
    """Groups that grew thicker somewhere by more than chance."""
    return tuple(_grown(found, line) for line in found.lines if line.moved and _has_more(line))


def _has_more(line: DensityLine) -> bool:
    return line.moved is not None and line.moved.more_km2.number > 0


def _grown(found: DensityFindings, line: DensityLine) -> KeyFinding:
    assert line.moved is not None
    figures: tuple[Figure, ...] = (line.moved.more_km2, *line.moved.in_more)
    counting = (_holds(found),) if _counting(found, line) else ()
    return KeyFinding(
        claim=str(_moved(line)[0]),
        figures=figures,
        sureness=Sureness.MODERATE,
        why_sure="the months of two years turned about in every way, one test for all places",
        alternatives=(
            *counting,
            "a map point to which more records were moved",
            "a spell that has ended",
        ),
        gap="Exact addresses and times, which only the force's own records show.",
        area=found.area,
        weight=0.5,
    )

"""Every builder of a figure, called on the desk of ``tidy_force``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tests.tidy_force import OWN
from wardwise.contents import ASSESSMENT
from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights, OfficialTable
from wardwise.domain.figure import Ask, Figure, Recipe
from wardwise.figures.changes import change_figure
from wardwise.figures.concentration_curve import spread
from wardwise.figures.concentrations import concentration
from wardwise.figures.contributions import contribution_figures
from wardwise.figures.control import control
from wardwise.figures.counted import households_figure, residents_figure
from wardwise.figures.desk import Desk
from wardwise.figures.dispersions import dispersion_figures
from wardwise.figures.forecasts import outlook
from wardwise.figures.harm import harm_figure, weight_figure
from wardwise.figures.harm_changes import harm_change_figure
from wardwise.figures.harm_rates import harm_rate_figure
from wardwise.figures.harm_shares import count_share_figure, harm_share_figure
from wardwise.figures.harm_weights import coverage_figure, typical_weight_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import (
    official_change_figure,
    official_offences_figure,
    official_rate_figure,
)
from wardwise.figures.part_of_group import part_of_group_figure
from wardwise.figures.peers import above_median_figure, median_rate_figure, rated
from wardwise.figures.place_shares import area_share_figure, quotient_figure
from wardwise.figures.places_counted import lsoas_figure, places_figure
from wardwise.figures.population import (
    ENGLAND_AND_WALES,
    count_figure,
    difference_figure,
    share_figure,
    similar_median_figure,
)
from wardwise.figures.population_traits import DEPRIVED_HOUSEHOLDS, most_deprived, traits_of_people
from wardwise.figures.published import Peers, PublishedRate
from wardwise.figures.ranks import rank_found
from wardwise.figures.rates import rate_figure
from wardwise.figures.seasons import season
from wardwise.figures.stable import stability
from wardwise.figures.supply import against, percent_of
from wardwise.figures.threat_scores import risk_figure, top_share_figure
from wardwise.figures.threats import threats_found
from wardwise.figures.ward_ranks import ward_rank_figure


BURGLARY, VIOLENCE = "Burglary", "Violence and sexual offences"


def weights_of(desk: Desk) -> HarmWeights:
    """The force's weights, which the made-up evidence holds."""
    assert isinstance(desk.evidence.harm, HarmWeights)
    return desk.evidence.harm


def _table(desk: Desk) -> OfficialTable:
    assert isinstance(desk.evidence.official, OfficialTable)
    return desk.evidence.official


def _ours(desk: Desk) -> Area:
    return _table(desk).partnerships[desk.evidence.place.csp_code]


def _peers(desk: Desk) -> tuple[Area, ...]:
    similar = [one.area for one in desk.evidence.comparators.most_similar]
    return rated(_table(desk), similar, ours=desk.evidence.place.csp_code)


def ward_of(desk: Desk) -> Area:
    """The first ward."""
    return desk.evidence.place.wards[0]


def _counts(desk: Desk) -> Iterator[Figure]:
    for area in (desk.area, ward_of(desk), desk.evidence.place.lsoas[2], OWN, *_districts(desk)):
        for offence in (None, BURGLARY):
            yield offences_figure(desk, area=area, period=desk.latest, offence=offence)
        yield rate_figure(desk, area=area, period=desk.latest, offence=None)


def _districts(desk: Desk) -> tuple[Area, ...]:
    return (desk.evidence.place.force, *desk.evidence.comparators.force_peers[1:])


def _rates(desk: Desk) -> Iterator[Figure]:
    for households in (False, True):
        yield rate_figure(
            desk, area=desk.area, period=desk.latest, offence=BURGLARY, households=households
        )


def _changes(desk: Desk) -> Iterator[Figure]:
    for area in (desk.area, ward_of(desk), desk.evidence.place.force):
        for before in (desk.before, desk.three_years[1]):
            yield change_figure(
                desk, area=area, period=desk.latest, before=before, offence=BURGLARY
            )


def _control(desk: Desk) -> Iterator[Figure]:
    found = control(desk, area=desk.area, offence=VIOLENCE)
    yield from (*found.months[:3], *found.equal_months[:3], *found.limits)


def _harm(desk: Desk) -> Iterator[Figure]:
    weights = weights_of(desk)
    for offence in (None, BURGLARY):
        yield harm_figure(desk, weights, area=desk.area, period=desk.latest, offence=offence)
    yield weight_figure(desk, weights, offence=BURGLARY, official=False)
    yield weight_figure(desk, weights, offence="Residential burglary", official=True)
    yield typical_weight_figure(desk, weights, offence=VIOLENCE)
    yield coverage_figure(desk, weights, offence=VIOLENCE)
    yield harm_rate_figure(desk, weights, area=desk.area)
    yield harm_change_figure(desk, weights)
    yield count_share_figure(desk, offence=VIOLENCE)
    for typical in (False, True):
        yield harm_share_figure(desk, weights, area=desk.area, offence=VIOLENCE, typical=typical)
    yield harm_share_figure(desk, weights, area=ward_of(desk), offence=None)


def _official(desk: Desk) -> Iterator[Figure]:
    table, ours = _table(desk), _ours(desk)
    for offence in (None, "Residential burglary"):
        for period in (table.latest, table.before):
            yield official_offences_figure(desk, table, area=ours, offence=offence, period=period)
        yield official_change_figure(desk, table, area=ours, offence=offence)
    for households in (False, True):
        yield official_rate_figure(
            desk, table, area=ours, offence="Residential burglary", households=households
        )
    yield official_rate_figure(desk, table, area=table.forces["E23999991"], offence=None)
    yield official_rate_figure(desk, table, area=table.countries["K04000001"], offence=None)
    yield part_of_group_figure(desk, table, offence="Drug offences", group="Drugs")


def _peer_figures(desk: Desk) -> Iterator[Figure]:
    table, peers = _table(desk), Peers(_peers(desk), "peers")
    for households in (False, True):
        asked = PublishedRate("Robbery", households)
        yield median_rate_figure(desk, table, peers=peers, asked=asked)
        yield rank_found(desk, table, peers=peers, asked=asked).figure
    yield above_median_figure(desk, table, peers=peers, asked=PublishedRate("Robbery"))


def _people(desk: Desk) -> Iterator[Figure]:
    traits = [*traits_of_people(desk), DEPRIVED_HOUSEHOLDS, most_deprived("imd_2025", 2)]
    for trait in traits:
        yield count_figure(desk, desk.area, trait)
        yield share_figure(desk, desk.area, trait)
        yield similar_median_figure(desk, trait)
        yield difference_figure(desk, desk.area, trait, other=desk.evidence.place.force)
        yield share_figure(desk, ENGLAND_AND_WALES, trait)
    yield residents_figure(desk, desk.area)
    yield households_figure(desk, OWN)


def _places(desk: Desk) -> Iterator[Figure]:
    found = concentration(desk, offence=BURGLARY, period=desk.latest)
    yield from (found.places, found.chance)
    yield places_figure(desk, found, offence=BURGLARY, period=desk.latest)
    yield lsoas_figure(desk)
    curve = spread(desk, offence=BURGLARY, period=desk.latest)
    assert curve is not None
    yield from (curve.places, curve.places_of, curve.chance_places, curve.gini)
    for point in curve.points:
        yield from (point.recorded, point.by_chance)
    lasting = stability(desk, offence=BURGLARY)
    yield from (lasting.overlap, lasting.by_chance)
    yield area_share_figure(desk, area=ward_of(desk), period=desk.latest, offence=BURGLARY)
    yield quotient_figure(desk, area=ward_of(desk), period=desk.latest, offence=BURGLARY)
    yield ward_rank_figure(desk, ward=ward_of(desk), period=desk.latest, offence=BURGLARY)


def _over_time(desk: Desk) -> Iterator[Figure]:
    yield outlook(desk, area=desk.area, offence=VIOLENCE).figure
    yield from season(desk, area=desk.area, offence=VIOLENCE).months
    found = dispersion_figures(desk, offence=BURGLARY)
    yield from (found.phi, found.areas, found.wards)
    yield from contribution_figures(desk, offences=(BURGLARY, "Drugs", VIOLENCE)).values()


def _supply(desk: Desk) -> Iterator[Figure]:
    held = offences_figure(desk, area=desk.area, period=desk.latest, offence=BURGLARY)
    whole = offences_figure(desk, area=desk.area, period=desk.latest, offence=None)
    published = official_offences_figure(
        desk, _table(desk), area=_ours(desk), offence=None, period=desk.latest
    )
    yield percent_of(held, whole, detail="of all")
    yield against(whole, published, detail="against the published")


def _threats(desk: Desk) -> Iterator[Figure]:
    found = threats_found(desk)
    for one in found.assessment.candidates[:4]:
        for take in ("value", "harm", "likelihood"):
            yield risk_figure(desk, found, one, take=take)
        yield top_share_figure(desk, found, one)
    for candidate in found.candidates.values():
        yield from candidate.figures.values()


def _printed(desk: Desk) -> Iterator[Figure]:
    """One figure of each kind of sum and question that each chapter prints."""
    kinds = set()
    for chapter in ASSESSMENT:
        findings = chapter.analyse(desk)
        if not chapter.is_told(findings):
            continue
        for figure in chapter.write(findings).figures:
            kind = (chapter.name, figure.measure, _shape(figure.recipe))
            if figure.status == "known" and kind not in kinds:
                kinds.add(kind)
                yield figure


def _shape(recipe: Recipe | None) -> str:
    if recipe is None:
        return ""
    parts = {
        name: value.question if isinstance(value, Ask) else type(value).__name__
        for name, value in recipe.arguments.items()
    }
    return f"{parts}{recipe.take}"


BUILDERS: Mapping[str, Callable[[Desk], Iterable[Figure]]] = {
    "counts": _counts,
    "rates": _rates,
    "changes": _changes,
    "control charts": _control,
    "harm": _harm,
    "published": _official,
    "peers": _peer_figures,
    "people": _people,
    "places": _places,
    "over time": _over_time,
    "supply": _supply,
    "threats": _threats,
    "printed by the chapters": _printed,
}

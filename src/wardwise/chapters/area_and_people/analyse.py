"""The sums: shares of residents and households, in ours and in each comparator."""

from __future__ import annotations

from wardwise.chapters.area_and_people.context import context_rows
from wardwise.chapters.area_and_people.findings import AreaFindings, TraitRow
from wardwise.chapters.area_and_people.key_findings import key_findings
from wardwise.chapters.area_and_people.neighbourhoods import (
    deprived_places,
    neighbourhoods,
    ward_rows,
)
from wardwise.chapters.area_and_people.similar import similarity
from wardwise.domain.evidence import NotHeld
from wardwise.figures.counted import households_figure, residents_figure
from wardwise.figures.desk import Desk
from wardwise.figures.population import (
    ENGLAND_AND_WALES,
    count_figure,
    difference_figure,
    share_figure,
    similar_median_figure,
)
from wardwise.figures.population_traits import Trait, traits_of_deprivation, traits_of_people


def analyse(desk: Desk) -> AreaFindings:
    """People and deprivation beside the force area, the most similar and the country."""
    evidence = desk.evidence
    held = evidence.deprivation
    deprivation = traits_of_deprivation(desk)
    editions = tuple(
        str(trait.arguments["edition"])
        for trait in deprivation
        if trait.english and trait.arguments["tenths"] == 1
    )
    rows = tuple(trait_row(desk, trait) for trait in deprivation)
    return AreaFindings(
        area=desk.area,
        force=evidence.place.force,
        country=evidence.place.country,
        residents=residents_figure(desk, desk.area),
        households=households_figure(desk, desk.area),
        force_peers=tuple(
            area.name
            for area in evidence.comparators.force_peers
            if area.code not in (desk.area.code, evidence.place.csp_code)
        ),
        people=tuple(trait_row(desk, trait) for trait in traits_of_people(desk)),
        deprivation=rows,
        missing_deprivation=held if isinstance(held, NotHeld) else None,
        editions=editions,
        places=deprived_places(desk, editions[0]) if editions else None,
        wards=ward_rows(desk, deprivation, editions),
        neighbourhoods=neighbourhoods(desk, editions),
        similarity=similarity(desk, deprivation),
        context=context_rows(desk),
        missing=evidence.context.missing,
        key_findings=key_findings(desk, rows),
    )


def trait_row(desk: Desk, trait: Trait) -> TraitRow:
    """One trait in ours and in each comparator."""
    country = None if trait.english else share_figure(desk, ENGLAND_AND_WALES, trait)
    return TraitRow(
        trait=trait,
        count=count_figure(desk, desk.area, trait),
        ours=share_figure(desk, desk.area, trait),
        force=share_figure(desk, desk.evidence.place.force, trait),
        similar=similar_median_figure(desk, trait),
        country=country,
        difference=None
        if trait.english
        else difference_figure(desk, desk.area, trait, other=ENGLAND_AND_WALES),
    )

"""Months and places of an offence by a partner's extract, where open data do not part them."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.profile.current_situation import months_of, stands_for_it
from wardwise.chapters.profile.findings import (
    OF_CRIMES,
    Geography,
    Months,
    OwnCounts,
    Situation,
)
from wardwise.chapters.profile.geographic import geography_of
from wardwise.chapters.profile.kind import RARE_BELOW
from wardwise.chapters.profile.own_places import without_few
from wardwise.chapters.profile.reading import reading_of
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.incidents import incident_groups
from wardwise.figures.people_found import PeopleFound, crimes_figure
from wardwise.figures.people_groups import Groups
from wardwise.figures.people_selected import Selected
from wardwise.figures.seasons import season
from wardwise.figures.supply import against
from wardwise.figures.themes import Theme, in_districts, without_place
from wardwise.measures.levels.share import share_percent


YEAR = 12  # months
TOO_FEW = NotKnown("so few lie in any one place that a map would point at people")


def analyse_own(
    desk: Desk,
    candidate: Candidate,
    situation: Situation | NotKnown,
    people: PeopleFound | NotKnown,
) -> OwnCounts | NotKnown:
    """The extract's months and places; not known where open data have the offence's own."""
    if isinstance(candidate.theme, Theme):
        selected = candidate.theme.selected
    elif isinstance(people, NotKnown):
        return people
    else:
        selected = people.selected
    if isinstance(situation, Situation) and stands_for_it(candidate, situation.share):
        return NotKnown("open data count it on its own")
    if selected.chosen.period.length < YEAR:
        return NotKnown("the extract holds less than a year")
    found = own_of(desk, selected, _called(candidate, people), group=candidate.group)
    if isinstance(found, NotKnown):
        return found
    published = _published(desk, situation)
    same = _same_year(selected, published)
    return replace(
        found,
        same_year=same,
        beside=against(same, published, detail="the extract in percent of the published")
        if same and published
        else None,
        kinds=_kinds(candidate),
        geography=TOO_FEW if selected.n < RARE_BELOW else found.geography,
        districts=_districts(candidate),
        patients=_patients(candidate),
    )


def own_of(
    desk: Desk, selected: Selected, called: str, *, group: str | None
) -> OwnCounts | NotKnown:
    """Months and places of the chosen rows of a partner's file."""
    by_month = extract_desk(desk, selected, group=group, unlocated=True)
    by_place = extract_desk(desk, selected, group=group, unlocated=False)
    if isinstance(by_month, NotKnown) or isinstance(by_place, NotKnown):
        return NotKnown("the extract breaks off within the year")
    name, held = selected.name, selected.held.months
    months = months_of(by_month, name)
    if months.years[-1].status != "known":
        return NotKnown("the extract does not hold every month of the year")
    return OwnCounts(
        source=selected.chosen.source,
        called=called,
        period=selected.chosen.period,
        held=Period(held[0], held[-1]),
        crimes=crimes_figure(selected),
        located=_located(by_place),
        months=months,
        season=season(by_month, area=desk.area, offence=name),
        geography=_places(by_place, name),
        same_year=None,
        beside=None,
        least=desk.settings.people.least_count,
    )


def _kinds(candidate: Candidate) -> Groups | NotKnown:
    """What incidents of a theme are of; crimes are told by their people."""
    if isinstance(candidate.theme, NotKnown) or candidate.theme.is_crime:
        return OF_CRIMES
    return incident_groups(candidate.theme.selected, "category")


def _districts(candidate: Candidate) -> Groups | None:
    """Where the people of a theme live, by postcode district, where its rows say no more."""
    found = candidate.theme
    if not isinstance(found, Theme) or not isinstance(found.by_place, NotKnown):
        return None
    return in_districts(found.selected)


def _patients(candidate: Candidate) -> tuple[Groups, ...]:
    """Age and sex of those whom rows of a theme are about that name nobody."""
    found = candidate.theme
    if not isinstance(found, Theme) or found.is_crime:
        return ()
    made = (incident_groups(found.selected, by) for by in ("age band", "sex"))
    return tuple(one for one in made if isinstance(one, Groups))


def _places(by_place: ExtractDesk, name: str) -> Geography | NotKnown:
    """None where the partner's file gives no place at all."""
    why = without_place(by_place.selected)
    if why is not None:
        return why
    return without_few(by_place, geography_of(by_place, name))


def _called(candidate: Candidate, people: PeopleFound | NotKnown) -> str:
    """In the plural, as the crimes of the people are called where these are told of."""
    is_theme = isinstance(candidate.theme, Theme)
    plural = reading_of(candidate.evidence.name, is_theme=is_theme).plural
    return plural if isinstance(people, NotKnown) else people.called(plural)


def with_months(situation: Situation | NotKnown, months: Months) -> Situation | NotKnown:
    """The published situation with the extract's months; nothing where nothing is published."""
    return situation if isinstance(situation, NotKnown) else replace(situation, months=months)


def _published(desk: Desk, situation: Situation | NotKnown) -> Figure | None:
    """The published count, where there is one by another source than the open records."""
    official = desk.evidence.official
    if isinstance(situation, NotKnown) or isinstance(official, NotHeld):
        return None
    return situation.volume if official.source in situation.volume.sources else None


def _same_year(selected: Selected, published: Figure | None) -> Figure | None:
    """The extract's crimes in the months of the published count, where it covers them all."""
    if published is None or not set(published.period.months) <= set(selected.held.months):
        return None
    return crimes_figure(selected.other(period=published.period))


def _located(desk: ExtractDesk) -> Figure:
    """Of the crimes of the year, those with a neighbourhood. Unit: percent."""
    selected, counts = desk.selected, desk.evidence.local
    part = counts.total(desk.latest, offence=selected.name)
    assert not isinstance(part, NotKnown), "a year that is held"
    share = share_percent(part=part, whole=selected.n, level=desk.level)
    ask = desk.ask(desk.area, desk.latest, selected.name)
    return Figure(
        measure="share_percent",
        offence=selected.name,
        area=desk.area,
        period=desk.latest,
        value=share.value,
        unit=Unit.PERCENT,
        sources=(desk.source,),
        recipe=Recipe(
            "share_percent",
            {
                "part": Ask("offences", ask),
                "whole": selected.ask("partner_crimes"),
                "level": desk.level,
            },
            "value",
        ),
        method="crimes with a neighbourhood ÷ crimes of the extract",
        interval=Interval(share.lower, share.upper, share.level, share.method),
        detail="located in a neighbourhood",
        marking=desk.marking,
    )

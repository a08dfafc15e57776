"""The curve of rates by single year of age, with the table of the same numbers."""

from __future__ import annotations

from collections.abc import Iterable

from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.people_words import MANY_BANDS, NOUN
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import AgeLine
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import say
from wardwise.document.words import between, decimal, in_words, rounded, whole
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_ages import AgeCurve
from wardwise.figures.people_found import PeopleFound, RoleFound


USUAL = "if their ages were those of all crime"
PEOPLE = {
    "victim": "Victims",
    "suspect": "People suspected",
    "offender": "Proved offenders",
}


def age_picture(profile: Profile, found: PeopleFound, part: RoleFound) -> AgeLine | None:
    """None where too few people of each year of age are known, or no residents are held."""
    rates = part.rated
    if isinstance(rates, NotKnown) or isinstance(rates.curve, NotKnown):
        return None
    curve, period = rates.curve, found.crimes.period
    intervals = [year.rate.interval for year in curve.years]
    return AgeLine(
        name=f"profile-{profile.slug}-{part.role}-ages",
        title=_title(part),
        subtitle=f"{PEOPLE[part.role]} per 1,000 {curve.base} of each year of age, "
        f"{profile.name.lower()}, {period.label}; {_lag(curve, part.people)}",
        source=_source(curve, part.people),
        alt="; ".join(
            f"{year.age}: {rounded(year.rate.number, 1)}"
            for year in curve.years
            if year.rate.status == "known"
        ),
        table=age_table(profile, found, part, curve),
        ages=tuple(year.age for year in curve.years),
        rates=_known(year.rate for year in curve.years),
        lower=tuple(one.lower if one else None for one in intervals),
        upper=tuple(one.upper if one else None for one in intervals),
        usual=_known(year.usual for year in curve.years),
        usual_is=USUAL,
        unit="per 1,000 residents of the age",
        marked=() if isinstance(part.years, NotKnown) else tuple(one.age for one in part.years),
    )


def age_table(profile: Profile, found: PeopleFound, part: RoleFound, curve: AgeCurve) -> Table:
    """A row for each year of age: in the workbook."""
    least = found.selected.desk.settings.people.least_count
    return Table(
        name=f"profile-{profile.slug}-{part.role}-ages-table",
        caption=f"{profile.name}: {NOUN[part.role]} by single year of age",
        columns=(
            Column("Age", Align.LEFT),
            Column("People"),
            Column(capital(curve.base)),
            Column("Per 1,000 residents"),
            Column("95% interval", quiet=True),
            Column(f"Per 1,000 {USUAL}"),
        ),
        rows=tuple(
            (
                str(year.age),
                whole(year.people),
                whole(year.residents),
                decimal(year.rate),
                between(year.rate, 1),
                decimal(year.usual),
            )
            for year in curve.years
        ),
        notes=(
            say(f"Each person once, wherever they live; {_lag(curve, part.people)}."),
            say(
                "The last column spreads as many people over the ages as those of all recorded "
                "crime in the same extract are spread, this offence among it."
            ),
            say(
                f"[c] is a number from 1 to {least - 1}, or one that would give such a number away."
            ),
        ),
        source=_source(curve, part.people),
        appendix=True,
    )


def lag_words(years: int) -> str:
    """How far the residents are behind the crimes.

    >>> lag_words(6), lag_words(0)
    ('residents counted six years before the crimes', 'residents and crimes of one year')
    """
    if years < 1:
        return "residents and crimes of one year"
    noun = "year" if years == 1 else "years"
    return f"residents counted {in_words(years)} {noun} before the crimes"


def _lag(curve: AgeCurve, people: Figure) -> str:
    return lag_words(people.period.last.year - curve.year)


def _title(part: RoleFound) -> str:
    """What the tests support, the rarer first."""
    who, peak = NOUN[part.role], part.peak
    if not isinstance(part.years, NotKnown) and part.years:
        ages = " and ".join(str(year.age) for year in part.years)
        return (
            f"Age {ages} stands out among {who}"
            if len(part.years) == 1
            else (f"Ages {ages} stand out among {who}")
        )
    if isinstance(peak, NotKnown) or len(peak.may_be) > MANY_BANDS:
        return f"{PEOPLE[part.role]}: no age stands out"
    return f"The rate of {who} is highest at {peak.group.name.lower()}"


def _known(figures: Iterable[Figure]) -> tuple[float | None, ...]:
    return tuple(one.number if one.status == "known" else None for one in figures)


def _source(curve: AgeCurve, people: Figure) -> str:
    extract = source_line(people.sources[-1], people.period)
    return f"{extract}; {NAMES.get(curve.source, curve.source)}"

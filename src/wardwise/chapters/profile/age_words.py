"""At which age the rate is highest, how sure that is, and whether one year of age stands out."""

from __future__ import annotations

from wardwise.chapters.profile.people_words import MANY_BANDS, NOUN, year_words
from wardwise.chapters.profile.words import with_limits
from wardwise.document.phrases import listed
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, in_words, whole
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_ages import AgeCurve
from wardwise.figures.people_found import RoleFound
from wardwise.figures.people_peaks import AGES, KeyYear
from wardwise.figures.people_rated import Rated


EVERY = {
    "victim": "victims of any crime",
    "suspect": "people suspected of any crime",
    "offender": "people proved to have done any crime",
}


def rate_words(part: RoleFound) -> Text | None:
    """The band with the highest rate, beside all crime, then the single year."""
    rates = part.rated
    if isinstance(rates, NotKnown):
        return None
    said = [text for text in (_band(part, rates), _year(rates.curve)) if text]
    return Text(tuple(span for text in said for span in (*text.spans, " "))[:-1]) if said else None


def key_age_words(part: RoleFound) -> Text | None:
    """A year that stands out from its neighbours; where rates are held, also that none does."""
    years = part.years
    if isinstance(part.rated, NotKnown) or isinstance(years, NotKnown):
        return year_words(part)
    if not years:
        return say(
            "Each single year of age from {first} to {last} was set against those on either "
            "side: none stands out.",
            first=str(AGES[0]),
            last=str(AGES[-1]),
        )
    first = max(years, key=_excess)
    if first.rate is None or first.expected_rate is None:
        return year_words(part)
    return say(
        "Of every single year from {youngest} to {oldest}, age {age} stands out: {rate} {what} per "
        "1,000 residents of that age, {n} in all, where the ages on either side lead one to "
        "expect {expected}.",
        youngest=str(AGES[0]),
        oldest=str(AGES[-1]),
        age=str(first.age),
        rate=decimal(first.rate),
        what=NOUN[part.role],
        n=whole(first.people),
        expected=decimal(first.expected_rate),
    )


def _excess(year: KeyYear) -> float:
    return year.people.number / max(year.expected.number, 1)


def peak_rate(part: RoleFound) -> Figure | None:
    """The rate of the band in which it is highest; None where it is not known or not shown."""
    if isinstance(part.rated, NotKnown):
        return None
    names = [group.name for group in part.groups["age band"].groups]
    at = names.index(part.rated.peak.group.name)
    rate = part.rated.by["age band"].rates[at]
    return rate if rate.status == "known" else None


def _band(part: RoleFound, rates: Rated) -> Text | None:
    rate = peak_rate(part)
    if len(rates.peak.may_be) > MANY_BANDS:
        return say("Chance cannot tell the rates of the bands of ages apart.")
    if rate is None:
        return None
    others = [name for name in rates.peak.may_be if name != rates.peak.group.name]
    told = f", which chance cannot tell from {listed(others, last='or')}" if others else ""
    return say(
        "By {base}, the rate of {what} is highest at {band}{others}: {rate} per 1,000{usual}.",
        base=rates.by["age band"].base.called,
        what=NOUN[part.role],
        band=rates.peak.group.name.lower(),
        others=told,
        rate=with_limits(decimal(rate), 1),
        usual=_beside_all(part.role, rates),
    )


def _beside_all(role: str, rates: Rated) -> str:
    usual = rates.usual
    if isinstance(usual, NotKnown):
        return ""
    if usual.group.name == rates.peak.group.name:
        return f", the band in which {EVERY[role]} have their highest rate too"
    elsewhere = f"; that of {EVERY[role]} is highest at {usual.group.name.lower()}"
    if rates.is_unusual:
        return f"{elsewhere}, and chance hardly explains the difference"
    return f"{elsewhere}, which chance may explain"


def _year(curve: AgeCurve | NotKnown) -> Text | None:
    if isinstance(curve, NotKnown) or curve.highest.rate.status != "known":
        return None
    first, last = curve.may_be[0], curve.may_be[-1]
    if len(curve.may_be) == 1:
        return say(
            "Of single years the rate is highest at {age}, and no other may be the highest.",
            age=str(first),
        )
    is_whole = len(curve.may_be) == last - first + 1
    which = f"any from {first} to {last}" if is_whole else _several(len(curve.may_be), first, last)
    return say(
        "Of single years the rate is highest at {age} ({rate}), but {which} may truly be the "
        "highest.",
        age=str(curve.highest.age),
        rate=decimal(curve.highest.rate),
        which=which,
    )


def _several(years: int, first: int, last: int) -> str:
    return f"any of {in_words(years)} years between {first} and {last}"

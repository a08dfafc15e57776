"""Who they are, in sentences: what is remarkable comes first, what is not is left out."""

from __future__ import annotations

from wardwise.chapters.profile.words import with_limits
from wardwise.document.phrases import during, listed
from wardwise.document.text import Text, say
from wardwise.document.words import percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_found import PeopleFound, RoleFound
from wardwise.figures.people_groups import Group
from wardwise.figures.people_peaks import AgePeak, KeyYear


NOUN = {"victim": "victims", "suspect": "people suspected", "offender": "proved offenders"}
MANY_MISSING, LOPSIDED = 20.0, 65.0  # percent
MANY_BANDS = 3


def who_words(found: PeopleFound, part: RoleFound) -> Text:
    """How many there are, then what stands out of sex and age, the stronger first."""
    text = say(
        "The extract names {n} {what} for the {crimes} offences recorded {period}.",
        n=whole(part.people),
        what=NOUN[part.role],
        crimes=whole(found.crimes),
        period=during(found.crimes.period),
    )
    sex, age = _sex(part), _age(part)
    lopsided = "sex" in part.groups and _known(part.groups["sex"].largest.share) >= LOPSIDED
    for sentence in (sex, age) if lopsided else (age, sex):
        text = text + " " + sentence if sentence else text
    missing = _missing(part)
    return Text((*text.spans, " ", *missing.spans)) if missing else text


def _sex(part: RoleFound) -> str | Text | None:
    if "sex" not in part.groups:
        return None
    most = part.groups["sex"].largest
    if most.share.status != "known" or most.share.interval is None:
        return None
    if most.share.interval.lower <= 50:
        return "Women and men are about as many."
    if most.share.number == 100:
        return say("All whose sex is given are {sex}.", sex=most.name.lower())
    return say(
        "{share} are {sex}.",
        share=with_limits(percent(most.share, 0), 0, "%"),
        sex=most.name.lower(),
    )


def _age(part: RoleFound) -> Text | None:
    peak = part.peak
    if isinstance(peak, NotKnown) or peak.group.share.status != "known":
        return None
    if not isinstance(part.rated, NotKnown):
        return None  # told in rates
    if len(peak.may_be) > MANY_BANDS:
        return say("No age stands out: chance cannot tell the bands of ages apart.")
    return say(
        "For each year of age they are most often {band}{too}: {share} of those with a known age.",
        band=_aged(peak.group),
        too=_not_told_from(peak),
        share=with_limits(percent(peak.group.share, 0), 0, "%"),
    )


def _aged(group: Group) -> str:
    return group.name[:1].lower() + group.name[1:]


def _not_told_from(peak: AgePeak) -> str:
    others = [name for name in peak.may_be if name != peak.group.name]
    if not others:
        return ""
    return f", which chance cannot tell from {listed(others, last='or')}"


def _missing(part: RoleFound) -> Text | None:
    """Said where it is large; the table has all of them."""
    worst = max(
        (groups.missing for by, groups in part.groups.items() if by in ("age band", "sex")),
        key=lambda figure: figure.number,
        default=None,
    )
    if worst is None or worst.number < MANY_MISSING:
        return None
    what = "age" if "age" in worst.detail else "sex"
    return say("For {share} no {what} is given.", share=percent(worst, 0), what=what)


def year_words(part: RoleFound) -> Text | None:
    """A year of age that stands out from its neighbours, every one having been looked at."""
    years = part.years
    if isinstance(years, NotKnown) or not years:
        return None
    first = max(years, key=_excess)
    return say(
        "Of every single year from 10 to 39, age {age} stands out: {n} {what} where the ages on "
        "either side lead one to expect {expected}.",
        age=str(first.age),
        n=whole(first.people),
        what=NOUN[part.role],
        expected=whole(first.expected),
    )


def _excess(year: KeyYear) -> float:
    return year.people.number - year.expected.number


def _known(figure: Figure) -> float:
    return figure.number if figure.status == "known" else 0.0

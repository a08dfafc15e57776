"""Key findings from the people of an extract: age, repeats, vulnerability, hours."""

from __future__ import annotations

from wardwise.chapters.profile.age_words import key_age_words, peak_rate
from wardwise.chapters.profile.claim import made
from wardwise.chapters.profile.findings import Evidence, Found
from wardwise.chapters.profile.people_again_claims import (
    address_claim,
    homes_claim,
    repeat_claim,
    years_claim,
)
from wardwise.chapters.profile.people_words import MANY_BANDS, NOUN
from wardwise.chapters.profile.words import capital, during
from wardwise.document.phrases import listed
from wardwise.document.text import say
from wardwise.document.words import decimal, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.hour_words import EVEN_UP_TO, clock
from wardwise.figures.people_again import Again
from wardwise.figures.people_found import PeopleFound, RoleFound


MOST = 3
BY_WIDTH = "more people of that age living here: no residents by single year are held"
BY_BIRTHS = "more births in those years than in others: the residents counted are of another year"


def people_findings(desk: Desk, evidence: Evidence) -> tuple[Found, ...]:
    """At most three, the rarer first: repeats that changed, one year of age, those who recur."""
    found = evidence.people
    if isinstance(found, NotKnown):
        return ()
    roles = [found.roles[role] for role in ("suspect", "victim") if role in found.roles]
    claims = (
        *(years_claim(desk, evidence, again) for again in _compared(found)),
        *(_year_claim(desk, evidence, part) for part in roles),
        *(repeat_claim(desk, evidence, part) for part in reversed(roles)),
        address_claim(desk, evidence, found),
        _vulnerable_claim(desk, evidence, found),
        _hour_claim(desk, evidence, found),
        *(homes_claim(desk, evidence, part) for part in roles[:1]),
        *(_peak_claim(desk, evidence, part, found) for part in roles[:1]),
    )
    return tuple(one for one in claims if one)[:MOST]


def _compared(found: PeopleFound) -> list[Again]:
    """Addresses and victims; one of them where both changed, for the two are much the same."""
    victims = [found.roles["victim"].again] if "victim" in found.roles else []
    both = [found.addresses, *victims]
    return [
        again
        for again in both
        if not isinstance(again.years, NotKnown) and again.years.is_distinguishable
    ][:1]


def _year_claim(desk: Desk, evidence: Evidence, part: RoleFound) -> Found | None:
    text = key_age_words(part)
    if text is None or isinstance(part.years, NotKnown) or not part.years:
        return None
    return made(
        desk,
        evidence,
        text,
        figures=text.figures,
        sure=(Sureness.MODERATE, "all thirty ages were tested together, in one year only"),
        alternatives=(
            "an age that is rounded to, or at which the law changes what is recorded",
            BY_WIDTH if isinstance(part.rated, NotKnown) else BY_BIRTHS,
        ),
        gap="The same ages in the years before, and what those of that age have in common.",
        occasion="ages",
    )


def _vulnerable_claim(desk: Desk, evidence: Evidence, found: PeopleFound) -> Found | None:
    held = found.vulnerability
    if held is None or held.share.status != "known" or held.share.number < 10:
        return None
    text = say(
        "{share} of the {what} recorded {period} are flagged as {of}, each crime counted once.",
        share=percent(held.share, 0),
        what=found.called(evidence.reading.plural),
        period=during(held.share.period),
        of=listed([name[:1].lower() + name[1:] for name in held.of], last="or"),
    )
    used = [line.used for line in found.flags if line.name in held.of]
    return made(
        desk,
        evidence,
        text,
        figures=(held.share, *used[:2]),
        sure=(Sureness.MODERATE, "a flag that nobody set looks like a crime without the harm"),
        alternatives=("flags that are set more readily than they were, or in some offences only",),
        gap="An audit of how often each flag is set where it should be.",
        occasion="vulnerability",
    )


def _hour_claim(desk: Desk, evidence: Evidence, found: PeopleFound) -> Found | None:
    hours = found.hours
    if isinstance(hours, NotKnown) or hours.six_hours.number < EVEN_UP_TO:
        return None
    first, last = clock(hours)
    text = say(
        "{share} of {what} happen between {first} and {last}, a quarter of the day.",
        share=percent(hours.six_hours, 0),
        what=found.called(evidence.reading.plural),
        first=first,
        last=last,
    )
    sure = hours.certain.number >= 50
    return made(
        desk,
        evidence,
        text,
        figures=(hours.six_hours, hours.certain),
        sure=(
            Sureness.HIGH if sure else Sureness.MODERATE,
            "most are known to the hour" if sure else "most are known only within a span of time",
        ),
        alternatives=("the hour at which it was noticed or reported rather than done",),
        gap="How many people are about at each hour, without which no hour has a rate.",
        occasion="hours",
    )


def _peak_claim(
    desk: Desk, evidence: Evidence, part: RoleFound, found: PeopleFound
) -> Found | None:
    peak = part.peak
    if isinstance(peak, NotKnown) or peak.group.share.status != "known":
        return None
    if len(peak.may_be) > MANY_BANDS:
        return None
    others = [name for name in peak.may_be if name != peak.group.name]
    plural, rate = found.called(evidence.reading.plural), peak_rate(part)
    per = "" if rate is None else say(", {rate} per 1,000 residents", rate=decimal(rate))
    text = say(
        "{what} are most often aged {band}, for each {base} of that age{per}: {n} of {all}"
        "{others}.",
        what=capital(f"{NOUN[part.role]} of {plural}"),
        base="year" if rate is None else "resident",
        per=per,
        band=peak.group.name,
        n=whole(peak.group.count),
        all=whole(part.people),
        others=f"; chance cannot tell that band from {listed(others, last='or')}" if others else "",
    )
    return made(
        desk,
        evidence,
        text,
        figures=(rate or peak.group.share, peak.group.count, part.people),
        sure=(Sureness.MODERATE, "one band stands above the others")
        if not others
        else (Sureness.LOW, "chance cannot tell the bands apart"),
        alternatives=(BY_WIDTH if rate is None else BY_BIRTHS,),
        gap="The ages of those who were never named.",
        occasion="ages",
    )


def unnamed_claim(desk: Desk, evidence: Evidence, found: PeopleFound) -> Found:
    """What an extract cannot hold: those whom nobody named, or who told nobody."""
    what = found.called(evidence.reading.plural)
    part = found.roles.get("suspect") or found.roles.get("victim")
    if part is not None and part.role == "suspect":
        text = say(
            "{n} suspects are named for the {crimes} {what}; of anybody else who did them nothing "
            "is known.",
            n=whole(part.people),
            crimes=whole(found.crimes),
            what=what,
        )
        figures: tuple[Figure, ...] = (part.people, found.crimes)
    else:
        text = say(
            "The extract holds {crimes} {what} and no suspects: who is responsible is not known.",
            crimes=whole(found.crimes),
            what=what,
        )
        figures = (found.crimes,)
    return made(
        desk,
        evidence,
        text,
        figures=figures,
        sure=(Sureness.HIGH, "the extract itself shows how many are named"),
        alternatives=(),
        gap="People who were not found, and people harmed who told nobody.",
        occasion="not named",
    )

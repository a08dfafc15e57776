"""Calls and cases in sentences: what leads, whom it is about, from whom it came."""

from __future__ import annotations

from wardwise.chapters.profile.words import during, with_limits
from wardwise.document.phrases import listed
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole
from wardwise.domain.figure import Figure
from wardwise.figures.incidents import AIMED, IncidentSet
from wardwise.figures.people_groups import Group
from wardwise.figures.survey import ProblemFound


TOOLS = ("Acceptable behaviour contract", "Community protection notice")
"""Outcomes of a case that bind the person complained of."""
FROM = {
    "repeat_caller": "from somebody who had told of it before",
    "vulnerable_adult": "from somebody marked as vulnerable",
}


def kinds_words(calls: IncidentSet, beside: Figure | None) -> Text | None:
    """How many calls there are beside the open count, and which category of the standard leads."""
    top = calls.largest("category")
    if len(top) < 2:
        return None
    return say(
        "The police force's own log holds {n} such calls {period}{beside}. By the national "
        "standard {share} of them are {first} and {more} {second}.",
        n=whole(calls.crimes),
        period=during(calls.crimes.period),
        beside=""
        if beside is None or beside.status != "known"
        else say(", {share} of the open count of those months", share=percent(beside, 0)),
        share=with_limits(percent(top[0].share, 0), 0, "%"),
        first=kind(top[0]),
        more=percent(top[1].share, 0),
        second=kind(top[1]),
    )


def about_words(cases: IncidentSet) -> Text:
    """What the council's cases are of, whom they are about, and what was done."""
    opening = say(
        "The council opened {n} cases {period}.",
        n=whole(cases.crimes),
        period=during(cases.crimes.period),
    )
    told = (_leading(cases), _ages(cases), _home(cases), _done(cases))
    return join([opening, *(one for one in told if one is not None)])


def _leading(cases: IncidentSet) -> Text | None:
    top = cases.largest("category")[:3]
    if not top:
        return None
    told = [say("{what} ({share})", what=kind(one), share=percent(one.share, 0)) for one in top]
    return say("The most frequent kinds are {told}.", told=and_words(told))


def _ages(cases: IncidentSet) -> Text | None:
    """The band with most for each year of age: suppliers' bands are not of one width."""
    bands = cases.most_for_each_year
    if not bands:
        return None
    first, *others = bands
    too = [one.name for one in others]
    return say(
        "For each year of age the person complained of is most often {band}{too}: {share} of the "
        "cases that give an age, which {missing} do not.",
        band=first.name,
        too=f", which chance cannot tell from {listed(too, last='or')}" if too else "",
        share=with_limits(percent(first.share, 0), 0, "%"),
        missing=percent(cases.groups["age band"].missing, 0),
    )


def _home(cases: IncidentSet) -> Text | None:
    top = cases.largest("premises")[:2]
    if not top:
        return None
    told = [say("a {who} in {share}", who=kind(one), share=percent(one.share, 0)) for one in top]
    return say("Where the home is known, that person is {told}.", told=and_words(told))


def _done(cases: IncidentSet) -> Text | None:
    top = cases.largest("outcome")
    if not top:
        return None
    text = say(
        "The most frequent outcome is {what} ({share})",
        what=kind(top[0]),
        share=percent(top[0].share, 0),
    )
    bound = [one for one in top if one.name in TOOLS]
    if not bound:
        return text + "."
    tools = [say("{what} in {share}", what=_a(one), share=percent(one.share, 0)) for one in bound]
    return text + say("; {tools} bind the person to behave otherwise.", tools=and_words(tools))


def callers_words(sets: tuple[IncidentSet, ...]) -> Text:
    """Who told: as the one that it was aimed at, again, or marked as vulnerable."""
    return join([text for found in sets for text in (_aimed(found), _from_whom(found)) if text])


def _aimed(found: IncidentSet) -> Text | None:
    one = found.group("category", AIMED)
    if one is None:
        return None
    return say(
        "In {share} of the calls to the police the behaviour was aimed at somebody, and was not a "
        "nuisance to all.",
        share=with_limits(percent(one.share, 0), 0, "%"),
    )


def _from_whom(found: IncidentSet) -> Text | None:
    lines = [(found.flags[flag], words) for flag, words in FROM.items() if flag in found.flags]
    known = [(line.share, words) for line, words in lines if line.share.status == "known"]
    told = [
        say(
            f"{{share}} {'' if n else 'are '}{words}",
            share=with_limits(percent(share, 0), 0, "%"),
        )
        for n, (share, words) in enumerate(known)
    ]
    if not told:
        return None
    whose = "the police force's calls" if found.is_calls else "the council's cases"
    return say(f"Of {whose}, {{told}}.", told=and_words(told))


def concern_words(found: ProblemFound) -> Text:
    """How many residents call it a problem, and whether a group stands apart."""
    text = say(
        "Of {n} residents who replied to the partnership's survey, {share} call it a very or "
        "fairly big problem where they live, by weight.",
        n=whole(found.replies),
        share=with_limits(percent(found.share, 0), 0, "%"),
    )
    if not found.groups:
        return text
    if not found.apart:
        return text + " No sex and no age stands apart from the whole beyond chance."
    told = [say("{who} ({share})", who=name, share=percent(one, 0)) for name, one in found.apart]
    return text + say(" Apart from the whole beyond chance stand {told}.", told=and_words(told))


def kind(group: Group) -> str:
    """The name inside a sentence, without what all categories of the standard begin with."""
    name = group.name.partition(": ")[2] or group.name
    return name[:1].lower() + name[1:]


def _a(group: Group) -> str:
    name = kind(group)
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def and_words(parts: list[Text]) -> Text:
    """One; one and another; or several with commas."""
    text = parts[0]
    for n, part in enumerate(parts[1:], start=2):
        text = text + (" and " if n == len(parts) else ", ") + part
    return text

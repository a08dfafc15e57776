"""The sentences on worry beside crime."""

from __future__ import annotations

from wardwise.chapters.worry_and_crime.findings import WorryFindings
from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, decimal, in_words, percent
from wardwise.figures.worry import WardWorry, WorryFound
from wardwise.measures.worry.four_ways import FourWay


CLEAR = 0.05
FALLACY = (
    "This is of wards and not of people: those who were harmed need not be those who worry, and "
    "people also walk where they do not live."
)
AT_HOME = " Much recorded violence happens in homes, while the question is of walking after dark."


def called(found: WorryFound) -> str:
    """What of recorded crime it is set beside."""
    return small(found.offence) if found.offence else "all recorded crime"


def answer(findings: WorryFindings, found: WorryFound) -> Text:
    """Do the two go together, and where do they not?"""
    return join([_together(findings, found), *_gaps(found)])


def _together(findings: WorryFindings, found: WorryFound) -> Text:
    value, crime = found.agreement.number, "violence" if found.offence else "crime"
    if found.p_value.number >= CLEAR:
        how = "Worry does not clearly follow recorded crime over the wards of {place}"
    elif value > 0:
        how = f"People of {{place}} feel unsafe more often in wards with more recorded {crime}"
    else:
        how = f"People of {{place}} feel unsafe more often in wards with less recorded {crime}"
    return say(
        how + " (rank correlation {r}, {interval}).",
        place=findings.area.name,
        r=decimal(found.agreement, 2),
        interval=between(found.agreement, 2),
    )


def _gaps(found: WorryFound) -> list[Text]:
    more, less = (found.of(way, clear=True) for way in (FourWay.WORRY, FourWay.CRIME))
    told = [gap_named(found, more)] if more else []
    if less:
        names = listed([one.ward.name for one in less])
        told.append(
            say("In {names} there is more of it and less worry, and both are clear.", names=names)
        )
    if not told:
        told.append(say("In no ward do the two clearly part."))
    return told


def gap_named(found: WorryFound, wards: tuple[WardWorry, ...]) -> Text:
    """Wards with clearly less crime and clearly more worry than the whole."""
    unsafe = [
        say("{ward} {worry}", ward=one.ward.name, worry=percent(one.worry, 0)) for one in wards
    ]
    return say(
        "In {unsafe} feel unsafe, against {worry} in {place}, though recorded {crime} lower there: "
        "{rates} per 1,000 residents against {rate}.",
        unsafe=_and(unsafe, " and in "),
        worry=percent(found.worry_whole, 0),
        place=found.crime_whole.area.name,
        crime=f"{small(found.offence)} are" if found.offence else "crime is",
        rates=_and([say("{n}", n=decimal(one.crime)) for one in wards], " and "),
        rate=decimal(found.crime_whole),
    )


def _and(parts: list[Text], last: str) -> Text:
    """``a, b and c``, each with its figures."""
    return join([join(parts[:-1], ", "), parts[-1]], last) if len(parts) > 1 else parts[0]


def caution(found: WorryFound) -> Text:
    """What wards cannot tell, and what recorded violence is not."""
    more = found.offence is not None and "dark" in found.question.lower()
    return say(FALLACY + (AT_HOME if more else ""))


def left_out(found: WorryFound) -> Text:
    """Wards with too few replies."""
    n = len(found.left_out)
    return say(
        "{n} ward{s} with fewer than 30 replies {are} left out: {names}.",
        n=in_words(n).capitalize(),
        s="" if n == 1 else "s",
        are="is" if n == 1 else "are",
        names=listed([ward.name for ward in found.left_out]),
    )

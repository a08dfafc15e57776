"""Key findings from repeats and homes: the few, how soon, year against year, addresses."""

from __future__ import annotations

from wardwise.chapters.profile.claim import made
from wardwise.chapters.profile.findings import Evidence, Found
from wardwise.chapters.profile.people_again_words import (
    few_words,
    is_soon,
    said_share,
    soon_words,
    years_words,
)
from wardwise.chapters.profile.people_homes_words import homes_words, larger_half
from wardwise.chapters.profile.people_words import NOUN
from wardwise.document.text import Text
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_again import Again
from wardwise.figures.people_found import PeopleFound, RoleFound


def repeat_claim(desk: Desk, evidence: Evidence, part: RoleFound) -> Found | None:
    """Only where a few hold more than chance gives; with how soon, where that shows too."""
    text = few_words(part.again) if _is_beyond(part.again) else None
    if text is None:
        return None
    soon = soon_words(part.again) if is_soon(part.again) else None
    text = text + " " + soon if soon else text
    occasion = "repeats soon" if soon else "repeats"
    return _few_claim(
        desk,
        evidence,
        text,
        instead=(
            "people who are recorded under one identity, and others under several",
            "a few addresses or services from which every incident is reported",
        ),
        gap="People without an identity in the extract, and what nobody reported.",
        occasion=occasion if part.role == "victim" else "repeat suspects",
    )


def _few_claim(
    desk: Desk,
    evidence: Evidence,
    text: Text,
    *,
    instead: tuple[str, ...],
    gap: str,
    occasion: str,
) -> Found:
    """What rests on the test against chance."""
    return made(
        desk,
        evidence,
        text,
        figures=text.figures,
        sure=(Sureness.HIGH, "chance alone would hardly give the same few so many"),
        alternatives=instead,
        gap=gap,
        occasion=occasion,
    )


def _is_beyond(again: Again) -> bool:
    """Whether the share that is said, and so may be printed, is more than chance gives."""
    one = said_share(again)
    return one is not None and one.is_beyond_chance


def years_claim(desk: Desk, evidence: Evidence, again: Again) -> Found | None:
    """That more, or fewer, come again than of those of the year before."""
    years, text = again.years, years_words(again)
    if text is None or isinstance(years, NotKnown) or not years.is_distinguishable:
        return None
    rose = years.points.number > 0
    return made(
        desk,
        evidence,
        text,
        figures=(years.after, years.before, years.points),
        sure=(Sureness.MODERATE, "beyond chance, but from two years only"),
        alternatives=(
            "people who are recognised more often than before, or less often",
            "more, or fewer, who report the second time",
        ),
        gap="The same share of the years before, which needs longer files.",
        occasion="repeats rose" if rose else "repeats fell",
    )


def address_claim(desk: Desk, evidence: Evidence, found: PeopleFound) -> Found | None:
    """That a few addresses hold more than chance gives."""
    text = few_words(found.addresses) if _is_beyond(found.addresses) else None
    if text is None:
        return None
    return _few_claim(
        desk,
        evidence,
        text,
        instead=(
            "blocks of flats and other buildings with many people behind one point",
            "addresses from which every incident is reported",
        ),
        gap="Crimes without an exact place, and how many people are behind each address.",
        occasion="addresses",
    )


def homes_claim(desk: Desk, evidence: Evidence, part: RoleFound) -> Found | None:
    """Where more than half of those named live."""
    homes = part.homes
    if isinstance(homes, NotKnown) or larger_half(homes) is None:
        return None
    text = homes_words(homes, what=f"{NOUN[part.role]}")
    if text is None:
        return None
    return made(
        desk,
        evidence,
        text,
        figures=text.figures[:2],
        sure=(Sureness.MODERATE, "it is of those who were named, who may live nearer than others"),
        alternatives=("homes that are recorded where people last stayed",),
        gap="Those who were never named, and where people are when they are not at home.",
        occasion="homes",
    )

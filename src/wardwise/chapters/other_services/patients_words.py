"""Who was hurt, in sentences, and the groups that may be named."""

from __future__ import annotations

from wardwise.chapters.other_services.findings import Emergency
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent
from wardwise.figures.people_groups import Group


FEW_HEADS = 3


def patients_words(found: Emergency) -> Text | None:
    told = []
    ages, sexes = known_groups(found, "age band"), known_groups(found, "sex")
    if ages:
        told.append(say("The ages with the most patients are {what}.", what=largest_groups(ages)))
    if sexes:
        first = sexes[0]
        told.append(say("{share} are {sex}.", share=percent(first.share), sex=first.name.lower()))
    if found.drink and found.drink.of_answered.status == "known":
        told.append(
            say(
                "Of those who were asked ({used}), {share} had drunk before ({range}).",
                used=percent(found.drink.used, 0),
                share=percent(found.drink.of_answered),
                range=between(found.drink.of_answered, 1, "%"),
            )
        )
    return join(told) if told else None


def known_groups(found: Emergency, by: str) -> list[Group]:
    """Groups whose share may be printed, the largest first."""
    groups = found.groups[by].groups if by in found.groups else ()
    known = [one for one in groups if one.share.status == "known"]
    return sorted(known, key=lambda one: -one.share.number)


def largest_groups(groups: list[Group]) -> Text:
    """``street (30%), home (27%) and school (4%)``."""
    told = [
        say("{name} ({share})", name=_lower(one.name), share=percent(one.share, 0))
        for one in groups[:FEW_HEADS]
    ]
    return join(told[:-1], ", ") + " and " + told[-1] if len(told) > 1 else told[0]


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]

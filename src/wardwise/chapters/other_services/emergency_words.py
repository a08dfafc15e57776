"""The words on assaults seen at the emergency department, beside what the police recorded."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.emergency_tables import (
    circumstances_table,
    patients_table,
    places_picture,
)
from wardwise.chapters.other_services.findings import Emergency, Police
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during, verdict_of
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.hour_blocks import hours_picture
from wardwise.figures.hour_words import hour_words
from wardwise.figures.people_groups import Group


FEW_HEADS = 3
APART = (
    "The two are not the same thing, and neither is a part of the other: the hospital counts "
    "people who came to be treated, whether or not anybody told the police, and the police count "
    "offences that reached them. So no share is made of them."
)
INSTEAD = (
    "More attendances can mean that more of the people who are hurt come to this department, or "
    "that its staff ask more of them how it came about. Neither is more violence."
)
MISSING = (
    "Whether the police were told: the department does not say. People who came to no hospital, or "
    "to one whose records are not supplied, are in neither count."
)
NO_TEST = "That is no sign that the two part ways: the limits of their changes overlap."
ALONE = (
    "Only the hospital’s count moved beyond chance.",
    "Only the count of the police moved beyond chance.",
)
BOTH = {
    (Verdict.ROSE, Verdict.ROSE): "Both rose.",
    (Verdict.FELL, Verdict.FELL): "Both fell.",
    (Verdict.ROSE, Verdict.FELL): "The hospital’s count rose while that of the police fell: ask "
    "whether fewer of those who are hurt tell the police.",
    (Verdict.FELL, Verdict.ROSE): "The hospital’s count fell while that of the police rose: ask "
    "whether more is told or recorded of what happens.",
    (Verdict.ROSE, Verdict.NO_CLEAR_CHANGE): ALONE[0],
    (Verdict.FELL, Verdict.NO_CLEAR_CHANGE): ALONE[0],
    (Verdict.NO_CLEAR_CHANGE, Verdict.ROSE): ALONE[1],
    (Verdict.NO_CLEAR_CHANGE, Verdict.FELL): ALONE[1],
    (Verdict.NO_CLEAR_CHANGE, Verdict.NO_CLEAR_CHANGE): "Neither moved beyond chance.",
}
"""Verdict on the hospital's count, and on that of the police → which moved."""


def emergency_blocks(found: Emergency) -> tuple[Block, ...]:
    """The answer, the police beside it, the hours, then where, how, by whom and who was hurt."""
    return (
        Paragraph(answer(found), lead=True),
        *([Paragraph(beside(found, found.police))] if found.police else []),
        *_hours(found),
        *_described(found),
        Note(NoteKind.ALTERNATIVE, say(INSTEAD)),
        Note(NoteKind.MISSING, say(MISSING)),
    )


def answer(found: Emergency) -> Text:
    """How many, and what the test allows to be said of the change."""
    count = found.service.count
    return say(
        "The emergency department treated {n} people after an assault {period} (95% interval "
        "{range}). The number {changed}.",
        n=whole(count),
        period=during(count.period),
        range=between(count),
        changed=how_changed(found.service),
    )


def beside(found: Emergency, police: Police) -> Text:
    """The count of the police in the same months, that it is another thing, and which moved."""
    told = say(
        "The police recorded {n} {what} {period}; that number {changed}.",
        n=whole(police.count),
        what=police.plural,
        period=during(police.count.period),
        changed=how_changed(found.service, police.change),
    )
    which = BOTH.get((verdict_of(found.service.change), verdict_of(police.change)))
    alone = which in ALONE and _overlap(found.service.change, police.change)
    words = [*([which] if which else []), *([NO_TEST] if alone else []), APART]
    return join([told, *(say(one) for one in words)])


def _overlap(one: Figure, other: Figure) -> bool:
    """Whether the limits of two changes have a value in common."""
    if one.interval is None or other.interval is None:
        return False
    first, second = sorted((one.interval, other.interval), key=lambda limits: limits.lower)
    return second.lower <= first.upper


def _hours(found: Emergency) -> tuple[Block, ...]:
    if isinstance(found.hours, NotKnown):
        return ()
    picture = hours_picture(
        found.hours,
        found.service.count,
        name="ed-hours",
        what=found.service.plural,
        of=found.service.selected.name,
    )
    return Paragraph(hour_words(found.service.plural, found.hours)), picture


def _described(found: Emergency) -> tuple[Block, ...]:
    circumstances, patients = circumstances_table(found), patients_table(found)
    told, people = _circumstances(found), _people(found)
    picture = places_picture(found, circumstances) if circumstances else None
    blocks: tuple[Block | None, ...] = (
        Paragraph(told) if told else None,
        picture,
        circumstances,
        Paragraph(people) if people else None,
        patients,
    )
    return tuple(one for one in blocks if one is not None)


NO_KIND = ("Other", "Not disclosed", "Unknown")
"""Groups that say nothing in a sentence; the table has them."""
HEADS = {
    "premises": "Kinds of place most often told: {what}.",
    "weapon": "Means: {what}.",
    "category": "Assailants, as the patients tell it: {what}.",
}


def _circumstances(found: Emergency) -> Text | None:
    told = []
    for by, words in HEADS.items():
        groups = [one for one in _known(found, by) if one.name not in NO_KIND]
        if groups:
            told.append(say(words, what=_largest(groups)))
        told += [_blade(one) for one in groups if by == "weapon" and "knife" in one.name.lower()]
    return join(told) if told else None


def _blade(one: Group) -> Text:
    """Never too small a part to be named."""
    limits = between(one.share, 1, "%")
    return say("{what}: {n} ({limits}).", what=one.name, n=percent(one.share), limits=limits)


def _people(found: Emergency) -> Text | None:
    told = []
    ages, sexes = _known(found, "age band"), _known(found, "sex")
    if ages:
        told.append(say("The ages with the most patients are {what}.", what=_largest(ages)))
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


def _known(found: Emergency, by: str) -> list[Group]:
    """Groups whose share may be printed, the largest first."""
    groups = found.groups[by].groups if by in found.groups else ()
    known = [one for one in groups if one.share.status == "known"]
    return sorted(known, key=lambda one: -one.share.number)


def _largest(groups: list[Group]) -> Text:
    """``street (30%), home (27%) and school (4%)``."""
    told = [
        say("{name} ({share})", name=_lower(one.name), share=percent(one.share, 0))
        for one in groups[:FEW_HEADS]
    ]
    return join(told[:-1], ", ") + " and " + told[-1] if len(told) > 1 else told[0]


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]

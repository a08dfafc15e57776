"""The words on weights: what one offence weighs, and what hangs on the index."""

from __future__ import annotations

from wardwise.chapters.harm.findings import GroupHarm, HarmFindings
from wardwise.chapters.harm.ranks import changes_place, in_order
from wardwise.chapters.harm.tables import weight_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent


VERSION = (
    "The weights are the ONS Crime Severity Score's of about 2019/20, joined to offence codes by a "
    "third party. Together they give the score that ONS published for England and Wales in that "
    "year; each by itself was not checked, and the edition of 2022 weighs more. They come from "
    "sentences: they say how gravely courts look on such offences, not what was done to one "
    "victim. ONS warns that better recording of grave offences raises a severity score by itself."
)
GRAVE = (
    "Homicide, rape and a few other rare offences weigh hundreds of times as much as the offence "
    "that people meet most, and carry the mean of violence and sexual offences. This "
    "score is worked on open data, which do not tell how many of them were in {place}: each group "
    "is given the mean of the whole {force} force area in {when}, so that one grave offence more "
    "or less here is not seen."
)


def low(group: GroupHarm) -> str:
    """The group's name inside a sentence."""
    return group.offence[:1].lower() + group.offence[1:]


def weights_blocks(found: HarmFindings) -> tuple[Block, ...]:
    """The weights, and how far to trust them."""
    return (
        Paragraph(_index(found)),
        weight_table(found),
        Note(
            NoteKind.CAUTION,
            say(
                GRAVE, place=found.area.name, force=found.force.name, when=found.weights_from.label
            ),
        ),
        Note(NoteKind.METHOD, say(VERSION)),
    )


def _index(found: HarmFindings) -> Text:
    """Which groups change place when the mean gives way to the typical offence."""
    moved = changes_place(found.groups)
    by_typical = in_order(found.groups, lambda group: group.by_typical)
    first = found.groups[0]
    if not by_typical:
        return say("Without weights no order can be given.")
    same = (
        "The order hardly hangs on the index: by the weight of the middle offence the first "
        "groups are the same."
    )
    if not moved:
        return say(same)
    top = by_typical[0]
    opening = (
        say(
            "The group with most harm by either index is {group}, with {part} of it by typical "
            "weights.",
            group=low(top),
            part=percent(top.by_typical, 0),
        )
        if top is first
        else say(
            "By typical weights the group with most harm is {group}, with {part} of it, and the "
            "part of {old} is {less} instead of {mean}.",
            group=low(top),
            part=percent(top.by_typical, 0),
            old=low(first),
            mean=percent(first.share, 0),
            less=percent(first.by_typical, 0),
        )
    )
    names = listed([low(group) for group in moved])
    return join([opening, say("The groups that change place are {names}.", names=names)])

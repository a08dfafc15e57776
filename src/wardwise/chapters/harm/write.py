"""The words: what weighs most, whether that hangs on the index, what changed, and where."""

from __future__ import annotations

from wardwise.chapters.harm.findings import GroupHarm, HarmFindings
from wardwise.chapters.harm.pictures import share_bars, ward_map
from wardwise.chapters.harm.ranks import changes_place, higher_by_harm, in_order
from wardwise.chapters.harm.tables import change_table, group_table, ward_tables, weight_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import changed, listed, verdict_of
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, whole


VERSION = (
    "The weights are the ONS Crime Severity Score's of about 2019/20, joined to offence codes by a "
    "third party; they have not been checked against the ONS workbook. They come from sentences: "
    "they say how gravely courts look on such offences, not what was done to one victim. ONS warns "
    "that better recording of grave offences raises a severity score by itself."
)
GRAVE = (
    "Homicide, rape and a few other rare offences weigh hundreds of times as much as the offence "
    "that people meet most, and carry the mean of violence and sexual offences. The open data do "
    "not say how many of them were in {place}: each group is given the mean of the whole {force} "
    "force area, so that one grave offence more or less here is not seen."
)
STEPS = 3  # places that a ward must rise to be named


def write(found: HarmFindings) -> Section:
    """The chapter, from its answer down to the wards."""
    return Section(
        title="Harm",
        anchor="harm",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            share_bars(found),
            group_table(found),
        ),
        sections=(
            Section("What one offence weighs", "harm-weights", _weights(found)),
            Section("Whether harm changed", "harm-changed", _changed(found)),
            Section("Where harm was recorded", "harm-places", _places(found)),
        ),
    )


def _answer(found: HarmFindings) -> Text:
    first = found.groups[0]
    if first.share.status != "known":
        return say("What the offences of {period} weigh is not known.", period=found.period.label)
    return say(
        "Weighed by severity, {group} made up {share} of the harm recorded in {place} in {period}, "
        "from {counts} of the offences. {second}",
        group=_low(first),
        share=percent(first.share, 0),
        place=found.area.name,
        period=found.period.label,
        counts=percent(first.count_share, 0),
        second=_second(found),
    )


def _second(found: HarmFindings) -> Text:
    """The group whose part of the harm falls furthest short of its part of the offences."""
    known = [group for group in found.groups if group.share.status == "known"]
    light = max(known, key=lambda group: group.count_share.number - group.share.number)
    return say(
        "{group} weighed least for its number: {counts} of the offences, {share} of the harm.",
        group=light.offence,
        counts=percent(light.count_share, 0),
        share=percent(light.share, 0),
    )


def _low(group: GroupHarm) -> str:
    return group.offence[:1].lower() + group.offence[1:]


def _weights(found: HarmFindings) -> tuple[Block, ...]:
    return (
        Paragraph(_index(found)),
        weight_table(found),
        Note(NoteKind.CAUTION, say(GRAVE, place=found.area.name, force=found.force.name)),
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
            "{group} comes first by either index, with {part} of the harm by typical weights.",
            group=top.offence,
            part=percent(top.by_typical, 0),
        )
        if top is first
        else say(
            "By typical weights {group} comes first, with {part} of the harm, and {old} falls from "
            "{mean} to {less}.",
            group=_low(top),
            part=percent(top.by_typical, 0),
            old=_low(first),
            mean=percent(first.share, 0),
            less=percent(first.by_typical, 0),
        )
    )
    names = listed([_low(group) for group in moved])
    return join([opening, say("The groups that change place are {names}.", names=names)])


def _changed(found: HarmFindings) -> tuple[Block, ...]:
    return (
        Paragraph(
            say(
                "The harm score {harm}. The count {count}.{apart}",
                harm=changed(found.change),
                count=changed(found.count_change),
                apart=_apart(found),
            )
        ),
        change_table(found),
        Note(
            NoteKind.ALTERNATIVE,
            say(
                "The weights are held fixed, so a score moves only as the groups' counts do. A "
                "change in how many of the group's offences are grave is not in it, and a change "
                "in recording is."
            ),
        ),
    )


def _apart(found: HarmFindings) -> str:
    if verdict_of(found.change) is verdict_of(found.count_change):
        return ""
    return " The two part because the groups that weigh most did not move as the many did."


def _places(found: HarmFindings) -> tuple[Block, ...]:
    return (Paragraph(_where(found)), ward_map(found), *ward_tables(found))


def _where(found: HarmFindings) -> Text:
    known = [ward for ward in found.wards if ward.rate.status == "known"]
    if not known:
        return say("Harm by ward is not known.")
    first = known[0]
    opening = say(
        "{ward} had {rate} severity points per 1,000 residents, against {usual} in {place} as a "
        "whole, and {share} of all the harm.",
        ward=first.area.name,
        rate=whole(first.rate),
        usual=whole(found.whole.rate),
        place=found.area.name,
        share=percent(first.share),
    )
    higher = higher_by_harm(found.wards, by_at_least=STEPS)
    if not higher:
        return opening + " No ward stands much higher by harm than by offences."
    names = [
        say("{ward} ({n} offences per 1,000)", ward=one.area.name, n=decimal(one.offence_rate))
        for one in higher[:3]
    ]
    several = join(names[:-1], ", ") + " and " + names[-1] if len(names) > 1 else names[0]
    return join([opening, say("Higher by harm than by number stand {wards}.", wards=several)])

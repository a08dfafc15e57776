"""The words: what weighs most, what changed, and where."""

from __future__ import annotations

from wardwise.chapters.harm.findings import HarmFindings
from wardwise.chapters.harm.pictures import share_bars, ward_map
from wardwise.chapters.harm.ranks import higher_by_harm
from wardwise.chapters.harm.tables import change_table, group_table
from wardwise.chapters.harm.ward_tables import ward_tables
from wardwise.chapters.harm.write_weights import low, weights_blocks
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import decimal, percent, signed_percent, whole
from wardwise.domain.verdict import Verdict


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
            Section("What one offence weighs", "harm-weights", weights_blocks(found)),
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
        group=low(first),
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
        "The other way round is {group}: {counts} of the offences, {share} of the harm.",
        group=low(light),
        counts=percent(light.count_share, 0),
        share=percent(light.share, 0),
    )


def _changed(found: HarmFindings) -> tuple[Block, ...]:
    return (
        Paragraph(_both(found)),
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


def _both(found: HarmFindings) -> Text:
    """What the score did and what the count did, in one breath where neither moved."""
    if _verdicts(found) == {Verdict.NO_CLEAR_CHANGE}:
        return say(
            "Neither the harm score ({harm}) nor the count ({count}) showed a clear change on the "
            "year before: both are within the usual variation of such counts.",
            harm=signed_percent(found.change),
            count=signed_percent(found.count_change),
        )
    return say(
        "The harm score {harm}. The count {count}.{apart}",
        harm=changed(found.change),
        count=changed(found.count_change),
        apart=_apart(found),
    )


def _verdicts(found: HarmFindings) -> set[Verdict]:
    return {verdict_of(found.change), verdict_of(found.count_change)}


def _apart(found: HarmFindings) -> str:
    """Why the two differ, where both can be compared and only one of them moved so."""
    verdicts = _verdicts(found)
    if len(verdicts) == 1 or Verdict.NOT_COMPARABLE in verdicts:
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
        say(
            "{ward} ({points} points and {n} offences per 1,000)",
            ward=one.area.name,
            points=whole(one.rate),
            n=decimal(one.offence_rate),
        )
        for one in higher[:3]
    ]
    several = join(names[:-1], ", ") + " and " + names[-1] if len(names) > 1 else names[0]
    told = say("Further up the list by harm than by number of offences: {wards}.", wards=several)
    return join([opening, told])

"""The words and the table of what stood out last quarter."""

from __future__ import annotations

from wardwise.chapters.looking_ahead.findings import AheadFindings
from wardwise.chapters.looking_ahead.key_findings import worst_of_each
from wardwise.document.blocks import Align, Cell, Column, Paragraph, Table
from wardwise.document.initials import capital
from wardwise.document.phrases import during, listed
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import in_words, whole
from wardwise.figures.alarms import MONTHLY, WEEKLY, Alarm, Alarms


def alarm_blocks(found: AheadFindings) -> tuple[Block, ...]:
    """The answer and how it was looked for, then the list."""
    alarms = found.alarms
    told = Paragraph(_answer(alarms) + " " + _looked(alarms))
    return (told, _table(found)) if alarms.alarms else (told,)


def _answer(found: Alarms) -> Text:
    if not found.groups:
        return say("Nothing could be judged: too few months are held before the last quarter.")
    names = [one.offence.lower() for one in worst_of_each(found)]
    if not names:
        return say(
            "No offence group stood out {when} by this test, which allows for how many are looked "
            "at. The charts in Levels judge each series by itself and may show more.",
            when=during(found.period),
        )
    groups = f"{in_words(len(names))} group{'' if len(names) == 1 else 's'}".capitalize()
    return say(
        "{groups} stood out {when}: {names}.",
        groups=groups,
        when=during(found.period),
        names=listed(names),
    )


def _looked(found: Alarms) -> Text:
    """How many were looked at, by which test, and what that allows."""
    if not found.groups:
        return say("")
    how = (
        "Each week of the police force's extract was held against the same weeks of earlier years "
        "(Farrington's test)"
        if found.step == WEEKLY
        else "Each month was held against the limits of the months before (XmR)"
    )
    told = say(
        "{how}{why}: {groups} groups, {n} {step}s in all, and the bar is raised for that many.",
        how=how,
        why=f", because {found.why_monthly}" if found.why_monthly else "",
        groups=in_words(len(found.groups)),
        n=in_words(found.looked_at),
        step=found.step,
    )
    if found.early:
        told = told + " " + _by_ears(found)
    if not found.alarms:
        return told
    return told + (
        " An alarm asks for a look and is no verdict: a level that has drifted for years alarms "
        "too."
    )


def _by_ears(found: Alarms) -> Text:
    """Groups that were counted otherwise until lately have no earlier years to be held against."""
    verb = "reaches" if len(found.early) == 1 else "reach"
    return say(
        "{names} {verb} back less than three years unbroken: each week there was held against the "
        "half-year before it (EARS), with no allowance for the season.",
        names=capital(listed([name.lower() for name in found.early])),
        verb=verb,
    )


def _table(found: AheadFindings) -> Table:
    alarms = found.alarms
    source = alarms.alarms[0].count.sources[0]
    return Table(
        name="alarms",
        caption=f"What stood out {during(alarms.period)}",
        columns=(
            Column("Group", Align.LEFT),
            Column("When", Align.LEFT),
            Column("Number"),
            Column("Usual"),
            Column("Most that is usual"),
        ),
        rows=tuple(_row(one) for one in alarms.alarms),
        source=source_line(source, alarms.period),
        notes=(
            (say("Months are made equal for their days, and for their season where it is tested."),)
            if alarms.step == MONTHLY
            else ()
        ),
    )


def _row(one: Alarm) -> tuple[Cell, ...]:
    upper = one.usual.interval.upper if one.usual.interval else one.usual.number
    return (one.offence, one.when, whole(one.count), whole(one.usual), f"{upper:,.0f}")

"""The words: what to expect if nothing changes, and what stood out."""

from __future__ import annotations

from wardwise.chapters.looking_ahead.findings import AheadFindings
from wardwise.chapters.looking_ahead.picture import fan_picture
from wardwise.chapters.looking_ahead.tables import group_table, quarter_table, rule_table
from wardwise.chapters.looking_ahead.write_alarms import alarm_blocks
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import during, listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, in_words, percent, whole
from wardwise.domain.nothing import NotKnown
from wardwise.measures.time.forecast import Direction, Forecast
from wardwise.measures.time.forecast_models import (
    NAIVE,
    SMOOTHING,
    STEADY,
    TOGETHER,
    WITH_GROWTH,
    WITH_SEASON,
)


LATEST_WEIGH_MOST = (SMOOTHING, WITH_SEASON, WITH_GROWTH, TOGETHER)


def write(found: AheadFindings) -> Section:
    """The chapter: the year ahead, then the alarms."""
    return Section(
        title="Looking ahead",
        anchor="looking-ahead",
        new_page=True,
        blocks=(Paragraph(_answer(found), lead=True), *_picture(found)),
        sections=(
            *_groups(found),
            Section("What stood out last quarter", "looking-ahead-alarms", alarm_blocks(found)),
        ),
    )


def _answer(found: AheadFindings) -> Text:
    whole_year = found.whole.outlook.forecast
    if isinstance(whole_year, NotKnown):
        return say("There is no forecast of all recorded crime: {why}.", why=whole_year.reason)
    return say(
        "If nothing changes, {n} offences are to be expected in {place} {when}, and between "
        "{limits} with a chance of 95 in 100; {before} were recorded in the twelve months before. "
        "{direction}",
        n=whole(found.whole.outlook.figure),
        place=found.area.name,
        when=during(found.year),
        limits=between(found.whole.outlook.figure).replace(" to ", " and "),
        before=whole(found.whole.latest),
        direction=_direction(found),
    )


def _direction(found: AheadFindings) -> Text:
    """Which groups the ranges let us speak of."""
    rise, fall = (
        [
            one.offence.lower()
            for one in found.groups
            if one.offence
            and isinstance(one.outlook.forecast, Forecast)
            and one.outlook.forecast.direction is direction
        ]
        for direction in (Direction.RISE, Direction.FALL)
    )
    if not rise and not fall:
        return say("For no group can we say whether the next year will be higher or lower.")
    parts = [("rise", rise), ("fall", fall)]
    told = [
        f"{listed(names)} {'is' if len(names) == 1 else 'are'} likely to {word}"
        for word, names in parts
        if names
    ]
    return say("Of the groups, {told}.", told=listed(told))


def _picture(found: AheadFindings) -> tuple[Block, ...]:
    picture = fan_picture(found)
    return (picture,) if picture else ()


def _groups(found: AheadFindings) -> tuple[Section, ...]:
    known = [one for one in found.groups if isinstance(one.outlook.forecast, Forecast)]
    if not known:
        return ()
    return (
        Section(
            "The year ahead, by offence group",
            "looking-ahead-groups",
            (
                group_table(found),
                Paragraph(
                    join([_rules(found), *_tried(found), *_whole_tried(found), *_breaks(found)])
                ),
                *quarter_table(found),
                rule_table(found),
                Note(
                    NoteKind.CAUTION,
                    say(
                        "A forecast knows the past of a count and nothing else: not what is "
                        "planned, nor what will be recorded otherwise."
                    ),
                ),
            ),
        ),
    )


def _rules(found: AheadFindings) -> Text:
    """Which rule was chosen how often, and how the seasonal naive did."""
    made = [one.outlook.forecast for one in (found.whole, *found.groups)]
    forecasts = [one for one in made if isinstance(one, Forecast)]
    rules = [one.method for one in forecasts]
    most = max(dict.fromkeys(rules), key=rules.count)
    tried = [one for one in forecasts if one.backtest.origins]
    naive = rules.count(NAIVE)
    opening = say(
        "Seven rules were tried, each fitted to the first months and asked from every month after "
        "them; {rule} served {n} of the {of} series best"
        if tried
        else "There are too few months to try a rule here, so that all {of} series take the one "
        "that was best for all partnerships: {rule}",
        rule=f"“{most}”",
        n=in_words(rules.count(most)),
        of=in_words(len(forecasts)),
    )
    if not tried:
        return opening + "."
    opening += ", which says that the year ahead will be like the last" if most == STEADY else ""
    return (
        opening
        + (f", and “{NAIVE}”, the plainest, {in_words(naive)}." if naive else f", “{NAIVE}” none.")
        + _behind_the_directions(found)
    )


def _behind_the_directions(found: AheadFindings) -> str:
    """The rule of each group that is said to rise or fall, where its latest months weigh most.

    A few odd months can then make a direction: who reads it has to know.
    """
    told = [
        f"{one.offence.lower()} is “{one.outlook.forecast.method}”"
        for one in found.groups
        if one.offence
        and isinstance(one.outlook.forecast, Forecast)
        and one.outlook.forecast.direction is not Direction.NOT_CLEAR
        and one.outlook.forecast.method in LATEST_WEIGH_MOST
    ]
    if not told:
        return ""
    return (
        f" The rule for {listed(told)}, which leans on the latest months: if these were recorded "
        "otherwise, what is expected follows them."
    )


def _tried(found: AheadFindings) -> list[Text]:
    tried = next(
        (one.outlook.tried for one in (*found.groups, found.whole) if one.outlook.tried), None
    )
    if tried is None:
        return []
    return [
        say(
            "Of {n} forecasts of a group's year made so for partnerships in England and Wales, "
            "{held} came true within the 95% range, and {of_forces} of {forces} for police forces "
            "since 2015, the pandemic among them. Beyond twelve months nothing was tried.",
            n=whole(tried.partnerships),
            held=percent(tried.held),
            of_forces=percent(tried.held_of_forces),
            forces=whole(tried.forces),
        )
    ]


def _whole_tried(found: AheadFindings) -> list[Text]:
    """How the range of all crime did, which is not that of one group."""
    tried = found.whole.outlook.tried
    if tried is None:
        return []
    return [
        say(
            "All crime's own range held for {held} {n} partnerships in a calm year, and for "
            "{of_forces} of forces since 2015: it is wide on purpose.",
            held="every one of"
            if tried.held.number == 100
            else say("{p} of", p=percent(tried.held)),
            n=whole(tried.partnerships),
            of_forces=percent(tried.held_of_forces),
        )
    ]


def _breaks(found: AheadFindings) -> list[Text]:
    """Groups that have no forecast by themselves and are still inside the whole."""
    if not found.breaks or isinstance(found.whole.outlook.forecast, NotKnown):
        return []
    told = [
        f"{group.lower()}, whose counting changed in {month.label}" for month, group in found.breaks
    ]
    return [say("All recorded crime holds {groups}.", groups=listed(told))]

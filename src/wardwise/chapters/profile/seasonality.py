"""Seasonality: the months that run high and low, if a test finds a season at all."""

from __future__ import annotations

from wardwise.chapters.profile.beside_words import write_hours_beside
from wardwise.chapters.profile.current_situation import stands_for_it
from wardwise.chapters.profile.findings import OwnCounts, Profile, Situation
from wardwise.chapters.profile.incidents import calls_of
from wardwise.chapters.profile.own_words import in_words_of
from wardwise.chapters.profile.pictures import (
    Leading,
    has_map_first,
    leading_picture,
    season_picture,
)
from wardwise.chapters.profile.words import group_words
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import in_words
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.hour_blocks import hours_picture
from wardwise.figures.hour_words import hour_words
from wardwise.figures.season_words import season_words
from wardwise.figures.seasons import Season, season


def analyse_season(
    desk: Desk, candidate: Candidate, situation: Situation | NotKnown
) -> Season | NotKnown:
    """The month index of the group, where the group may stand for the offence."""
    if isinstance(situation, NotKnown):
        return NotKnown("nobody has counted it by month")
    if not stands_for_it(candidate, situation.share):
        return NotKnown("no source that is held counts it by month on its own")
    return season(desk, area=desk.area, offence=candidate.group)


def write_season(profile: Profile) -> tuple[Block, ...]:
    """The season, or that none is to be seen and what could be missed."""
    found = profile.season
    blocks: list[Block] = [Paragraph(_said(profile))]
    if isinstance(found, Season) and found.is_seasonal:
        picture = season_picture(profile, found)
        if leading_picture(profile) is not Leading.SEASON:
            blocks.append(picture)
        elif picture.table and has_map_first(profile):
            blocks.append(picture.table)  # the picture beside the map carries the map's numbers
    return (*blocks, *_hours(profile), *write_hours_beside(profile))


def _hours(profile: Profile) -> tuple[Block, ...]:
    """Hour by weekday, where a partner's extract tells the time."""
    for found in (profile.people, calls_of(profile)):
        if isinstance(found, NotKnown) or isinstance(found.hours, NotKnown):
            continue
        what = found.called(profile.reading.plural)
        name = f"profile-{profile.slug}-hours"
        picture = hours_picture(found.hours, found.crimes, name=name, what=what, of=profile.name)
        return Paragraph(hour_words(what, found.hours)), picture
    return ()


def _said(profile: Profile) -> Text:
    found = profile.season
    if isinstance(found, NotKnown):
        return _not_known(profile, found)
    if isinstance(found.index, NotKnown):
        return say("Whether there is a season is not known: {why}.", why=found.index.reason)
    words = season_words(profile.counted, found, found.index)
    if not isinstance(profile.own, OwnCounts):
        return words
    return words + say(" The months are those of {whose}.", whose=in_words_of(profile.own.source))


def _not_known(profile: Profile, found: NotKnown) -> Text:
    situation = profile.situation
    if isinstance(situation, NotKnown) or situation.share is None:
        return say("Not known: {why}.", why=found.reason)
    return say(
        "Not known: {why}. The season of {group} would be that of the other offences in it, of "
        "which there are {rest}.",
        why=found.reason,
        group=group_words(profile.group),
        rest=_rest(situation.share),
    )


def _rest(share: Figure) -> str:
    if share.status != "known":
        return "an unknown part"
    tenths = round((100 - share.number) / 10)
    return f"{in_words(tenths)} in ten" if tenths < 10 else "almost all"

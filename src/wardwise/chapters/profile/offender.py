"""Offender profile: what became of the records, and what has to be asked for."""

from __future__ import annotations

from wardwise.chapters.profile.beside_words import write_named_beside
from wardwise.chapters.profile.current_situation import stands_for_it
from wardwise.chapters.profile.findings import Ending, Profile, Situation
from wardwise.chapters.profile.people_parts import write_named
from wardwise.chapters.profile.reading import OFFENDER
from wardwise.chapters.profile.words import capital, during, with_limits
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.domain.evidence import NotHeld
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.outcome_shares import OutcomeAsked, outcome_period, outcome_share_figure
from wardwise.figures.themes import Theme


UNSOLVED, CHARGED = "No suspect identified", "Charged or summonsed"
NOT_PROSECUTED = "Suspect not prosecuted"
WITHOUT_NAMES = "are counted, which name nobody"


def analyse_endings(
    desk: Desk, candidate: Candidate, situation: Situation | NotKnown
) -> tuple[Ending, ...] | NotKnown:
    """Shares of records with no suspect, with one not prosecuted, and charged."""
    outcomes, group = desk.evidence.outcomes, candidate.group
    if group == ANTI_SOCIAL_BEHAVIOUR:
        return NotKnown("incidents are not crimes, and have no outcome")
    if isinstance(candidate.theme, Theme) and not candidate.theme.is_crime:
        return NotKnown(f"{candidate.theme.plural} {WITHOUT_NAMES}")
    if isinstance(outcomes, NotHeld):
        return NotKnown(f"it needs {outcomes.what}, from {outcomes.from_whom}")
    if isinstance(situation, NotKnown) or group is None or group not in outcomes.offences:
        return NotKnown("their outcomes are not published on their own")
    if not stands_for_it(candidate, situation.share):
        return NotKnown("their outcomes are not published on their own")
    period = outcome_period(desk, outcomes)
    if period is None:
        return NotKnown("no offence of it is old enough for its outcome to be known")
    shares = [
        Ending(
            name,
            outcome_share_figure(desk, outcomes, OutcomeAsked(desk.area, period, group, name)),
        )
        for name in (UNSOLVED, NOT_PROSECUTED, CHARGED)
    ]
    return tuple(one for one in shares if one.share.status == "known")


def write_offender(profile: Profile) -> tuple[Block, ...]:
    """What became of the records, who was named, and what would say the rest."""
    told = write_named(profile)
    need = profile.reading.needs[OFFENDER]
    if told and isinstance(profile.endings, NotKnown):
        became = say("What became of these offences: {why}.", why=profile.endings.reason)
        return (*told, Note(NoteKind.MISSING, became))
    if told:
        return (*_became(profile), *told)
    return (
        Paragraph(_said(profile)),
        *((Paragraph(profile.returned[OFFENDER]),) if OFFENDER in profile.returned else ()),
        *write_named_beside(profile),
        Note(
            NoteKind.MISSING,
            say(
                "{what}, from {whom}. It would tell {tells}.",
                what=f"Still missing: {need.still_needed}"
                if OFFENDER in profile.returned
                else capital(need.needed),
                whom=need.held_by,
                tells=need.tells,
            ),
        ),
    )


def _became(profile: Profile) -> tuple[Paragraph, ...]:
    """What became of the records, where an extract goes on to describe who was named."""
    if isinstance(profile.endings, NotKnown) or not _ends(profile.endings):
        return ()
    return (Paragraph(_said(profile, described=True)),)


def _ends(endings: tuple[Ending, ...]) -> bool:
    return {UNSOLVED, CHARGED} <= {one.outcome for one in endings}


def _said(profile: Profile, *, described: bool = False) -> Text:
    """``described`` where people are told of beneath, so that nothing is said to be unknown."""
    endings = profile.endings
    if isinstance(endings, NotKnown):
        if endings.reason.endswith(WITHOUT_NAMES):
            return say("Who is responsible is not in the file: {why}.", why=endings.reason)
        return say("Open data do not say who is responsible: {why}.", why=endings.reason)
    if not _ends(endings):
        return say("Nothing in open data says who is responsible.")
    share = {one.outcome: one.share for one in endings}
    unsolved = share[UNSOLVED]
    opening = (
        "Who is responsible is mostly not known to the police: in {unsolved} of the {group} "
        "recorded {period} no suspect was identified; {charged} ended in a charge or summons."
        if unsolved.number >= 50
        else "A suspect is known more often than not{undescribed}: in {unsolved} of the {group} "
        "recorded {period} none was identified; {charged} ended in a charge or summons."
    )
    return say(
        opening,
        undescribed="" if described else ", and open data do not describe them",
        unsolved=with_limits(percent(unsolved, 0), 0, "%"),
        group=profile.counted,
        period=during(unsolved.period),
        charged=with_limits(percent(share[CHARGED], 0), 0, "%"),
    )

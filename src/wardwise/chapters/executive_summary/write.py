"""The page: what was recorded, what is proposed, what changed, how sure, what is not known."""

from __future__ import annotations

from wardwise.chapters.executive_summary.chosen import TRUST, Findings, chosen
from wardwise.chapters.executive_summary.later import published_later
from wardwise.chapters.executive_summary.linked import linked
from wardwise.chapters.executive_summary.priorities import priorities_table
from wardwise.chapters.executive_summary.room import room_for
from wardwise.document.blocks import Bullets, Headline, Note, NoteKind, Paragraph
from wardwise.document.phrases import changed, listed, verdict_of
from wardwise.document.section import Block, Section
from wardwise.document.text import Number, Text, say
from wardwise.document.words import decimal, in_words, percent, signed_percent, whole
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import change_figure, groups_that_break
from wardwise.figures.desk import Desk
from wardwise.figures.held_part import told_with, too_little_held
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure
from wardwise.figures.threats import threats_found
from wardwise.threats.evidence import CandidateKind


def executive_summary(desk: Desk, findings: Findings) -> Section:
    """One page that could stand alone. ``findings`` are the key findings of each chapter."""
    opening = (*_opening(desk), *_told(published_later(desk)), priorities_table(desk))
    doubts = (
        Note(NoteKind.CAUTION, _trust(desk, findings)),
        Note(NoteKind.MISSING, _not_known(desk)),
    )
    told = chosen(findings)
    fits = room_for(told, title=_title(desk), beside=(*opening, *doubts))
    return Section(
        title="Executive summary",
        anchor="summary",
        new_page=True,
        blocks=(*opening, *_stands_out(told[:fits]), *doubts),
    )


def _title(desk: Desk) -> str:
    """The paper's title, or one as long as it will have."""
    return desk.settings.document.title or f"Strategic assessment for {desk.area.name}"


def _stands_out(told: tuple[KeyFinding, ...]) -> tuple[Block, ...]:
    if not told:
        return ()
    heading = Paragraph(say("What stands out in the evidence:"))
    return heading, Bullets(tuple(linked(one) for one in told))


def _opening(desk: Desk) -> tuple[Block, ...]:
    total = offences_figure(desk, area=desk.area, period=desk.latest, offence=None)
    rate = rate_figure(desk, area=desk.area, period=desk.latest, offence=None)
    change = change_figure(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence=None
    )
    proposed = len(threats_found(desk).assessment.proposed)
    short = too_little_held(desk, None) if change.status == "known" else None
    answer = say(
        "Recorded crime in {place} {changed}{held}.{counting} {n} {noun} proposed.",
        place=desk.area.name,
        changed=_briefly(change),
        held=say(", {told}", told=told_with(short)) if short else "",
        counting=_counting(desk, change),
        n=in_words(proposed).capitalize(),
        noun="priority is" if proposed == 1 else "priorities are",
    )
    return (
        Paragraph(answer, lead=True),
        Headline(
            (
                (whole(total), say("offences, {period}", period=desk.latest.label)),
                (decimal(rate), say("for every 1,000 residents")),
                (signed_percent(change), say(f"on the year before: {verdict_of(change)}")),
            )
        ),
    )


def _told(later: Text | None) -> tuple[Block, ...]:
    return (Paragraph(later),) if later else ()


def _briefly(change: Figure) -> Text:
    """The verdict; its size stands in the line beneath."""
    verdict = verdict_of(change)
    if verdict in (Verdict.ROSE, Verdict.FELL):
        return changed(change)
    if verdict is Verdict.NO_CLEAR_CHANGE:
        return say("shows no clear change on the year before")
    return say("cannot be compared with the year before")


def _counting(desk: Desk, change: Figure) -> str:
    """That a group inside the total is counted otherwise now, where the total is said to move."""
    groups = groups_that_break(desk, period=desk.latest, before=desk.before)
    if not groups or verdict_of(change) not in (Verdict.ROSE, Verdict.FELL):
        return ""
    verb = "is" if len(groups) == 1 else "are"
    names = listed([name.lower() for name in groups])
    return f" Part of that may be counting: {names} {verb} now counted differently."


def _trust(desk: Desk, findings: Findings) -> Text:
    """Whether the year is complete, how it agrees with what is published, what has no place."""
    total = offences_figure(desk, area=desk.area, period=desk.latest, offence=None)
    problem = desk.evidence.completeness.problem(desk.latest)
    if isinstance(total.value, NotKnown):
        problem = problem or total.value.reason
    text = (
        say("For {year} {problem}.", year=desk.latest.label, problem=problem)
        if problem
        else say("No month of the year is known to be missing.") + _year_before(desk)
    )
    for one in findings.get(TRUST, ())[:1]:
        text = text + " " + linked(one)
        if one.figures and one.figures[0].status == "known" and one.figures[0].number > 100:
            text = text + " It can hold more: offences are cancelled or moved later."
        for figure in one.figures:
            if figure.detail == "no LSOA" and figure.status == "known":
                text = text + " " + _no_place(desk, figure)
    return text


def _year_before(desk: Desk) -> Text:
    """Why nothing is compared, where that is for want of the year before."""
    earlier = offences_figure(desk, area=desk.area, period=desk.before, offence=None)
    if not isinstance(earlier.value, NotKnown):
        return say("")
    return say(" The year before is not known: {why}.", why=Number(earlier.value.reason, earlier))


def _no_place(desk: Desk, share: Figure) -> Text:
    """What records without a place mean here; counts by area cannot tell whose they are."""
    if share.area == desk.evidence.place.force:
        return say(
            "Of the records of {force} {share} have no place and are given to nobody.",
            force=share.area.name,
            share=percent(share),
        )
    return say(
        "Records that police could not place are in no area's count: how many are {place}'s is "
        "not known. Over {country} it is {share}.",
        place=desk.area.name,
        country=share.area.name,
        share=percent(share),
    )


def _not_known(desk: Desk) -> Text:
    missing = [
        one.evidence
        for one in threats_found(desk).assessment.candidates
        if not one.evidence.is_counted
    ]
    if not missing:
        return say("Every candidate is counted; offenders and victims are not.")
    themes = [one.name.lower() for one in missing if one.kind is CandidateKind.THEME]
    others = [one.name.lower() for one in missing if one.kind is not CandidateKind.THEME]
    is_open = isinstance(desk.evidence.recorded_people, NotHeld)
    told = say(
        "Open data say nothing of offenders and victims."
        if is_open
        else "Of offenders and victims only what was reported and found out is known."
    )
    if others:  # recorded, but not for the whole of the year
        told = say("The count of {names} in the year is not known. ", names=listed(others)) + told
    if themes:
        names = listed(themes)
        uncounted = (
            say("Nobody has supplied a count of {names}. ", names=names)
            if is_open
            else say("Not scored, for want of a count: {names}. ", names=names)
        )
        told = uncounted + told
    return told

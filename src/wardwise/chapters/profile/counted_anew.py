"""What a change in counting does to a profile's change: beside it, in the same place."""

from __future__ import annotations

from wardwise.chapters.profile.findings import CountedAnew, Profile, Situation
from wardwise.document.blocks import Note, NoteKind
from wardwise.domain.figure import Figure
from wardwise.figures.baselining import baselining, baselining_words
from wardwise.figures.bridged import bridge_words, bridges
from wardwise.figures.desk import Desk
from wardwise.figures.recording import recording_effects, recording_words


def counted_anew(desk: Desk, offence: str | None, *changes: Figure) -> CountedAnew:
    """Of each change that the profile tells: what recording alone would do, what is waited for."""
    once = {figure.figure_id: figure for figure in changes}.values()
    return CountedAnew(
        recording=tuple(
            effect
            for change in once
            if change.comparison
            for effect in recording_effects(desk, change, change.comparison.baseline_period)
        ),
        bridges=tuple(bridge for change in once for bridge in bridges(desk, change)),
        baselining=baselining(desk, offence),
    )


def counted_anew_notes(profile: Profile, situation: Situation) -> tuple[Note, ...]:
    """One note for each; none where nothing is known to have changed."""
    found = situation.counted_anew
    told = [
        *(recording_words(effect) for effect in found.recording),
        *(bridge_words(bridge) for bridge in found.bridges),
    ]
    if found.baselining is not None:
        told.insert(0, baselining_words(found.baselining, profile.months_period.last))
    return tuple(Note(NoteKind.CAUTION, text) for text in told)

"""People in two roles, and people suspected of one offence together."""

from __future__ import annotations

from wardwise.chapters.profile.words import with_limits
from wardwise.document.text import Text, say
from wardwise.document.words import percent
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_found import PeopleFound


def together_words(found: PeopleFound) -> Text | None:
    """Suspects of one offence together, and suspects who are victims too."""
    said = [text for text in (_together(found), _harmed_too(found)) if text]
    return Text(tuple(span for text in said for span in (*text.spans, " "))[:-1]) if said else None


def _harmed_too(found: PeopleFound) -> Text | None:
    figure = found.harmed_too
    if isinstance(figure, NotKnown) or figure.status != "known" or figure.number == 0:
        return None
    return say(
        "Of the people suspected, {share} were themselves harmed by some crime in the same year.",
        share=with_limits(percent(figure), 1, "%"),
    )


def _together(found: PeopleFound) -> Text | None:
    figure = found.together
    if isinstance(figure, NotKnown) or figure.status != "known":
        return None
    if figure.number == 0:
        return say("No offence has two suspects who are both identified.")
    return say(
        "Of the offences for which anybody is named, {share} have two suspects or more.",
        share=with_limits(percent(figure), 1, "%"),
    )


def both_words(found: PeopleFound) -> Text | None:
    """Victims who were suspected of something too."""
    figure = found.overlap
    if isinstance(figure, NotKnown) or figure.status != "known":
        return None
    if figure.number == 0:
        return say("None of the victims was suspected of a crime in the same year.")
    return say(
        "Of the victims, {share} were suspected of some crime in the same year.",
        share=with_limits(percent(figure), 1, "%"),
    )

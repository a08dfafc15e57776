"""Recommendations: provisional, each from a finding, to a partner by role."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Found, Profile, Recommended
from wardwise.chapters.profile.reading import Reading
from wardwise.chapters.profile.words import capital
from wardwise.document.blocks import Paragraph, Recommendation
from wardwise.document.section import Block
from wardwise.document.text import say
from wardwise.document.words import in_words


MOST = 4


def recommendations(reading: Reading, findings: tuple[Found, ...]) -> tuple[Recommended, ...]:
    """One step for each finding that calls for one, in the order of the findings."""
    steps: dict[str, Recommended] = {}
    for found in findings:
        response = reading.responses.get(found.occasion)
        if response is None:
            continue
        told = steps.get(response.action)
        cited = (*(told.findings if told else ()), found.finding.finding_id)
        steps[response.action] = Recommended(response.action, response.to, cited)
    return tuple(steps.values())[:MOST]


def write_recommendations(profile: Profile) -> tuple[Block, ...]:
    """What could be done, for people to decide."""
    return (
        Paragraph(say("{n}, in the order of the findings above.", n=_how_many(profile))),
        *(
            Recommendation(say("{action}", action=one.action), one.findings, one.to)
            for one in profile.recommendations
        ),
    )


def _how_many(profile: Profile) -> str:
    number = len(profile.recommendations)
    return f"{capital(in_words(number))} first step{'' if number == 1 else 's'}"

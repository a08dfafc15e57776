"""Recommendations: provisional, each from a finding, to a partner by role."""

from __future__ import annotations

from wardwise.chapters.profile.findings import Found, Profile, Recommended
from wardwise.chapters.profile.reading import Reading
from wardwise.document.blocks import Paragraph, Recommendation
from wardwise.document.section import Block
from wardwise.document.text import say


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
        Paragraph(say("First steps only. People decide, and may know more than these data do.")),
        *(
            Recommendation(say("{action}", action=one.action), one.findings, one.to)
            for one in profile.recommendations
        ),
    )

"""What the police recorded beside what the hospital saw, and which of the two moved."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.findings import Emergency, Police
from wardwise.document.phrases import during, verdict_of
from wardwise.document.text import Text, join, say
from wardwise.document.words import whole
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict


APART = (
    "The two are not the same thing, and neither is a part of the other: the hospital counts "
    "people who came to be treated, whether or not anybody told the police, and the police count "
    "offences that reached them. So no share is made of them."
)
NO_TEST = "That is no sign that the two part ways: the limits of their changes overlap."
ALONE = (
    "Only the hospital's count moved beyond chance.",
    "Only the count of the police moved beyond chance.",
)
BOTH = {
    (Verdict.ROSE, Verdict.ROSE): "Both rose.",
    (Verdict.FELL, Verdict.FELL): "Both fell.",
    (Verdict.ROSE, Verdict.FELL): "The hospital's count rose while that of the police fell: ask "
    "whether fewer of those who are hurt tell the police.",
    (Verdict.FELL, Verdict.ROSE): "The hospital's count fell while that of the police rose: ask "
    "whether more is told or recorded of what happens.",
    (Verdict.ROSE, Verdict.NO_CLEAR_CHANGE): ALONE[0],
    (Verdict.FELL, Verdict.NO_CLEAR_CHANGE): ALONE[0],
    (Verdict.NO_CLEAR_CHANGE, Verdict.ROSE): ALONE[1],
    (Verdict.NO_CLEAR_CHANGE, Verdict.FELL): ALONE[1],
    (Verdict.NO_CLEAR_CHANGE, Verdict.NO_CLEAR_CHANGE): "Neither moved beyond chance.",
}
"""Verdict on the hospital's count, and on that of the police → which moved."""


def beside(found: Emergency, police: Police) -> Text:
    """The count of the police in the same months, that it is another thing, and which moved."""
    told = say(
        "The police recorded {n} {what} {period}; that number {changed}.",
        n=whole(police.count),
        what=police.plural,
        period=during(police.count.period),
        changed=how_changed(found.service, police.change),
    )
    which = BOTH.get((verdict_of(found.service.change), verdict_of(police.change)))
    alone = which in ALONE and _overlap(found.service.change, police.change)
    words = [*([which] if which else []), *([NO_TEST] if alone else []), APART]
    return join([told, *(say(one) for one in words)])


def _overlap(one: Figure, other: Figure) -> bool:
    """Whether the limits of two changes have a value in common."""
    if one.interval is None or other.interval is None:
        return False
    first, second = sorted((one.interval, other.interval), key=lambda limits: limits.lower)
    return second.lower <= first.upper

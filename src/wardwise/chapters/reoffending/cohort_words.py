"""A cohort in words: who, when they entered, for how long they were followed."""

from __future__ import annotations

from wardwise.document.initials import small
from wardwise.document.text import Text, say
from wardwise.document.words import rounded, whole
from wardwise.domain.returns import CohortWords
from wardwise.figures.cohorts import Followed


def cohort_text(found: Followed) -> Text:
    """``160 followed for 12 months (children dealt with, January 2024 to March 2024)``."""
    words = found.words
    if words is None:
        return say("a cohort that the return does not describe")
    return say(
        "{n} followed for {months} months{waited} ({who}, {entered})",
        n=whole(found.people.count),
        months=rounded(words.follow_up_months, 0),
        waited=_waited(words),
        who=small(words.who),
        entered=words.entered.label,
    )


def followed_for(words: CohortWords | None) -> str:
    """How long they were followed, and whether time was added for proof."""
    if words is None:
        return "not said"
    return f"{rounded(words.follow_up_months, 0)} months{_waited(words)}"


def _waited(words: CohortWords) -> str:
    if words.waiting_months is None:
        return ""
    return f" and {rounded(words.waiting_months, 0)} more for proof"

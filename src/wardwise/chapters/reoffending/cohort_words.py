"""A cohort in words: who, when they entered, for how long they were followed."""

from __future__ import annotations

from wardwise.document.phrases import during
from wardwise.document.text import Text, say
from wardwise.document.words import rounded, whole
from wardwise.domain.returns import CohortWords
from wardwise.figures.cohorts import Followed


def cohort_text(found: Followed) -> Text:
    """``the 160 children dealt with from January to March 2024, followed for 12 months``."""
    words = found.words
    if words is None:
        return say("a cohort that the return does not describe")
    return say(
        "{n} ({who} {entered}, followed for {months} months{waited})",
        n=whole(found.people.count),
        who=words.who[:1].lower() + words.who[1:],
        entered=during(words.entered),
        months=rounded(words.follow_up_months, 0),
        waited=_waited(words),
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

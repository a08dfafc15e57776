"""How sure a change is, by the word of its test."""

from __future__ import annotations

from wardwise.domain.finding import Sureness
from wardwise.domain.verdict import Verdict


SURE = {
    Verdict.ROSE: (Sureness.HIGH, "the interval of the change leaves out nought"),
    Verdict.FELL: (Sureness.HIGH, "the interval of the change leaves out nought"),
    Verdict.NO_CLEAR_CHANGE: (
        Sureness.MODERATE,
        "a change too small for the test to see is not ruled out",
    ),
}

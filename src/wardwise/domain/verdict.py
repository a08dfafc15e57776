"""The only words we have for a change. They come from a test."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What the test allows us to say."""

    ROSE = "rose"
    FELL = "fell"
    NO_CLEAR_CHANGE = "no clear change"
    NOT_COMPARABLE = "not comparable"

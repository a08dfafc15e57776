"""What an indicator counts, which way is better, what a target can be, who a pack is for."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """What the value is."""

    COUNT = "count"
    RATE = "rate"
    SHARE = "share"
    VALUE = "value"


KINDS = (
    (Kind.COUNT, "A count: so many events"),
    (Kind.RATE, "A rate: events for so many residents, households or places"),
    (Kind.SHARE, "A share: so many cases of all, in percent"),
    (Kind.VALUE, "Another value: days, pounds, a score"),
)


class Better(StrEnum):
    """Which way is better."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


BETTER = (
    (Better.LOWER, "Lower is better"),
    (Better.HIGHER, "Higher is better"),
    (Better.NEITHER, "Not agreed: either can be good"),
)


class Every(IntEnum):
    """How often it is read. Unit: months."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12

    @property
    def word(self) -> str:
        """``quarter``."""
        return self.name.lower()


class Aim(StrEnum):
    """What a target can be."""

    ABSOLUTE = "absolute"
    PERCENT = "percent change"
    RATE = "rate"
    MAINTAIN = "maintain"
    PEERS = "peer position"
    STRETCH = "stretch"
    NONE = "none, by design"


AIMS = (
    (Aim.ABSOLUTE, "So many in the year"),
    (Aim.PERCENT, "So many percent up or down on the baseline"),
    (Aim.RATE, "A rate, a share or another level by the end of the year"),
    (Aim.MAINTAIN, "As good as the baseline"),
    (Aim.PEERS, "A place among similar partnerships, 1 the highest rate"),
    (Aim.STRETCH, "A base target and a stretch beyond it"),
    (Aim.NONE, "None, by design"),
)
WITH_VALUE = (Aim.ABSOLUTE, Aim.PERCENT, Aim.RATE, Aim.PEERS, Aim.STRETCH)


class Audience(StrEnum):
    """Who a pack is made for."""

    BOARD = "board"
    SCRUTINY = "scrutiny"
    PUBLIC = "public"


class PackKind(StrEnum):
    """What is made once and kept: a quarter's pack, or the year's plan as it was approved."""

    QUARTER = "quarter"
    PLAN = "annual plan"


class PackState(StrEnum):
    """A pack is asked for, made, and then given out; it is never changed."""

    ASKED = "asked for"
    MADE = "made"
    CIRCULATED = "circulated"
    FAILED = "failed"

"""The words of a horizon scan, and what each means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Area(StrEnum):
    """PESTELO: where a change comes from."""

    POLITICAL = "political"
    ECONOMIC = "economic"
    SOCIAL = "social"
    TECHNOLOGICAL = "technological"
    ENVIRONMENTAL = "environmental"
    LEGAL = "legal"
    ORGANISATIONAL = "organisational"


@dataclass(frozen=True)
class Band:
    """A likelihood in words, the band that it stands for, and the middle used for scoring.

    ``lowest`` and ``highest`` in per cent. The gaps between the bands are on purpose: nobody
    should have to choose between two words for one number.
    """

    word: str
    lowest: int
    highest: int

    @property
    def middle(self) -> float:
        """Unit: probability."""
        return (self.lowest + self.highest) / 200

    @property
    def label(self) -> str:
        """The word with its band."""
        return f"{self.word} ({self.lowest} to {self.highest}%)"


# The probability yardstick of the Professional Head of Intelligence Assessment, as it is
# commonly given; the wording was not checked against its publisher
YARDSTICK = (
    Band("remote chance", 0, 5),
    Band("highly unlikely", 10, 20),
    Band("unlikely", 25, 35),
    Band("realistic possibility", 40, 50),
    Band("likely", 55, 75),
    Band("highly likely", 80, 90),
    Band("almost certain", 95, 100),
)
BANDS = {band.word: band for band in YARDSTICK}


class When(StrEnum):
    """How far ahead."""

    THIS_YEAR = "within a year"
    THREE_YEARS = "one to three years"
    LATER = "more than three years"


class Outcome(StrEnum):
    """What became of it."""

    HAPPENED = "happened"
    DID_NOT = "did not happen"
    PARTLY = "partly"  # told, and not scored: there is no honest yes or no
    OPEN = "not over yet"

"""What is planted in the data, and how large."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from wardwise.domain.period import Month, Period


FIRST_MONTH, LAST_MONTH = Month(2023, 4), Month(2026, 9)
LATEST_YEAR = Period.ending(LAST_MONTH)

RISE = "Vehicle crime"
RECORDING = "Public order"
SEASON = "Bicycle theft"
HOT = "Burglary"
NOTHING = "Other theft"
EVEN = "Criminal damage and arson"
"""Each month's are dealt out over the places by their usual shares: no place has a month of its
own, so that nothing is nearer in time for being near in place."""

RECORDING_CHANGED = Month(2025, 12)
HOT_WARD = "Kilnfield"
PEAK_MONTH = 7

INCOMPLETE = Period(Month(2023, 7), Month(2023, 9))
"""The quarter of which the force published too little."""
INCOMPLETE_SHARE = 0.88

EARLIER_EXTRACT = Period(Month(2023, 10), Month(2024, 3))
SHORT_MONTH = Month(2023, 12)
"""The month of which the later extract holds over 5% less than the earlier one."""
SHORT_SHARE = 0.91


class Size(StrEnum):
    """How large a planted truth is."""

    NONE = "none"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


# Multipliers of the expected count; for the season, how far the peak is above the average day;
# for the ward, its rate in multiples of the other wards'
RISE_BY = {Size.NONE: 1.0, Size.SMALL: 1.20, Size.MEDIUM: 1.30, Size.LARGE: 1.50}
RECORDING_BY = {Size.NONE: 1.0, Size.SMALL: 1.15, Size.MEDIUM: 1.30, Size.LARGE: 1.50}
SEASON_BY = {Size.NONE: 0.0, Size.SMALL: 0.25, Size.MEDIUM: 0.40, Size.LARGE: 0.55}
FALL_BY = {Size.NONE: 0.0, Size.SMALL: 0.25, Size.MEDIUM: 0.55, Size.LARGE: 0.70}
"""Share of the offences of an initiative's area that it prevents, or moves next door."""
HOT_BY = {Size.NONE: None, Size.SMALL: 2.0, Size.MEDIUM: 2.5, Size.LARGE: 3.5}


@dataclass(frozen=True)
class Truths:
    """The size of each planted truth. The planted nothing is always there."""

    rise: Size = Size.MEDIUM
    recording: Size = Size.MEDIUM
    season: Size = Size.MEDIUM
    hot_ward: Size = Size.MEDIUM
    initiatives: Size = Size.MEDIUM

    @classmethod
    def all_of(cls, size: Size) -> Truths:
        """Every truth at one size."""
        return cls(rise=size, recording=size, season=size, hot_ward=size, initiatives=size)

    def written(self, *, seed: int) -> dict[str, object]:
        """As ``truth.json`` holds it: what a reader of the assessment should find, and why."""
        return {
            "seed": seed,
            "sizes": asdict(self),
            "first_month": str(FIRST_MONTH),
            "last_month": str(LAST_MONTH),
            "rise": self._rise(),
            "recording": {
                "offence": RECORDING,
                "area": "Midshire Police",
                "from_month": str(RECORDING_CHANGED),
                "multiplied_by": RECORDING_BY[self.recording],
                "expected_words": "not comparable",
            },
            "season": {
                "offence": SEASON,
                "peak_month": PEAK_MONTH,
                "peak_above_average": SEASON_BY[self.season],
            },
            "hot_ward": {
                "offence": HOT,
                "ward_name": HOT_WARD,
                "times_the_other_wards_rate": HOT_BY[self.hot_ward],
            },
            "nothing": {"offence": NOTHING, "expected_words": "no clear change"},
            "no_near_repeats": {"offence": EVEN},
            **_always_planted(),
        }

    def _rise(self) -> dict[str, object]:
        return {
            "offence": RISE,
            "area": "Exampleshire",
            "period_start": str(LATEST_YEAR.first),
            "period_end": str(LATEST_YEAR.last),
            "multiplied_by": RISE_BY[self.rise],
            "expected_words": "rose" if self.rise is not Size.NONE else "no clear change",
        }


def _always_planted() -> dict[str, object]:
    """Faults of the evidence itself, which no size changes."""
    return {
        "incomplete": {
            "period_start": str(INCOMPLETE.first),
            "period_end": str(INCOMPLETE.last),
            "share_held": INCOMPLETE_SHARE,
        },
        "later_extract_short": {"month": str(SHORT_MONTH), "share_held": SHORT_SHARE},
    }


DEFAULT = Truths()

"""What is planted about people and times in the partners' files, and how large."""

from __future__ import annotations

import datetime

from wardwise.domain.period import Month, Period


PERIOD = Period(Month(2023, 10), Month(2026, 9))
"""The 36 months of the partners' files."""
LAST_DAY = datetime.date(2026, 9, 30)

KEY_AGE = 14
KEY_AGE_TIMES = 2.4
"""How many times what its neighbours lead one to expect, for victims of violence and suspects."""
YOUNGEST_SUSPECT = 10
OFFENDING_PEAK = (26, 35)
"""Ages, both included, at which the rate of suspects is highest, and level. Unit: years."""
VICTIM_PEAK = (20, 24)

DOMESTIC_REPEAT = 0.26
"""Share of victims of domestic abuse who are harmed so again within 365 days of the first."""
SUSPECT_REPEAT = {"violent": 0.24, "acquisitive": 0.34, "other": 0.12}
"""Share of suspects who are suspected of a crime of the same kind within 365 days."""
PROLIFIC = 0.07
"""Of those who come again, how many do so many times more; see FEW and MANY."""
FEW, MANY = 0.42, 0.96
"""Chance of one more after each further crime: of most, and of the prolific."""
REPEAT_DAYS = 95
"""Mean days to the next: half of the repeats come within two months. Unit: days."""

BOTH = 0.22
"""Share of suspects' identities that are taken from a victim of like age and sex, where found."""
OUTSIDERS = 0.12
"""Share of suspects whose home is in another district of the force."""
NEAR_REPEAT = 0.20
"""Share of burglaries of homes put within 14 days and about 100 m of one before, where it fits."""

WEEKEND_NIGHTS = 2.2
"""Multiple of Friday and Saturday nights, 20:00 to 04:00, over the same hours of other nights."""
UNKNOWN_HOUR = 0.04
"""Share of the crimes known to the minute whose hour is not known, which is written 00:00."""
NO_TIME = 0.01

ALCOHOL_FROM = Month(2025, 4)
"""A new crime system: from here on officers have to say whether alcohol was involved."""
FLAG_FILLED = {"before": 0.58, "after": 0.96}
"""How often alcohol and drugs are filled at all; of those filled the share is the same."""
CHILD_ABUSE, VULNERABLE_OLD, VULNERABLE = 0.55, 0.45, 0.16
"""Of violence against under-18s; of crimes against people of 75 and over; of others over 17."""
CODE_CHANGED = Month(2025, 4)
"""From here on assault without injury has another code in the force's list."""
WARDS_CHANGED = Month(2025, 5)
"""The council's wards before that month are other wards: one was two, and one was split."""

HISTORIC = 0.10
"""Share of sexual offences that are recorded years after, on the first of some month."""

ASB_REPEAT = {"police": 0.18, "council": 0.31}
"""Share of incidents, and of the council's cases, from somebody who had told of it before."""
ASB_VULNERABLE = {"police": 0.11, "council": 0.17}
"""Share from somebody marked as vulnerable."""
ASB_AGES = {"10-17": 0.24, "18-25": 0.19, "26-40": 0.27, "41-60": 0.22, "61 and over": 0.08}
ASB_TENURE = {"Council": 0.38, "Housing association": 0.21, "Private rented": 0.27, "Owner": 0.14}
ASB_FILLED = {"age": 0.62, "tenure": 0.88}
"""Of the person whom the council's case is about: age and tenure, and how often they are given."""

WORRIED_WARD, WORRIED_SHARE = "Mallowdown", 0.78
"""A ward with little crime whose people feel unsafe after dark; elsewhere they do by violence."""

TESTED = {"2023/24": (1840, 0.34), "2024/25": (1612, 0.39), "2025/26": (1376, 0.45)}
"""Drug tests on arrest of the year, and the share that was positive: fewer tests, no more drugs."""
REOFFENDED = {"adults": (420, 0.26, 0.25), "children": (160, 0.34, 0.31)}
"""People of a cohort; the share that reoffended; the share that was predicted."""


def written() -> dict[str, object]:
    """As ``truths.json`` holds what is planted."""
    names = [name for name in globals() if name.isupper()]
    return {name.lower(): _plain(globals()[name]) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, Period):
        return {"first": str(value.first), "last": str(value.last)}
    return value if isinstance(value, (int, float, dict, tuple)) else str(value)

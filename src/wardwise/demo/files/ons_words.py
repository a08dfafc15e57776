"""Headings and titles of the ONS workbook, with the spellings of the published one."""

from __future__ import annotations

from wardwise.demo.headlines import HEADLINES


LATER, BEFORE = "year ending June 2026", "year ending June 2025"
MADE_UP = "Every figure in this workbook is made up: Exampleshire does not exist."

FORCE_AREA = ("Area Code", "Area Name")
AREA = (
    "Police Force\n Area code",
    "Police Force\n Area name",
    "Community Safety\n Partnership code",
    "Community Safety\n Partnership name",
    "Local Authority\n code",
    "Local Authority name",
)
PEOPLE = (
    "Population figures\n (mid-2024) \n- rounded to 100",
    "Household figures\n (mid-2021)\n - rounded to 100",
)
RESIDENTIAL = list(HEADLINES).index("Residential burglary")
COUNTS = ("Total recorded crime\n (excluding fraud)", *list(HEADLINES)[1:])
COMBINED = (
    "Police Force Area name",
    "Community Safety Partnership name",
    "Local Authority code",
    "Local Authority name",
)

OPENING = (
    "Police recorded crime statistics are made up for the demonstration",
    "This worksheet contains one table. Some cells refer to notes on the notes worksheet.",
)
CLOSING = (
    "Link to Notes page",
    "Link to table of contents",
    "Source: Home Office - Police recorded crime",
)
UNAVAILABLE = "Some shorthand is used in this table.  [x] indicates data are unavailable."
SMALL = (
    "Some shorthand is used in this table. [u] indicates that a number is being suppressed as the "
    "data comes from a small base of less than 50. [x] indicates data are unavailable."
)
NOTES = (
    "Caution must be taken when interpreting small numbers of offences.",
    "Offences that cannot be allocated to a partnership are shown as 'Unassigned'.",
    "Midshire Police changed how it records public order offences in December 2025.",
)
FORCE_NOTES = (MADE_UP, "Fraud is not included.", "The sum of the made-up forces.")

_BY_FORCE = "by offence group and police force area, England and Wales,"
_BY_PARTNERSHIP = "by Community Safety Partnership area, England and Wales,"
TITLES = {
    "P1": f"Table P1:  Police recorded crime {_BY_FORCE} number of offences, {LATER} [note 1]",
    "P2": f"Table P2:  Police recorded crime {_BY_FORCE} percentage change, {LATER} compared with "
    f"{BEFORE} [note 1]",
    "P3": f"Table P3:  Police recorded crime {_BY_FORCE} rate of offences per 1,000 population, "
    f"{LATER} [note 1]",
    "P4": f"Table P4:  Police recorded crime {_BY_FORCE} number of offences, {BEFORE} [note1]",
    "C1": "Table C1: List of combined Local Authorities by Community Safety Partnership in "
    "England and Wales",
    "C2": f"Table C2: Number of police recorded crimes for headline offences {_BY_PARTNERSHIP} "
    f"{LATER} [note 1][note 2][note 3]",
    "C3": f"Table C3: Percentage change between recorded crimes for headline offences, "
    f"{_BY_PARTNERSHIP} for {BEFORE} and {LATER} [note 1]",
    "C4": f"Table C4:  Recorded crime rate per 1,000 population/households for headline offences, "
    f"{_BY_PARTNERSHIP} {LATER} [note 1]",
    "C5": f"Table C5:  Number of police recorded crimes for headline offences {_BY_PARTNERSHIP} "
    f"{BEFORE} [note 1][note 2][note 3]",
}


def rate_headings(by_household: str) -> tuple[str, ...]:
    """Headings of a table of rates: people first, residential burglary in both ways."""
    after = RESIDENTIAL + 1
    return (*PEOPLE, *COUNTS[:after], f"Residential burglary{by_household}", *COUNTS[after:])

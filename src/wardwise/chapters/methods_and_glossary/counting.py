"""Methods of counting: what a row is, where it belongs, what it is divided by."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.findings import Method
from wardwise.document.words import rounded
from wardwise.domain.quality import COMPLETE_FROM_PERCENT
from wardwise.figures.desk import Desk


HOUSE = "house rule"


def counting_methods(desk: Desk) -> tuple[Method, ...]:
    """Counts, completeness, repeats, geography, rates, shares, contributions."""
    measures = desk.settings.measures
    floor = rounded(COMPLETE_FROM_PERCENT, 0)
    level = rounded(measures.confidence_percent, 1).removesuffix(".0")
    small = rounded(measures.small_area_confidence_percent, 1)
    return (
        Method(
            "Count, with its range",
            "Offences in the months named, both ends included. The range is that of a count which "
            f"chance alone moves: {level}%, or {small}% in ward and neighbourhood tables, where "
            "many are looked at.",
            "Byar: c(1 − 1/9c − z/3√c)³ to (c+1)(1 − 1/9(c+1) + z/3√(c+1))³; exact under 10",
            "levels",
            "levels",
            "Breslow and Day 1987, volume II",
        ),
        Method(
            "Complete months",
            "Each quarter of the force is set against the Home Office count of recorded crime. "
            f"Below {floor}% it is incomplete: printed, marked, never compared. A month that is "
            "not held is not known and never nought.",
            "held ÷ Home Office count × 100",
            "how complete it is",
            "evidence-completeness",
            HOUSE,
        ),
        *_records(desk),
        Method(
            "Geography",
            "Neighbourhoods are those of 2021. Codes of 2011 are carried by the official lookup; "
            "where an area was split a record goes by its point, and without one is not located. "
            "A ward is the neighbourhoods that fit it best. Records with no place are the force's.",
            "",
            "records with no place",
            "evidence-not-located",
            "ONS, exact-fit and best-fit lookups",
        ),
        Method(
            "Rate",
            f"Offences for every 1,000 residents, or households, of Census "
            f"{desk.evidence.people.year}, whatever the crime year. Published rates use the "
            "publisher's own population.",
            "offences ÷ residents × 1,000",
            "the area and its people",
            "area-people",
            "ONS, police force area data tables",
        ),
        Method(
            "Share",
            "A part of a whole in percent. Shares of what could have been otherwise have a range; "
            "shares of everybody counted in the Census have none.",
            "(2p + z² ± z√(z² + 4p(n−p)/n)) ÷ 2(n + z²)",
            "",
            "",
            "Wilson 1927",
        ),
        Method(
            "Part of the total change",
            "How many points of the total's change each group makes. They add up to it.",
            "(after − before) of the group ÷ before of the total × 100",
            "what changed",
            "levels-changes",
            "arithmetic",
        ),
    )


def _records(desk: Desk) -> tuple[Method, ...]:
    """Rules that only records need."""
    if desk.source != "police_uk":
        return ()
    return (
        Method(
            "Repeated Crime IDs",
            "The same ID with the same offence and place in one file is one record: the row whose "
            "outcome says something is used. With another offence or place it is another entry, "
            "and is used. Anti-social behaviour has no ID.",
            "",
            "what was read",
            "evidence-sources",
            HOUSE,
        ),
        Method(
            "Two extracts of one month",
            "The later is used, unless it holds over 5% fewer rows: then the earlier.",
            "",
            "one month, two extracts",
            "evidence-extracts",
            HOUSE,
        ),
    )

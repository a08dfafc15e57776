"""What the law asks of an assessment and its plan, item by item, for England or for Wales.

Items a to g and the limbs of section 6 are the engine's reference table. Regulation 12 was read
in full; the wording of regulations 5 to 7, 10 and 11 is to be checked before it is relied on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wardwise.reference.load import load_table


# how the engine's reference table ends where the law itself was not read
TO_CHECK = re.compile(r"; [^;]*to be checked$")
ENGLAND, WALES = "S.I. 2007/1830", "S.I. 2007/3076"


@dataclass(frozen=True)
class StatutoryItem:
    """One thing that the law asks: its name in the list, what it is, and where it is asked."""

    item: str
    about: str
    source: str


OF_THE_PROCESS = (
    StatutoryItem(
        "12(a)",
        "Views of people who live or work in the area on levels and patterns, and on what should"
        " be prioritised",
        f"{ENGLAND}, regulation 12",
    ),
    StatutoryItem(
        "12(b)",
        "As many different groups as is reasonable were consulted, and those particularly affected",
        f"{ENGLAND}, regulation 12",
    ),
    StatutoryItem(
        "12(c)",
        "One or more public meetings in the year, attended by senior people of each responsible"
        " authority",
        f"{ENGLAND}, regulation 12",
    ),
    StatutoryItem(
        "12(d)",
        "When the meetings were held and what was discussed was publicised to the community",
        f"{ENGLAND}, regulation 12",
    ),
    StatutoryItem(
        "10 to 11",
        "A partnership plan with priorities, who does what, resources and measures; its summary"
        " published",
        f"{ENGLAND}, regulations 10 and 11; wording to be checked",
    ),
)


def source_in_words(source: str) -> str:
    """Where it is asked, and whether that was read in full.

    >>> source_in_words("S.I. 2007/1830, regulation 12")
    'S.I. 2007/1830, regulation 12'
    """
    told = ". Told in our words and not the law's: read it there before you rely on it"
    return TO_CHECK.sub(told, source)


def items_for(area_code: str) -> tuple[StatutoryItem, ...]:
    """Every item, with the regulations of the country that the area is in.

    >>> items_for("W06000015")[0].source.startswith("S.I. 2007/3076")
    True
    """
    table = (
        StatutoryItem(str(row["item"]), str(row["about"]), str(row["source"]))
        for row in load_table("statutory_item").rows
    )
    found = (*table, *OF_THE_PROCESS)
    if not area_code.startswith("W"):
        return found
    return tuple(
        StatutoryItem(one.item, one.about, one.source.replace(ENGLAND, WALES)) for one in found
    )

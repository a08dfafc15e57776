"""What we do when a Crime ID comes more than once. The written rule.

A Crime ID is data.police.uk's fingerprint of a force's own reference. Within one file:

* the same ID with the same offence and the same place (LSOA, location and point) is one
  record published more than once: one row is used and the others are set aside;
* the row that is used is the one whose outcome says something ('Status update unavailable'
  and an empty outcome say nothing); of equals, the first in the file;
* the same ID with another offence or another place is two entries under one reference (one
  reference can cover several offences), and every one of them is used.

An ID that comes again in another month's file is another entry and is used. Anti-social
behaviour never has an ID: equal rows of it are separate incidents at one snap point.

In Bedfordshire's archive of May 2021 to April 2024, 184 IDs come twice: 183 by the first
rule (178 of them in January 2022; in 53 the outcome differs, and one of the two is always
'Status update unavailable'), one by the third.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


SAYS_NOTHING = {"", "Status update unavailable"}
REPEATED = "the same record is published twice in the file"

# Crime ID, Month, Longitude, Latitude, Location, LSOA code, Crime type
IDENTITY = (0, 1, 4, 5, 6, 7, 9)
OUTCOME = 10


@dataclass(frozen=True)
class Repeats:
    """Rows to set aside (line of the file → its fields), and IDs that stand for several."""

    set_aside: Mapping[int, Sequence[str]]
    shared_ids: int = 0


def judge_repeats(candidates: Sequence[tuple[int, Sequence[str]]]) -> Repeats:
    """Apply the rule to rows that may share an ID, given as (line, fields)."""
    by_identity: dict[tuple[str, ...], list[tuple[int, Sequence[str]]]] = {}
    for line, fields in candidates:
        if fields[0]:
            identity = tuple(fields[position] for position in IDENTITY)
            by_identity.setdefault(identity, []).append((line, fields))
    aside: dict[int, Sequence[str]] = {}
    for rows in by_identity.values():
        used = min(rows, key=lambda row: (row[1][OUTCOME] in SAYS_NOTHING, row[0]))
        aside |= {line: fields for line, fields in rows if line != used[0]}
    ids = [identity[0] for identity in by_identity]
    return Repeats(set_aside=aside, shared_ids=len(ids) - len(set(ids)))

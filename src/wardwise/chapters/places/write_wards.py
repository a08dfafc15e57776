"""The words on wards: which counts moved, and what that might be instead."""

from __future__ import annotations

from wardwise.chapters.places.close_table import full_table
from wardwise.chapters.places.findings import PlaceLine, PlacesFindings
from wardwise.chapters.places.ward_maps import moved
from wardwise.chapters.places.ward_tables import place_tables, stands_out_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import signed_percent
from wardwise.domain.verdict import Verdict


RESIDENTS = (
    "A rate is worked on the people who live in the area. Where many come to shop, work or go "
    "out, it says more of visitors than of residents: read the count beside it."
)
INSTEAD = (
    "A count can move in one ward alone because a shop opens or closes, because an operation looks "
    "for offences there, or because a map point that many records share is moved across a boundary."
)


def wards_blocks(found: PlacesFindings) -> tuple[Block, ...]:
    """The answer, the table of every ward, and how to read it."""
    close = (*found.commissioned, *found.own_close)
    return (
        Paragraph(_moves(found), lead=True),
        *place_tables(found),
        Note(NoteKind.CAUTION, say(RESIDENTS)),
        *((Note(NoteKind.ALTERNATIVE, say(INSTEAD)),) if _has_moved(found) else ()),
        *((stands_out_table(found),) if found.commissioned else ()),
        *((full_table(found, close),) if close else ()),
    )


def _has_moved(found: PlacesFindings) -> bool:
    lines = (*found.wards, *found.own)
    return bool(moved(lines, Verdict.ROSE) or moved(lines, Verdict.FELL))


def _moves(found: PlacesFindings) -> Text:
    lines = (*found.wards, *found.own)
    rose, fell = moved(lines, Verdict.ROSE), moved(lines, Verdict.FELL)
    still = moved(lines, Verdict.NO_CLEAR_CHANGE)
    if not rose and not fell and not still:
        return say("No ward can be compared with the year before; the table says why.")
    if not rose and not fell:
        return say("No ward's count changed beyond chance on the year before.")
    parts = [_moved(words, some) for words, some in (("rose", rose), ("fell", fell)) if some]
    opening = say("Beyond chance, the count {parts}.", parts=join(parts, " and "))
    return opening + " In the other wards no clear change can be told." if still else opening


def _moved(words: str, lines: tuple[PlaceLine, ...]) -> Text:
    ordered = sorted(lines, key=lambda line: -abs(line.change.number))
    named = [
        say("{ward} ({n})", ward=one.area.name, n=signed_percent(one.change)) for one in ordered
    ]
    several = join(named[:-1], ", ") + " and " + named[-1] if len(named) > 1 else named[0]
    return say("{words} in {wards}", words=words, wards=several)

"""The texts of the notes that cells refer to by number."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wardwise.sources.ons_csp.workbook import Workbook, plain


def notes_of(book: Workbook, table: str) -> Mapping[int, str]:
    """Note number → text, for the tables of the partnerships (C) or of the forces (P1 to P4)."""
    sheet = book.notes.get("csp" if table.startswith("C") else "pfa", [])
    found: dict[int, str] = {}
    for cells in sheet:
        first = plain(cells[0]) if cells else ""
        # the notes of tables P5 and on begin at 1 again under a heading of their own
        if re.match(r"notes for tables? p5", first, re.IGNORECASE):
            break
        if re.fullmatch(r"\d+(\.0)?", first) and len(cells) > 1:
            found[int(float(first))] = plain(cells[1])
    return found

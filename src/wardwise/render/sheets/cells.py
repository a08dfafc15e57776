"""Cells of a document's table as text and numbers for a sheet."""

from __future__ import annotations

import re

from wardwise.document.blocks import Align, Cell, Column
from wardwise.document.text import Number
from wardwise.domain.nothing import is_known
from wardwise.render.sheets.model import Amount, SheetCell
from wardwise.render.symbols import text_of


PRINTED = re.compile(r"^[+−-]?(?P<whole>\d[\d,]*)(?:\.(?P<places>\d+))?(?P<suffix>%?)$")
# A spreadsheet that reads the text back from CSV would run it
DANGEROUS = re.compile(r"^(?:[=@\t\r]|[+-](?!\d))")


def plain(words: str) -> str:
    """Text that no program takes for a formula.

    >>> plain("=1+1"), plain("+3.0% – rose")
    ("'=1+1", '+3.0% – rose')
    """
    return "'" + words if DANGEROUS.match(words) else words


def sheet_cell(cell: Cell, column: Column) -> SheetCell:
    """A number where the cell prints one, else its words."""
    words = text_of(cell)
    printed = PRINTED.match(words)
    if printed is None:
        return plain(words)
    if isinstance(cell, Number):
        return shown_like(cell.figure.number, words) if is_known(cell.figure.value) else words
    if column.align is Align.RIGHT and isinstance(cell, str):
        return shown_like(float(words.replace("−", "-").replace(",", "").rstrip("%")), words)
    return plain(words)


def shown_like(value: float, words: str) -> Amount:
    """The value, displayed with the places and separators of the printed words.

    >>> shown_like(76.8049, "76.8")
    Amount(value=76.8049, places=1, thousands=False, suffix='')
    """
    printed = PRINTED.match(words)
    if printed is None:
        return Amount(value, places=2, thousands=True)
    places, suffix = len(printed["places"] or ""), printed["suffix"]
    return Amount(value, places, "," in words, suffix)

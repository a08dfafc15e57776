"""A table as plain data for the template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wardwise.document.blocks import Align, Cell, Table
from wardwise.document.text import Text
from wardwise.render.breakable import breakable
from wardwise.render.symbols import legend, text_of
from wardwise.render.widths import fitted


Words = Callable[[Text], list[Any]]


def table_content(
    table: Table, *, number: int, sheet: str, words: Words, room: float
) -> dict[str, Any]:
    """Cells, widths in millimetres, and what stands beneath."""
    fit = fitted(table, room=room)
    return {
        "set": "table",
        "number": number,
        "caption": table.caption,
        "sheet": sheet,
        "widths": fit.widths,
        "size": fit.size,
        "gap": fit.gap,
        "wraps": fit.wraps,
        "landscape": fit.landscape,
        "columns": [
            {"heading": column.heading, "right": column.align is Align.RIGHT, "quiet": column.quiet}
            for column in table.columns
        ],
        "rows": [
            {
                "cells": [_cell(cell, words=words) for cell in row],
                "strong": n in table.emphasis,
                "rule": n in table.groups,
            }
            for n, row in enumerate(table.rows)
        ],
        "notes": [words(note) for note in table.notes],
        "legend": legend(table),
        "source": table.source,
    }


def _cell(cell: Cell, *, words: Words) -> list[Any]:
    return words(cell) if isinstance(cell, Text) else [breakable(text_of(cell))]

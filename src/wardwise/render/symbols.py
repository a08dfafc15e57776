"""The shorthand of tables, explained beneath each table that uses it.

The letters are those of the Government Analysis Function's guidance "Symbols in tables"
(2023): a cell is never left empty, and never holds a nought that is not one.
"""

from __future__ import annotations

import re

from wardwise.document.blocks import Cell, Table
from wardwise.document.text import Number
from wardwise.domain.nothing import NotKnown, Withheld


MEANINGS = {
    "[c]": "withheld to protect people",
    "[u]": "low reliability",
    "[x]": "not known",
    "[z]": "not applicable",
}
ANYWHERE = re.compile(r"\[[cuxz]\d?\]")
MOST_REASONS = 3  # more would drown the table; findings.json holds each


def text_of(cell: Cell) -> str:
    """The words of a cell as a reader sees them."""
    return cell if isinstance(cell, str) else cell.text if isinstance(cell, Number) else str(cell)


def is_symbol(words: str) -> bool:
    """Whether the words are one shorthand and nothing else.

    >>> is_symbol("[x]"), is_symbol("[x] since May")
    (True, False)
    """
    return ANYWHERE.fullmatch(words) is not None


def reasons(table: Table) -> dict[str, list[str]]:
    """Why figures of the table are not known or withheld, by symbol, in order of reading."""
    found: dict[str, list[str]] = {}
    for figure in table.figures:
        if isinstance(figure.value, NotKnown | Withheld):
            symbol = "[x]" if isinstance(figure.value, NotKnown) else "[c]"
            known = found.setdefault(symbol, [])
            if figure.value.reason not in known:
                known.append(figure.value.reason)
    return found


def legend(table: Table) -> tuple[str, ...]:
    """A line for each symbol that the table prints.

    >>> from wardwise.document.blocks import Column
    >>> legend(Table("t", "T", (Column("Area"), Column("Rate")), (("Northgate", "[z]"),)))
    ('[z] not applicable',)
    """
    printed = {
        symbol[:2] + "]"
        for row in table.rows
        for cell in row
        for symbol in ANYWHERE.findall(text_of(cell))
    }
    why = reasons(table)
    return tuple(
        f"{symbol} {MEANINGS[symbol]}{_because(why.get(symbol, []))}" for symbol in sorted(printed)
    )


def _because(why: list[str]) -> str:
    if not why:
        return ""
    if len(why) > MOST_REASONS:
        return f": {len(why)} reasons, given figure by figure in findings.json"
    return ": " + "; ".join(why)

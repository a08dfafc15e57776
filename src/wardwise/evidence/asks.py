"""Questions by name: what a figure's recipe may ask of the stored rows."""

from __future__ import annotations

from typing import Any

from wardwise.domain.figure import Ask
from wardwise.evidence.extract_counts import CHOSEN, tables_of
from wardwise.evidence.forms import asked_number
from wardwise.evidence.numbers_asked import NUMBERS
from wardwise.evidence.series_asked import SERIES
from wardwise.evidence.tables import Tables


__all__ = ["NUMBERS", "SERIES", "answer"]


def answer(tables: Tables, ask: Ask) -> Any:
    """Ask one question of the stored rows. Lists are in the order that the question names."""
    arguments: dict[str, Any] = dict(ask.arguments)
    tables = tables_of(tables, arguments.pop(CHOSEN, None))
    if ask.question in NUMBERS:
        return asked_number(tables, NUMBERS[ask.question], **arguments)
    return SERIES[ask.question](tables, **arguments)

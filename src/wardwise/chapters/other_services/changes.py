"""The change of a service's count in words, of the months that both years hold."""

from __future__ import annotations

from wardwise.document.phrases import changed
from wardwise.document.text import Text, say
from wardwise.domain.figure import Figure
from wardwise.figures.services import Service


def how_changed(found: Service, change: Figure | None = None) -> Text:
    """``rose by …``; with the months, where the year before lacks some.

    ``change`` is another count's of the same months.
    """
    told = change or found.change
    if found.is_whole:
        return changed(told)
    words = changed(told, against="the same months a year before")
    return words + say("; only {months} could be compared", months=told.period.label)

"""Three boxes for a day, a month and a year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms


PARTS = ("day", "month", "year")


class DateParts(forms.Widget):
    """Reads ``name-day``, ``name-month`` and ``name-year``; drawn by the form's own drawer."""

    def value_from_datadict(self, data: Mapping[str, Any], _files: Any, name: str) -> list[str]:
        """The three as typed."""
        return [str(data.get(f"{name}-{part}", "")) for part in PARTS]

    def value_omitted_from_data(self, data: Mapping[str, Any], _files: Any, name: str) -> bool:
        """Whether none of the three came."""
        return not any(f"{name}-{part}" in data for part in PARTS)

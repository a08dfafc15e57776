"""Lists that are typed one to a line, with something after a bar."""

from __future__ import annotations

from django.core.exceptions import ValidationError


BAR = "|"


def lines_of(text: str) -> list[tuple[str, str]]:
    """Each line's words before and after the bar; empty lines are left out."""
    parts = [line.partition(BAR) for line in text.splitlines() if line.strip()]
    return [(before.strip(), after.strip()) for before, _, after in parts]


def whole_number(text: str, *, line: str) -> int:
    """A number as people type it: with commas and spaces or without."""
    plain = text.replace(",", "").replace(" ", "")
    if not plain.isdecimal():
        raise ValidationError(f"The number after '{line}' must be a whole number, such as 12,400")
    return int(plain)

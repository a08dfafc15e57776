"""What a field says when it refuses: a sentence that names it, where its form gives none."""

from __future__ import annotations

from typing import Any, ClassVar


class InSentences:
    """Laid before a field of Django's, whose own sentences speak of *this field*."""

    asks = "Fill in"
    also: ClassVar[dict[str, str]] = {}

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        label = str(given.get("label") or "")
        self.error_messages: dict[str, Any] = {
            **getattr(self, "error_messages", {}),
            **self.also,
            **({"required": f"{self.asks} '{label}'"} if label else {}),
            **_limits(label.replace("%", "%%")),
            **(given.get("error_messages") or {}),
        }


class Chosen(InSentences):
    """The same for a field whose answers are listed."""

    asks = "Choose an answer to"
    also: ClassVar[dict[str, str]] = {"invalid_choice": "Choose one of the answers of the list"}


def _limits(label: str) -> dict[str, str]:
    """What has a limit says how its fault is put right."""
    what = f"{label} must be" if label and not label.endswith("?") else "The answer must be"
    return {
        "min_value": f"{what} %(limit_value)s or more",
        "max_value": f"{what} %(limit_value)s or less",
        "max_length": f"{what} %(limit_value)s characters or fewer",
        "max_digits": f"{what} a number of %(max)s digits at most",
        "max_whole_digits": f"{what} a number of %(max)s digits at most before the point",
        "max_decimal_places": f"{what} a number with %(max)s decimal places at most",
    }

"""What a number that is not printed may be."""

from __future__ import annotations

from wardwise.document.text import Text, say


def few_note(least: int) -> Text:
    """What a withheld number may be."""
    return say(
        f"[c] is a number from 1 to {least - 1}, or one that would give such a number away. A "
        "nought is shown."
    )

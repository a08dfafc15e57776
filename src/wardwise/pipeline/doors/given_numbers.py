"""Numbers given as options: one that cannot be is refused where the command is typed."""

from __future__ import annotations

import argparse
import math


def times(text: str) -> int:
    """How many: a whole number, 1 or more."""
    number = int(text)  # argparse says what is wrong where it is none
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a whole number, 1 or more")
    return number


def over_nought(text: str) -> float:
    """A length or another amount above 0."""
    number = float(text)
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text}: expected a number above 0")
    return number


def chance(text: str) -> float:
    """A chance or level between 0 and 1, neither of them itself."""
    number = float(text)
    if not 0 < number < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a number between 0 and 1, such as 0.05")
    return number

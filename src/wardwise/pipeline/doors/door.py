"""What a statistic needs to be run on a file: its arguments, and the sum itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


Answer = Mapping[str, Any]
"""Names in the measure's own words → numbers, text, arrays, or measures' frozen dataclasses."""


@dataclass(frozen=True)
class Door:
    """One statistic that can be run on a file of events.

    Attributes
    ----------
    name : str
        As it is typed: ``wardwise measure <name> FILE``.
    told : str
        One line on what it answers.
    method : str
        What each column must be, which method is used and who published it.
    arguments : callable
        Adds the statistic's own arguments to the command.
    work : callable
        The answer for the parsed arguments, of which ``file`` is the path.
    """

    name: str
    told: str
    method: str
    arguments: Callable[[argparse.ArgumentParser], None]
    work: Callable[[argparse.Namespace], Answer]

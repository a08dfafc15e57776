"""A cause: its words, what makes it, its exit code, and what must be said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path


Act = Callable[[], object]
"""The call that meets the fault."""

Make = Callable[[Path], Act]
"""Writes the fault into a folder, and gives the call that meets it."""

Case = tuple[str, Make, int, tuple[str, ...]]
"""Cause, what makes it, exit code, parts of the message."""

"""Near repeats: whether events close in place are close in time more often than chance."""

from __future__ import annotations


HOMES = {"knox": "knox"}
"""Public measure → the file of this folder that holds it."""

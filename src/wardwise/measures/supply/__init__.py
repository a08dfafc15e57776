"""Whether partners' data came when the law says that it has to."""

from __future__ import annotations


HOMES = {"days_late": "days_late"}
"""Public measure → the file of this folder that holds it."""

"""The day on which a run is made: the only clock of the engine's checks."""

from __future__ import annotations

import datetime

from wardwise import RELEASED


def today() -> datetime.date:
    """Today, and never a day before this release: a clock that is behind refuses nothing."""
    return max(datetime.datetime.now(datetime.UTC).date(), RELEASED)

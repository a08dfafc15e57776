"""SQLite for a small partnership, PostgreSQL for a team: one setting, ``DATABASE_URL``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url


def default_database(folder: Path) -> dict[str, Any]:
    """The one database, with what makes each engine safe when many write at once."""
    found: dict[str, Any] = dict(
        dj_database_url.parse(os.environ.get("DATABASE_URL", f"sqlite:///{folder / 'wardwise.db'}"))
    )
    if found["ENGINE"].endswith("sqlite3"):
        found["ENGINE"] = "wardwise_web.core.sqlite"
        found["TEST"] = {"NAME": ":memory:"}  # as Django does for its own SQLite
        # Without IMMEDIATE two readers that turn writer lock each other out; WAL lets people
        # read while one writes; FULL, because a decision that was confirmed may not be lost
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        }
    else:
        found["CONN_HEALTH_CHECKS"] = True
    found["CONN_MAX_AGE"] = 60  # seconds; the last to close a SQLite file tidies it, which waits
    return found

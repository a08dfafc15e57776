"""Every file that was read, kept exactly as it came, with who brought it and when."""

from __future__ import annotations

import datetime
import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wardwise.pipeline.inputs import InputFile
from wardwise.sources.imported import Imported
from wardwise.store.snapshots import Store


def keep_files(imported: Imported, files: Sequence[InputFile], *, root: Path) -> int:
    """Keep the files that a reader says it read; how many were held with the same bytes."""
    table = imported.tables.get("file_read")
    read = {str(row["path"]): row for row in (table.to_pylist() if table is not None else [])}
    store = Store(root)
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    again = 0
    for file in files:
        row = read.get(file.name)
        if row is None:
            continue
        kept = store.keep(
            file.path,
            source=row["source"],
            licence=row["licence"],
            period=_period(row),
            by=who(),
            at=at,
        )
        again += kept.is_known_again
    return again


def _period(row: dict[str, Any]) -> str:
    return f"{row['first_month']} to {row['last_month']}" if row["first_month"] else ""


def who() -> str:
    """The account that runs this, where it has a name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "not known"  # an account without a name, as in some containers

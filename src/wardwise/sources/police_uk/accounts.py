"""Rows in = rows used + rows set aside by reason, for every file."""

from __future__ import annotations

from itertools import groupby

import pyarrow as pa

from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.extracts import SUPERSEDED
from wardwise.sources.police_uk.files import FOLDER
from wardwise.sources.police_uk.hashes import file_sha256
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.repeats import REPEATED
from wardwise.sources.police_uk.schema import LICENCE, SOURCE
from wardwise.sources.tidy import tidy_rows


def rows_set_aside(batch: Batch) -> pa.Table:
    """The tidy table ``set_aside``: one row per file and reason."""
    rows = []
    for file, is_used in zip(batch.files, batch.used, strict=True):
        reason = REPEATED if is_used else SUPERSEDED
        aside = len(file.repeats.set_aside) if is_used else file.rows
        if aside:
            rows.append(
                {"source": SOURCE, "file": file.source.shown, "reason": reason, "rows": aside}
            )
    return tidy_rows("set_aside", rows)


def files_read(batch: Batch) -> pa.Table:
    """The tidy table ``file_read``: one row per zip, or per file of an unpacked extract."""
    pairs = zip(batch.files, batch.used, strict=True)
    rows = []
    for path, group in groupby(pairs, key=lambda pair: _on_disk(pair[0])):
        together = list(group)
        months = sorted(file.source.name.month for file, _ in together)
        first = together[0][0]
        rows.append(
            {
                "source": SOURCE,
                "path": path,
                "sha256": file_sha256(first.source.container)
                if first.source.is_zipped
                else first.sha256,
                "bytes": first.source.container.stat().st_size
                if first.source.is_zipped
                else first.size,
                "rows_in": sum(file.rows for file, _ in together),
                "rows_used": sum(
                    file.rows - len(file.repeats.set_aside) for file, used in together if used
                ),
                "first_month": months[0],
                "last_month": months[-1],
                "licence": LICENCE,
                "note": f"{len(together)} files" if first.source.is_zipped else None,
            }
        )
    return tidy_rows("file_read", rows)


def _on_disk(file: Prepared) -> str:
    if file.source.is_zipped:
        return f"{FOLDER}/{file.source.container.name}"
    return file.source.shown

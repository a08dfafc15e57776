"""Each file's line: what it is, the law it came under, what became of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.partner_files.extracts import One
from wardwise.sources.tidy import tidy_rows


if TYPE_CHECKING:
    from wardwise.sources.partner_files.read import Found


_DAYS = {
    "partner_record": ("recorded_on", "from_moment", "outcome_on"),
    "partner_person": ("event_on",),
    "partner_reply": ("replied_on",),
}


def file_rows(files: Sequence[tuple[Found, One]], *, fingerprint: str) -> dict[str, pa.Table]:
    """The tidy tables ``partner_file``, ``file_read`` and ``set_aside``."""
    lines = [_line(found, one, fingerprint) for found, one in files]
    return {
        "partner_file": tidy_rows("partner_file", lines),
        "file_read": tidy_rows("file_read", [_read(line) for line in lines]),
        "set_aside": tidy_rows("set_aside", [row for _, one in files for row in _aside(one)]),
    }


def _line(found: Found, one: One, fingerprint: str) -> dict[str, object]:
    asked, rows = found.asked, _once(one)
    used = rows.filter(rows["used"])
    days = _days(one, used)
    located = "lsoa_code" in used.column_names
    return {
        "source": found.dataset.source,
        "dataset": found.dataset.name,
        "supplier": asked.supplier,
        "path": asked.file,
        "sha256": found.sha256,
        "bytes": found.size,
        "mapping": found.mapping.mapping.mapping,
        "mapping_version": found.mapping.mapping.version,
        "mapping_sha256": found.mapping.sha256,
        "key_fingerprint": fingerprint,
        "controller": asked.controller,
        "gateway": asked.gateway,
        "purpose": asked.purpose,
        "retain_until": str(asked.retain_until),
        "marking": asked.marking,
        "received_on": asked.received_on.isoformat(),
        "asked": asked.asked,
        "first_day": days[0],
        "last_day": days[1],
        "rows_in": rows.num_rows,
        "rows_used": used.num_rows,
        "rows_located": used.num_rows - used["lsoa_code"].null_count if located else None,
    }


def _once(one: One) -> pa.Table:
    """A survey's row of the file is there once for each question: take the first."""
    if one.table != "partner_reply":
        return one.rows
    return one.rows.filter(pc.equal(one.rows["question"], one.rows["question"][0]))


def _days(one: One, used: pa.Table) -> tuple[str | None, str | None]:
    if one.table == "partner_return":
        return pc.min(used["first_month"]).as_py(), pc.max(used["last_month"]).as_py()
    if one.table not in _DAYS:
        return None, None
    columns = [pc.utf8_slice_codeunits(used[name], 0, 10) for name in _DAYS[one.table]]
    found = pc.min_max(pc.coalesce(*columns))
    return found["min"].as_py(), found["max"].as_py()


def _read(line: dict[str, object]) -> dict[str, object]:
    first, last = (
        str(line[name])[:7] if line[name] else None for name in ("first_day", "last_day")
    )
    return {
        **{name: line[name] for name in ("source", "path", "sha256", "bytes", "rows_in")},
        "rows_used": line["rows_used"],
        "first_month": first,
        "last_month": last,
        "licence": f"Not open: under {line['gateway']}, {line['marking']}",
        "note": f"{line['supplier']}, mapping {line['mapping']} {line['mapping_version']}",
    }


def _aside(one: One) -> list[dict[str, object]]:
    rows = _once(one)
    gone = rows.filter(pc.invert(rows["used"]))
    counted = pc.value_counts(gone["set_aside"]).to_pylist()
    return [
        {
            "source": f"partner:{one.dataset}",
            "file": one.file,
            "reason": each["values"],
            "rows": each["counts"],
        }
        for each in sorted(counted, key=lambda each: -each["counts"])
    ]

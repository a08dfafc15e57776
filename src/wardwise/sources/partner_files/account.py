"""What became of every row: used, or set aside for one reason; and the faults in its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.sources.tidy import schema


Mask = NDArray[np.bool_]


class Account:
    """Rows in = rows used + rows set aside. A row is set aside once, for its first reason.

    Faults name row, field and reason, and never the value.
    """

    def __init__(self, lines: NDArray[np.int32]) -> None:
        self.lines = lines
        self._reasons: list[str] = []
        self._reason = np.zeros(len(lines), dtype=np.int16)
        self.admitted: Mask = np.ones(len(lines), dtype=bool)
        self._faults: list[tuple[str, str, NDArray[np.int32]]] = []
        self._checks: list[tuple[str, str | None, int, int]] = []
        self.notices: list[str] = []

    @property
    def used(self) -> Mask:
        """Which rows are used."""
        used: Mask = self._reason == 0
        return used

    @property
    def set_aside(self) -> pa.Array:
        """Why each row is not used; empty where it is."""
        reasons = pa.array([None, *self._reasons], pa.string())
        return reasons.take(pa.array(self._reason))

    @property
    def reasons(self) -> Mapping[str, int]:
        """Reason → rows set aside for it."""
        counted = Counter(self._reason.tolist())
        return {reason: counted[n] for n, reason in enumerate(self._reasons, start=1) if counted[n]}

    def admit(self) -> None:
        """From here on only rows that are used now are looked at: the rest is not our matter."""
        self.admitted = self.used

    def put_aside(self, where: Mask, reason: str) -> None:
        """Set rows aside that are not set aside already."""
        if reason not in self._reasons:
            self._reasons.append(reason)
        self._reason[where & self.used] = self._reasons.index(reason) + 1

    def fault(self, where: Mask, *, field: str, reason: str) -> None:
        """Note a fault in a cell of some rows."""
        where = where & self.admitted
        if where.any():
            self._faults.append((field, reason, self.lines[where]))

    def faulty(self, reasons: Sequence[str]) -> Mapping[str, Mask]:
        """Field → rows with a fault for one of the reasons."""
        found: dict[str, Mask] = {}
        for field, reason, lines in self._faults:
            if reason in reasons:
                found[field] = np.isin(self.lines, lines) | found.get(field, False)
        return found

    def check(
        self, check: str, where: Mask, *, among: Mask | None = None, field: str | None = None
    ) -> None:
        """Note how many rows are so, of the rows looked at or of those among them."""
        looked_at = self.admitted if among is None else self.admitted & among
        rows, of = int((where & looked_at).sum()), int(looked_at.sum())
        self._checks.append((check, field, rows, of))

    def faults_table(self, *, source: str, file: str) -> pa.Table:
        """The tidy table ``partner_fault``."""
        rows = [found for _, _, found in self._faults]
        columns = {
            "source": _same(source, sum(map(len, rows))),
            "file": _same(file, sum(map(len, rows))),
            "row": pa.array(np.concatenate(rows) if rows else np.array([], dtype=np.int32)),
            "field": pa.concat_arrays(
                [_same(field, len(found)) for field, _, found in self._faults] or [_same("", 0)]
            ),
            "reason": pa.concat_arrays(
                [_same(reason, len(found)) for _, reason, found in self._faults] or [_same("", 0)]
            ),
        }
        return pa.table(columns, schema=schema("partner_fault"))

    def quality_table(self, *, source: str, file: str) -> pa.Table:
        """The tidy table ``partner_quality``: checks, then rows set aside and faults by reason."""
        n = len(self.lines)
        counted: Counter[tuple[str, str]] = Counter()
        for field, reason, found in self._faults:
            counted[(field, reason)] += len(found)
        lines = [
            *self._checks,
            *((f"set aside: {reason}", None, rows, n) for reason, rows in self.reasons.items()),
            *((f"fault: {reason}", field, rows, n) for (field, reason), rows in counted.items()),
        ]
        return pa.Table.from_pylist(
            [
                {
                    "source": source,
                    "file": file,
                    "check": check,
                    "field": field,
                    "rows": rows,
                    "of": of,
                }
                for check, field, rows, of in lines
            ],
            schema=schema("partner_quality"),
        )


def _same(text: str, n: int) -> pa.Array:
    return pa.repeat(pa.scalar(text, pa.string()), n)

"""Whether the audit is whole: each row's hash, the chain, its length, and the witness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wardwise_web.core.audit.chain import COLUMNS, START, row_hash


@dataclass(frozen=True)
class Verdict:
    """What is wrong, in sentences; ``unwitnessed`` rows at the end are waiting, not wrong."""

    rows: int
    faults: tuple[str, ...]
    unwitnessed: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


def verify(
    rows: Iterable[Mapping[str, object]],
    *,
    head: tuple[int, str],
    witness: Iterable[tuple[int, str]],
) -> Verdict:
    """Read the chain from its start and hold it against its head and its witness."""
    faults: list[str] = []
    seen: dict[int, str] = {}
    before, expected = START, 1
    for row in rows:
        number = int(str(row["sequence"]))
        if number != expected:
            faults.append(f"Row {expected} is missing: the next one held is {number}.")
        if row["previous_hash"] != before:
            faults.append(f"Row {number} does not follow the row before it.")
        worked = row_hash({name: row[name] for name in COLUMNS})
        if worked != row["hash"]:
            faults.append(f"Row {number} was altered after it was written.")
        before, expected = str(row["hash"]), number + 1
        seen[number] = before
    faults += _against_head(head, last=expected - 1, hashed=before)
    told = dict(witness)
    faults += _against_witness(seen, told)
    waiting = sum(1 for number in seen if number > max(told, default=0))
    return Verdict(len(seen), tuple(faults), waiting)


def _against_head(head: tuple[int, str], *, last: int, hashed: str) -> list[str]:
    if head == (last, hashed):
        return []
    return [f"The chain ends at row {last}; its head says row {head[0]} or another hash."]


def _against_witness(seen: Mapping[int, str], told: Mapping[int, str]) -> list[str]:
    last = max(seen, default=0)
    faults = [
        f"Row {number} is not what was witnessed."
        for number, hashed in sorted(told.items())
        if number in seen and seen[number] != hashed
    ]
    cut = [number for number in told if number > last]
    if cut:
        faults.append(f"The end was cut off: rows {last + 1} to {max(cut)} were witnessed.")
    return faults

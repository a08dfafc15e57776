"""Which extract of a month is used where two hold it. The written rule.

Of two extracts the *later* is the one whose street files of that force reach the later
month: an archive is cut at its newest month, so the one that reaches further was published
later. If both end in the same month, the one with more months is the later; if that is equal
too, the one whose name comes last. The time stamp of the file is never used: copying changes
it. The later extract of a month is used unless it holds over 5% fewer rows than the one used
until then; then it yields, and a notice says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.schema import Kind


YIELDS_BELOW = 0.95
SUPERSEDED = "another extract of the same month is used"


@dataclass(frozen=True)
class Choice:
    """Two extracts of one month, force and kind, by number of file, and which is used."""

    month: str
    force: str
    kind: Kind
    earlier: int
    later: int
    kept: int
    why: str


def choose(files: Sequence[Prepared]) -> tuple[list[bool], list[Choice]]:
    """Whether each file is used, and every choice that had to be made."""
    rank = _ranks(files)
    used = [True] * len(files)
    choices: list[Choice] = []
    for (month, force, kind), numbers in _together(files).items():
        in_order = sorted(numbers, key=lambda n: rank[force, files[n].source.container])
        kept = in_order[0]
        for later in in_order[1:]:
            choice = _choose(kept, later, files)
            choices.append(Choice(month, force, kind, kept, later, *choice))
            used[later if choice[0] == kept else kept] = False
            kept = choice[0]
    return used, choices


def _choose(earlier: int, later: int, files: Sequence[Prepared]) -> tuple[int, str]:
    before, after = files[earlier].rows, files[later].rows
    if after >= YIELDS_BELOW * before:
        return later, f"the later extract is used ({after:,} rows against {before:,})"
    fewer = 100 * (before - after) / before
    return earlier, (
        f"the later extract holds {fewer:.1f}% fewer rows ({after:,} against {before:,}), so the"
        " earlier one is used"
    )


def _together(files: Sequence[Prepared]) -> Mapping[tuple[str, str, Kind], list[int]]:
    groups: dict[tuple[str, str, Kind], list[int]] = defaultdict(list)
    for number, file in enumerate(files):
        name = file.source.name
        groups[name.month, name.force, name.kind].append(number)
    return {key: numbers for key, numbers in sorted(groups.items()) if len(numbers) > 1}


def _ranks(files: Sequence[Prepared]) -> dict[tuple[str, Path], tuple[str, int, str]]:
    """(force, extract) → what puts extracts in order of publication."""
    months: dict[tuple[str, Path], set[str]] = defaultdict(set)
    for file in files:
        months[file.source.name.force, file.source.container].add(file.source.name.month)
    return {key: (max(held), len(held), key[1].name) for key, held in months.items()}

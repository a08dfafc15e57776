"""Two finished runs side by side: which figures moved, and what the runs' records say of why.

The same figure is known by what it measures: measure, offence, area, detail, sources, and its
period told backwards from the last month that its sources hold. So the latest twelve months of
one run stand beside the latest twelve of the other, whatever months those are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wardwise.domain.period import Month
from wardwise.domain.source_folders import PARTNER, folders_of
from wardwise_web.assessments.findings import Printed


MONTH = re.compile(r"\b\d{4}-\d{2}\b")
CLOSE = 1e-9
Key = tuple[object, ...]


@dataclass(frozen=True)
class Moved:
    """One figure then and now; either is None where a run did not print it."""

    then: Printed | None
    now: Printed | None
    reasons: tuple[str, ...]

    @property
    def figure(self) -> Printed:
        """Whichever there is, the newer first."""
        found = self.now or self.then
        assert found is not None, "a figure that neither run printed is not compared"
        return found


@dataclass(frozen=True)
class Comparison:
    """What moved between two runs, in the order in which a reader meets the figures."""

    moved: tuple[Moved, ...]
    unchanged: int
    differences: tuple[str, ...]  # of the runs as wholes: files, settings, code

    @property
    def in_words(self) -> str:
        """How many figures moved, and apart from them how many came or went."""
        if not self.moved:
            return f"No figure moved: all {self.unchanged:,} are as they were."
        came = sum(one.then is None for one in self.moved)
        went = sum(one.now is None for one in self.moved)
        own = len(self.moved) - came - went
        told = [f"{own:,} {'figure' if own == 1 else 'figures'} moved"]
        told += [f"{n:,} {what}" for n, what in ((came, "new"), (went, "no longer printed")) if n]
        return f"{', '.join(told)}; {self.unchanged:,} as they were."


def compare(
    then: Mapping[str, Printed],
    now: Mapping[str, Printed],
    *,
    manifest_then: Mapping[str, Any],
    manifest_now: Mapping[str, Any],
) -> Comparison:
    """Every figure of either run, matched by what it measures."""
    before, after = _keyed(then.values()), _keyed(now.values())
    why = Reasons.of(manifest_then, manifest_now)
    moved, unchanged = [], 0
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old and new and _is_same(old, new):
            unchanged += 1
        else:
            moved.append(Moved(old, new, why.of_figure(old, new)))
    return Comparison(tuple(moved), unchanged, why.whole)


def _is_same(old: Printed, new: Printed) -> bool:
    if old.status != new.status:
        return False
    if old.value is None or new.value is None:
        return old.value is new.value
    return math.isclose(old.value, new.value, rel_tol=CLOSE, abs_tol=CLOSE)


def _keyed(figures: Collection[Printed]) -> dict[Key, Printed]:
    last: dict[tuple[str, ...], int] = {}
    for one in figures:
        end = Month.parse(one.period_end).ordinal
        last[one.sources] = max(last.get(one.sources, 0), end)
    made: dict[Key, Printed] = {}
    for one in figures:
        key = _key(one, last[one.sources])
        # two that differ in nothing that we know of by words are told apart by their own name
        made[key if key not in made else (*key, one.figure_id)] = one
    return made


def _key(one: Printed, last: int) -> Key:
    def back(text: str) -> str:
        return f"{Month.parse(text).ordinal - last:+d}"

    detail = MONTH.sub(lambda found: _back_or_same(found[0], last), one.detail)
    return (
        one.measure,
        one.offence,
        one.area_code,
        detail,
        one.sources,
        back(one.period_start),
        back(one.period_end),
    )


def _back_or_same(text: str, last: int) -> str:
    try:
        return f"{Month.parse(text).ordinal - last:+d}"
    except ValueError:
        return text


@dataclass(frozen=True)
class Reasons:
    """What differs between the records of two runs."""

    files: Mapping[str, str]  # path → added, changed, gone
    named: Mapping[str, frozenset[str]]  # source → paths that the settings of either run name
    settings: tuple[str, ...]  # dotted names of settings that differ
    others: tuple[str, ...]

    @classmethod
    def of(cls, then: Mapping[str, Any], now: Mapping[str, Any]) -> Reasons:
        """From two manifests."""
        old, new = ({one["path"]: one["sha256"] for one in run["files"]} for run in (then, now))
        same = set(old.values()) & set(new.values())
        files = {
            path: _told(old.get(path), new.get(path))
            for path in sorted({*old, *new})
            # a file that is only called otherwise moves no figure
            if old.get(path) != new.get(path) and (new.get(path) or old.get(path)) not in same
        }
        listed = [*_named(then["settings"]), *_named(now["settings"])]
        named = {
            source: frozenset(path for one, path in listed if one == source) for source, _ in listed
        }
        settings = tuple(_differing(then["settings"], now["settings"]))
        return cls(files, named, settings, tuple(_others(then, now)))

    @property
    def whole(self) -> tuple[str, ...]:
        """Everything that differs, for the head of the page."""
        told = [f"{path}: {what}" for path, what in self.files.items()]
        return (*told, *(f"setting {name} changed" for name in self.settings), *self.others)

    def of_figure(self, old: Printed | None, new: Printed | None) -> tuple[str, ...]:
        """What of all that can have moved one figure."""
        found = []
        one = new or old
        assert one is not None
        if old and new and old.period_end != new.period_end:
            ends = (Month.parse(each.period_end).label for each in (new, old))
            found.append("its period now ends in {} (it ended in {})".format(*ends))
        paths = [path for path in self.files if self._is_of(path, one.sources)]
        if paths:
            found.append(_files_told(paths, self.files))
        found += [f"setting {name} changed" for name in self.settings]
        found += self.others
        if old is None:
            found.insert(0, "the earlier run did not print it")
        if new is None:
            found.insert(0, "the later run does not print it")
        return tuple(found) or ("the runs' records do not say",)

    def _is_of(self, path: str, sources: Sequence[str]) -> bool:
        return any(self._from(path, source) for source in sources)

    def _from(self, path: str, source: str) -> bool:
        if source in self.named:
            is_mapping = source.startswith(PARTNER) and path.startswith("mappings/")
            return path in self.named[source] or is_mapping
        return path.startswith(folders_of(source)) if folders_of(source) else False


def _named(settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Source and path of every file that settings name one by one."""
    for one in settings.get("partner_files", ()):
        yield f"{PARTNER}{one['dataset']}", f"partners/{one['file']}"
    if last := settings.get("plan", {}).get("last"):
        yield "last_plan", last


def _told(old: str | None, new: str | None) -> str:
    if old is None:
        return "new file"
    return "changed" if new is not None else "no longer read"


def _files_told(paths: Sequence[str], files: Mapping[str, str]) -> str:
    if len(paths) == 1:
        return f"{paths[0]}: {files[paths[0]]}"
    kinds = sorted({files[path] for path in paths})
    return f"{len(paths)} of its files: {', '.join(kinds)}"


def _differing(old: Any, new: Any, name: str = "") -> list[str]:
    """Dotted names at which two settings differ; lists are compared whole.

    The list of partners' files is left out: the files themselves tell what changed in it.
    """
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        inner = [
            _differing(old.get(key), new.get(key), f"{name}.{key}".lstrip("."))
            for key in sorted({*old, *new})
            if f"{name}.{key}".lstrip(".") != "partner_files"
        ]
        return [one for each in inner for one in each]
    return [] if old == new else [name]


def _others(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    found = []
    if then["code"] != now["code"]:
        found.append("the program changed between the runs")
    for name in sorted({*then["reference"], *now["reference"]}):
        if then["reference"].get(name) != now["reference"].get(name):
            found.append(f"reference table {name} changed")
    for name in sorted({*then["definitions"], *now["definitions"]}):
        if then["definitions"].get(name) != now["definitions"].get(name):
            found.append(f"definition of {name.replace('_', ' ')} changed")
    return found

"""Prepared files together with what was decided about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from wardwise.sources.police_uk.extracts import SUPERSEDED, Choice, choose
from wardwise.sources.police_uk.hashes import extract_id, file_sha256
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.repeats import REPEATED
from wardwise.sources.police_uk.schema import SOURCE, Kind


@dataclass(frozen=True, eq=False)
class Batch:
    """Files in order; whether each is used; the id of the extract that each came in."""

    files: tuple[Prepared, ...]
    used: tuple[bool, ...]
    extracts: tuple[str, ...]

    def of(self, kind: Kind) -> Batch:
        """The files of one kind."""
        at = [n for n, file in enumerate(self.files) if file.source.name.kind is kind]
        return Batch(
            files=tuple(self.files[n] for n in at),
            used=tuple(self.used[n] for n in at),
            extracts=tuple(self.extracts[n] for n in at),
        )

    def reasons_set_aside(self) -> pa.Array:
        """Why each row is not used, empty where it is. Shape: rows of the files, in order."""
        rows = np.array([file.rows for file in self.files], dtype=np.int64)
        reason = np.repeat(np.where(np.asarray(self.used, dtype=bool), 0, 1), rows)
        starts = np.cumsum(rows) - rows
        for start, file, is_used in zip(starts, self.files, self.used, strict=True):
            if is_used and file.repeats.set_aside:
                reason[start + np.array(list(file.repeats.set_aside))] = 2
        words = pa.array([None, SUPERSEDED, REPEATED], pa.string())
        return words.take(pa.array(reason))

    def origin(self, read: pa.Table) -> dict[str, pa.ChunkedArray]:
        """Where each row came from: source, force, extract, file and line."""
        number = read["file_number"]
        forces = pa.array([file.force for file in self.files], pa.string())
        members = pa.array([file.source.member for file in self.files], pa.string())
        return {
            "source": pa.repeat(SOURCE, len(read)),
            "force": forces.take(number),
            "extract": pa.array(self.extracts, pa.string()).take(number),
            "file": members.take(number),
            "row": read["line"],
        }


def make_batch(files: Sequence[Prepared]) -> tuple[Batch, list[Choice]]:
    """Decide which files are used, and name their extracts."""
    used, choices = choose(files)
    ids = _extract_ids(files)
    extracts = tuple(ids[file.source.container] for file in files)
    return Batch(tuple(files), tuple(used), extracts), choices


def _extract_ids(files: Sequence[Prepared]) -> dict[Path, str]:
    contents: dict[Path, list[tuple[str, str]]] = {}
    ids: dict[Path, str] = {}
    for file in files:
        container = file.source.container
        if file.source.is_zipped and container not in ids:
            ids[container] = file_sha256(container)[:12]
        elif not file.source.is_zipped:
            contents.setdefault(container, []).append((file.source.member, file.sha256))
    return ids | {container: extract_id(listed) for container, listed in contents.items()}

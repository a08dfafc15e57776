"""Every file of the geographies, read once, and what was missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from wardwise.sources.data_folders import FileRow, find_file, need_file
from wardwise.sources.geography import files
from wardwise.sources.geography.csv_columns import CsvFile, read_csv_columns


@dataclass(frozen=True)
class Frames:
    """Frames by the names that ``files.py`` gives them."""

    frames: Mapping[str, pd.DataFrame]
    file_rows: tuple[FileRow, ...]
    missing: tuple[CsvFile, ...]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]

    @staticmethod
    def file_name(name: str) -> str:
        """Name of the file within the data folder."""
        return described(name).name


def described(name: str) -> CsvFile:
    """The description of a file by its name in ``files.py``."""
    found: CsvFile = getattr(files, name)
    return found


def read_frames(folders: Sequence[Path]) -> Frames:
    """Every file; one that is not required and not there is an empty frame, and is named."""
    frames: dict[str, pd.DataFrame] = {}
    rows: list[FileRow] = []
    missing: list[CsvFile] = []
    for name in files.NAMES:
        wanted = described(name)
        if not wanted.required and find_file(folders, wanted.name) is None:
            frames[name] = _empty(wanted)
            missing.append(wanted)
            continue
        file = need_file(folders, wanted.name, what=wanted.what)
        frames[name] = read_csv_columns(file, wanted)
        rows.append(file.file_read(source=wanted.source, rows=len(frames[name]), note=wanted.what))
    return Frames(frames=frames, file_rows=tuple(rows), missing=tuple(missing))


def _empty(wanted: CsvFile) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column: pd.Series(dtype="str" if kind == "text" else "float64")
            for column, kind in wanted.columns.items()
        }
    )

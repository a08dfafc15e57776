"""A large archive is counted from its bytes; the counts are those of the general reader."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from tests.police_uk_folder import (
    CODES,
    FORCE,
    crime,
    csv_text,
    nuisance,
    put,
    street_name,
    unlocated,
    zipped,
)
from wardwise.domain.errors import ReferenceDataError
from wardwise.sources.geography import read_geography
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.places import Places
from wardwise.sources.police_uk.files import find_files
from wardwise.sources.police_uk.plain_lists import make_lists
from wardwise.sources.police_uk.plain_tray import Tray
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.read_files import read_files
from wardwise.sources.police_uk.schema import Kind


PLACES = PlaceNumbers(
    Places(
        pa.table({"lsoa_code": CODES}),
        pa.table(
            {"lsoa11_code": ["E01888882"], "lsoa21_code": [CODES[1]], "change": ["S"]},
        ),
    )
)


def file_of(month: str, *, size: int) -> str:
    """A file of that many crimes, the first of them published twice."""
    rows = [crime(number, month=month, at=number % 6) for number in range(size)]
    return csv_text([*rows, rows[0], nuisance(month=month), unlocated(size, month=month)])


def summary(file: Prepared) -> tuple[object, ...]:
    """All that a count needs of a file."""
    assert file.cells is not None
    cells = zip(file.cells.place, file.cells.offence, file.cells.records, strict=True)
    split = file.cells.split
    return (
        *(file.source, file.sha256, file.size, file.rows, file.force, file.repeats),
        sorted((int(place), int(offence), int(records)) for place, offence, records in cells),
        None if split is None else split.codes,
    )


def check_both_ways_agree(folder: Path, places: PlaceNumbers) -> None:
    """The same files, counted as a large archive and as a small one."""
    found = [file for file in find_files([folder]) if file.name.kind is Kind.STREET]
    fast = read_files(found, places=places, with_records=False, large=0)
    slow = read_files(found, places=places, with_records=False)
    assert [summary(file) for file in fast] == [summary(file) for file in slow]


def test_without_machine_code_the_answer_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, file_of("2023-01", size=50), month="2023-01")
    # As where Numba has no release for the Python that is installed: it cannot be imported
    monkeypatch.setitem(sys.modules, "wardwise.sources.police_uk.plain_machine", None)
    check_both_ways_agree(tmp_path, PLACES)


def test_files_on_disk_plain_and_not(tmp_path: Path) -> None:
    # A large file, a small one after it on the same tray, one that only the general reader
    # takes (a split LSOA), one with a byte order mark, one with Windows line ends
    put(tmp_path, file_of("2023-01", size=2000), month="2023-01")
    put(tmp_path, file_of("2023-02", size=3), month="2023-02")
    split = crime(1, month="2023-03", LSOA_code="E01888882")
    put(tmp_path, csv_text([split, crime(2, month="2023-03")]), month="2023-03")
    put(tmp_path, "\ufeff" + file_of("2023-04", size=4), month="2023-04")
    put(tmp_path, file_of("2023-05", size=5).replace("\n", "\r\n"), month="2023-05")
    check_both_ways_agree(tmp_path, PLACES)


def test_files_in_a_zip(tmp_path: Path) -> None:
    months = [f"2023-{number:02d}" for number in range(1, 6)]
    zipped(tmp_path, {street_name(month): file_of(month, size=40) for month in months})
    check_both_ways_agree(tmp_path, PLACES)


def test_a_file_that_is_not_sound_is_refused_as_ever(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1), crime(2, LSOA_code="E01000001")]))
    found = find_files([tmp_path])
    said = []
    for large in (0, 10**9):
        with pytest.raises(ReferenceDataError) as refused:
            read_files(found, places=PLACES, with_records=False, large=large)
        said.append(str(refused.value))
    assert said[0] == said[1]
    assert "E01000001" in said[0]


def test_a_tray_gives_back_what_was_laid_on_it(tmp_path: Path) -> None:
    tray = Tray(make_lists(PLACES))
    for size in (0, 1, 65_535, 65_536, 200_000, 10):
        path = tmp_path / f"{size}.csv"
        path.write_bytes(bytes(range(1, 251)) * (size // 250) + b"x" * (size % 250))
        tray.lay_file(path)
        assert bytes(tray.file()) == path.read_bytes()
        text = tray.text(start=0)
        assert not np.any(text.data[text.size : text.size + 1024])


@pytest.mark.shared
def test_the_real_archive(shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "police_uk"
    folder.mkdir()
    name = "bedfordshire_2021-05_2024-04.zip"
    (folder / name).symlink_to(shared / "data" / "police_uk" / name)
    geography = read_geography([shared / "data"]).tables
    places = Places(geography["lsoa"], geography["lsoa_2011"])
    check_both_ways_agree(tmp_path, PlaceNumbers(places))


def test_the_force_is_as_the_rows_spell_it(tmp_path: Path) -> None:
    put(tmp_path, csv_text([crime(1)]))
    (file,) = read_files(find_files([tmp_path]), places=PLACES, with_records=False, large=0)
    assert file.force == FORCE

"""The fast count of a plain file against its slow twin: the same answer, or none."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.police_uk_folder import CODES, crime, csv_text, nuisance, unlocated
from wardwise.domain.errors import AssessmentError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.places import Places
from wardwise.sources.police_uk.cells import FileCells
from wardwise.sources.police_uk.file_names import FileName
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.plain_lists import make_lists
from wardwise.sources.police_uk.plain_street import count_plain
from wardwise.sources.police_uk.plain_tray import Tray
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.read_files import read_file
from wardwise.sources.police_uk.schema import Kind


NAME = FileName("2023-05", "sampleshire", Kind.STREET)
SOURCE = SourceFile(Path("a"), "2023-05-sampleshire-street.csv", "shown", NAME, is_zipped=False)
PLACES = PlaceNumbers(
    Places(
        pa.table({"lsoa_code": [*CODES, "W01000001"]}),
        pa.table(
            {
                "lsoa11_code": ["E01888884", "E01888882"],
                "lsoa21_code": [CODES[3], CODES[1]],
                "change": ["M", "S"],
            }
        ),
    )
)

TRAY = Tray(make_lists(PLACES))  # one for every file, as in a run

ROWS = st.one_of(
    st.builds(
        crime,
        st.integers(1, 6),
        at=st.integers(0, 5),
        Crime_type=st.sampled_from(POLICE_UK_OFFENCES),
        Longitude=st.sampled_from(["", "-0.415000", "1.5", "-8.99999999", "2.0", "-9.5", "3.1"]),
        LSOA_code=st.sampled_from([*CODES, "W01000001", "E01888884", "E01888882", "S01000001"]),
        Location=st.sampled_from(["On or near Café", "No Location", "On or near A/B (1)"]),
    ),
    st.builds(nuisance, at=st.integers(0, 5)),
    st.builds(unlocated, st.integers(1, 6)),
)


def fast_count(data: bytes) -> Prepared | None:
    """The fast way's answer; None where the file is not plain."""
    TRAY.lay(data)
    return count_plain(SOURCE, TRAY)


def slowly(data: bytes) -> Prepared | None:
    """The general reader's answer; None where it refuses the file."""
    try:
        return read_file(SOURCE, data, places=PLACES, with_records=True)
    except AssessmentError:
        return None


def cells_of(cells: FileCells | None) -> dict[tuple[int, int], int]:
    """Place and offence → records."""
    assert cells is not None
    found: dict[tuple[int, int], int] = {}
    for place, offence, records in zip(
        cells.place.tolist(), cells.offence.tolist(), cells.records.tolist(), strict=True
    ):
        found[place, offence] = found.get((place, offence), 0) + records
    return found


def check_same(data: bytes) -> bool:
    """Whether the fast way had an answer; if so it is the slow one's."""
    fast, slow = fast_count(data), slowly(data)
    if fast is None:
        return False
    assert slow is not None
    assert cells_of(fast.cells) == cells_of(slow.cells)
    assert (fast.rows, fast.force, fast.sha256) == (slow.rows, slow.force, slow.sha256)
    assert fast.repeats == slow.repeats
    return True


@given(rows=st.lists(ROWS, min_size=1, max_size=12), end=st.sampled_from(["\n", "\r\n"]))
def test_both_ways_agree_on_files_as_published(rows: list[dict[str, str]], end: str) -> None:
    check_same(csv_text(rows).replace("\n", end).encode())


@given(
    rows=st.lists(ROWS, min_size=1, max_size=4),
    edits=st.lists(
        st.tuples(st.integers(0, 2000), st.sampled_from([*b',."-0123456789eEWx\n\r\x00\xe9'])),
        min_size=1,
        max_size=3,
    ),
)
def test_a_damaged_file_is_never_counted_otherwise(
    rows: list[dict[str, str]], edits: list[tuple[int, int]]
) -> None:
    data = bytearray(csv_text(rows).encode())
    for at, byte in edits:
        data[at % len(data)] = byte
    check_same(bytes(data))


@pytest.mark.parametrize("offence", POLICE_UK_OFFENCES)
def test_every_crime_type_is_read_the_fast_way(offence: str) -> None:
    assert check_same(csv_text([crime(1, Crime_type=offence), crime(2)]).encode())


@pytest.mark.parametrize(
    "changes",
    [
        {"Crime_type": "burglary"},
        {"Crime_type": "Burglarz"},
        {"Crime_type": "A" * 40},
        {"Crime_type": ""},
        {"LSOA_code": "E01000001"},
        {"LSOA_code": "E0199999"},
        {"LSOA_code": "X01999991"},
        {"LSOA_code": "E0199999x"},
        {"Longitude": "-0.4x5000"},
        {"Longitude": "0.4.5"},
        {"Longitude": "-.4"},
        {"Longitude": "51.88"},
        {"Latitude": "61.5"},
        {"Latitude": "48.99"},
        {"Latitude": "-51.5"},
        {"Month": "2023-06"},
        {"Reported_by": "Otherham Police"},
        {"Crime_ID": "short"},
    ],
)
def test_what_is_not_sound_has_no_fast_answer(changes: dict[str, str]) -> None:
    assert not check_same(csv_text([crime(1), crime(2, **changes)]).encode())

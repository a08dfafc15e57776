"""The fast count of a plain file against its slow twin: the same answer, or none.

The kernel is run twice, in machine code and as plain Python; both must say the same. One tray
holds file after file, so that what one file leaves behind would show in the next.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.police_uk_folder import CODES, FORCE, crime, csv_text, nuisance, unlocated
from wardwise.domain.errors import AssessmentError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.places import Places
from wardwise.sources.police_uk.cells import FileCells
from wardwise.sources.police_uk.file_names import FileName
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.plain_kernel import walk
from wardwise.sources.police_uk.plain_lists import make_lists
from wardwise.sources.police_uk.plain_machine import load_walk
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

WALK = load_walk()
TRAY = Tray(make_lists(PLACES))  # one for every file, as in a run

ROWS = st.one_of(
    st.builds(
        crime,
        st.integers(1, 6),
        at=st.integers(0, 5),
        Crime_type=st.sampled_from(POLICE_UK_OFFENCES),
        Longitude=st.sampled_from(["", "-0.415000", "1.5", "-8.99999999", "2.0", "-9.5", "3.1"]),
        LSOA_code=st.sampled_from([*CODES, "W01000001", "E01888884", "E01888882", "S01000001"]),
        Location=st.sampled_from(
            ["On or near Café", "No Location", "", "On or near A/B (1)", '"On or near A, B"']
        ),
        LSOA_name=st.sampled_from(["Sampleton", '"Sampleton, East and West 022C"', '""', '"']),
        Last_outcome_category=st.sampled_from(["", "Local resolution", '"Charged, or so"']),
    ),
    st.builds(nuisance, at=st.integers(0, 5)),
    st.builds(unlocated, st.integers(1, 6)),
)


def fast_count(data: bytes) -> Prepared | None:
    """The fast way's answer; None where the file is not plain."""
    TRAY.lay(data)
    fast = count_plain(SOURCE, TRAY, walk=WALK)
    if len(data) < 20_000:
        with np.errstate(over="ignore"):  # numbers of 64 bits are meant to wrap around
            assert same(fast, count_plain(SOURCE, TRAY, walk=walk))
    return fast


def same(one: Prepared | None, other: Prepared | None) -> bool:
    """Whether two answers agree in all that a count needs."""
    if one is None or other is None:
        return one is other
    return cells_of(one.cells) == cells_of(other.cells) and (
        one.rows,
        one.size,
        one.force,
        one.sha256,
        one.repeats,
    ) == (other.rows, other.size, other.force, other.sha256, other.repeats)


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
    assert same(fast, slow)
    return True


@given(rows=st.lists(ROWS, min_size=1, max_size=12), end=st.sampled_from(["\n", "\r\n"]))
def test_both_ways_agree_on_files_as_published(rows: list[dict[str, str]], end: str) -> None:
    check_same(csv_text(rows).replace("\n", end).encode())


@given(
    rows=st.lists(ROWS, min_size=1, max_size=4),
    edits=st.lists(
        st.tuples(
            st.integers(0, 2000), st.sampled_from([*b',."-0123456789eEWx\n\r\t\x00\xe9\x7f'])
        ),
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


TEXT = csv_text([crime(1), nuisance(at=1), unlocated(2), crime(3, at=2)])


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r\n", 1),
        TEXT.replace("\n", "\r\n").replace("\r\n", "\n", 3),
        TEXT.replace("Sampleton", '"Sampleton, East and West"'),
        TEXT.replace("On or near High Street", '"High, or not"', 1),
        TEXT.replace("High Street", "Heol y Tŷ"),
        TEXT.replace(f",{FORCE},{FORCE}", f",{FORCE},Other Police"),
        TEXT.replace("Under investigation", ""),
        TEXT.replace("Burglary,Under investigation,", "Burglary,Under investigation,Context"),
        csv_text([nuisance()]),
    ],
)
def test_what_is_plain_has_a_fast_answer(text: str) -> None:
    assert check_same(text.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        TEXT.encode()[:-1],
        TEXT.encode()[:-5],
        TEXT.encode() + b"\n",
        TEXT.encode() + b"\x00",
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.replace("High Street", "Caf\xe9").encode("latin-1"),
        TEXT.replace("High", "Hi\x00gh").encode(),
        TEXT.replace("High", "Hi\tgh").encode(),
        TEXT.replace("High", 'Hi"gh').encode(),
        TEXT.replace("Sampleton", '"Sample ""ton"""', 1).encode(),
        TEXT.replace("Sampleton", '"Sampleton', 1).encode(),
        TEXT.replace("Burglary", '"Burglary"', 1).encode(),
        TEXT.replace("High Street", "High\rStreet", 1).encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\n\n").encode(),
        TEXT.replace("Sampleton,", "").encode(),
        TEXT.replace("Sampleton,", "Sampleton,,", 1).encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace("Month", "month", 1).encode(),
        TEXT.replace(f",{FORCE},{FORCE}", f",{FORCE},Other Police", 1).encode(),
        TEXT.replace(FORCE, "Otherham Police").encode(),
        TEXT.replace("2023-05", "2023-06").encode(),
        TEXT.split("\n")[0].encode() + b"\n",
    ],
)
def test_what_is_not_plain_has_no_fast_answer(data: bytes) -> None:
    assert not check_same(data)


def test_ids_that_come_again_are_found_wherever_they_stand() -> None:
    # In rows 1,000, 1,010 ... 1,990 the ID of 1,000 rows before, in half with another outcome
    rows = [
        crime(
            number - 1000 if number % 10 == 0 and 1000 <= number < 2000 else number,
            Last_outcome_category="" if number % 20 else "Local resolution",
            LSOA_name='"Sampleton, North"' if number % 7 == 0 else "Sampleton",
        )
        for number in range(3000)
    ]
    assert check_same(csv_text(rows).encode())
    counted = fast_count(csv_text(rows).encode())
    assert counted is not None
    assert len(counted.repeats.set_aside) == 100
    assert check_same(TEXT.encode())  # and a small file after a large one


def test_ids_that_only_begin_alike_are_no_repeats() -> None:
    ids = ["1" * 63 + str(number) for number in range(9)]
    assert check_same(csv_text([crime(Crime_ID=each) for each in ids]).encode())
    counted = fast_count(csv_text([crime(Crime_ID=each) for each in ids]).encode())
    assert counted is not None
    assert not counted.repeats.set_aside


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
        {"Crime_ID": "a" * 65},
        {"Crime_ID": "a" * 63 + "é"},
        {"Crime_ID": "a" * 63 + " "},
        {"Longitude": "-0."},
        {"Longitude": "-0.123456789"},
        {"Longitude": "0"},
        {"Longitude": "9.5"},
        {"Latitude": "5x.5"},
        {"LSOA_code": "E0199999101"},
        {"LSOA_code": "E00999991"},
    ],
)
def test_what_is_not_sound_has_no_fast_answer(changes: dict[str, str]) -> None:
    assert not check_same(csv_text([crime(1), crime(2, **changes)]).encode())

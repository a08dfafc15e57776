"""Limits of what is unpacked, with small ones so that the test stays small."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from wardwise.domain.errors import ArchiveError, ExtractError
from wardwise.sources.archive import Limits
from wardwise.sources.unpacking import (
    Guarded,
    allowed,
    check_map,
    check_workbook,
    unpack_gzip,
)


MEGABYTE = 1024**2


def test_what_was_packed_comes_out() -> None:
    for data in (b"", b"a,b\n1,2\n", bytes(range(256)) * 3000):
        assert unpack_gzip(gzip.compress(data), file="a.gz") == data


def test_a_gzip_of_several_members_comes_out_whole_and_noughts_at_the_end_are_no_member() -> None:
    raw = gzip.compress(b"one") + gzip.compress(b"two") + b"\0\0\0"
    assert unpack_gzip(raw, file="a.gz") == b"onetwo"


@pytest.mark.parametrize("cut", [3, 12, -1, -9])
def test_a_gzip_that_is_cut_short_is_damaged(cut: int) -> None:
    with pytest.raises(ExtractError, match="damaged or cut short"):
        unpack_gzip(gzip.compress(bytes(range(256)) * 40)[:cut], file="a.gz")


def test_a_bomb_is_refused_before_it_is_held() -> None:
    # 20 MB of noughts pack to about 20 kB: a thousand times, where 200 times is the most
    raw = gzip.compress(bytes(20 * MEGABYTE))
    with pytest.raises(ArchiveError, match="would unpack to more than"):
        unpack_gzip(raw, file="a.gz")


def test_the_absolute_limit_holds_whatever_the_multiple() -> None:
    raw = gzip.compress(bytes(range(256)) * 16)
    with pytest.raises(ArchiveError, match="more than 4,000 bytes"):
        unpack_gzip(raw, file="a.gz", limits=Limits(member=4000))


def test_a_small_file_may_unpack_to_a_megabyte() -> None:
    # a short file of one letter over and over is no attack
    assert allowed(10, Limits()) == MEGABYTE
    assert allowed(MEGABYTE, Limits()) == 200 * MEGABYTE


def test_a_stream_ends_in_a_refusal() -> None:
    stream = Guarded(io.BytesIO(bytes(3000)), most=2500, file="a.zst")
    assert len(stream.read(2000)) == 2000
    with pytest.raises(ArchiveError, match=r"a\.zst"):
        stream.read(1000)


def packed(**parts: bytes) -> bytes:
    """A zip of the parts, as a workbook is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return out.getvalue()


def test_a_workbook_is_refused_by_its_part_and_by_its_whole() -> None:
    check_workbook(packed(sheet=b"<row/>" * 1000), file="a.xlsx")
    check_workbook(b"not a zip", file="a.xls")
    with pytest.raises(ArchiveError, match="'sheet'"):
        check_workbook(packed(sheet=bytes(20 * MEGABYTE)), file="a.xlsx")
    many = packed(**{f"part{n}": bytes(MEGABYTE) for n in range(30)})
    with pytest.raises(ArchiveError, match=r"a\.xlsx:"):
        check_workbook(many, file="a.xlsx")


def test_a_map_too_large_to_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "areas.gpkg"
    path.write_bytes(bytes(100))
    check_map(path)
    with pytest.raises(ArchiveError, match="found 100 bytes, expected at most 99"):
        check_map(path, largest=99)

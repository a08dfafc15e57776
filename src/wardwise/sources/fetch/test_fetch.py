"""Downloads from a server on this machine that serves the same layout."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import pytest

from wardwise.domain.errors import FetchError, SettingsError
from wardwise.sources.fetch import fetch


def _zip(name: str, *, size: int = 1_200_000) -> bytes:
    """A zip that cannot be pressed smaller, so that it is over the least size."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, random.Random(1).randbytes(size))
    return packed.getvalue()


ARCHIVE = _zip("2024-04/2024-04-exampleshire-street.csv")
WORKBOOK = _zip("xl/workbook.xml", size=120_000)
ONS = (
    "/file?uri=/peoplepopulationandcommunity/crimeandjustice/datasets/policeforceareadatatables"
    "/yearendingdecember2024/policeforceareatablesyedecember2024.xlsx"
)


@dataclass
class Served:
    """What the server holds by path, how it behaves, and what it was asked for."""

    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    breaks_off_at: int | None = None
    version: str = '"one"'
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def served() -> Iterator[Served]:
    """A server of that layout on a free port of this machine."""
    holds = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _answer(self, holds)

        def log_message(self, *_: object) -> None:
            """Say nothing: the tests look at ``asked``."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    holds.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield holds
    server.shutdown()
    thread.join()
    server.server_close()


def _answer(request: BaseHTTPRequestHandler, holds: Served) -> None:
    given = request.headers.get("Range")
    holds.asked.append((request.path, given))
    if request.path not in holds.files:
        request.send_error(404)
        return
    whole, kind = holds.files[request.path]
    same = request.headers.get("If-Range") == holds.version
    start = int(given.removeprefix("bytes=").removesuffix("-")) if given and same else 0
    request.send_response(206 if start else 200)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(whole) - start))
    request.send_header("ETag", holds.version)
    request.end_headers()
    end = holds.breaks_off_at if holds.breaks_off_at is not None else len(whole)
    request.wfile.write(whole[start : max(end, start)])
    request.close_connection = True


def test_an_archive_is_put_in_place_whole(served: Served, tmp_path: Path) -> None:
    served.files["/data/archive/latest.zip"] = (ARCHIVE, "application/zip")
    (found,) = fetch("police_uk", to=tmp_path, base_addresses={"police_uk": served.address})
    assert (tmp_path / "police_uk" / "latest.zip").read_bytes() == ARCHIVE
    assert found.size == len(ARCHIVE)
    assert sorted(path.name for path in (tmp_path / "police_uk").iterdir()) == ["latest.zip"]


def test_a_month_may_be_named(served: Served, tmp_path: Path) -> None:
    served.files["/data/archive/2024-04.zip"] = (ARCHIVE, "application/zip")
    (found,) = fetch("police_uk:2024-04", to=tmp_path, base_addresses={"police_uk": served.address})
    assert found.name == "police_uk/2024-04.zip"


def test_the_workbook_is_fetched_by_its_own_layout(served: Served, tmp_path: Path) -> None:
    served.files[ONS] = (WORKBOOK, "application/vnd.openxmlformats-officedocument")
    (found,) = fetch("ons", to=tmp_path, base_addresses={"ons": served.address})
    assert (tmp_path / found.name).read_bytes() == WORKBOOK


def test_a_broken_download_goes_on_where_it_stopped(served: Served, tmp_path: Path) -> None:
    served.files["/data/archive/latest.zip"] = (ARCHIVE, "application/zip")
    served.breaks_off_at = 500_000
    with pytest.raises(FetchError, match="what has come is kept"):
        fetch("police_uk", to=tmp_path, base_addresses={"police_uk": served.address})
    assert not (tmp_path / "police_uk" / "latest.zip").exists()
    served.breaks_off_at = None
    (found,) = fetch("police_uk", to=tmp_path, base_addresses={"police_uk": served.address})
    assert found.resumed
    assert served.asked[-1] == ("/data/archive/latest.zip", "bytes=500000-")
    assert (tmp_path / found.name).read_bytes() == ARCHIVE


def test_a_file_that_changed_meanwhile_begins_again(served: Served, tmp_path: Path) -> None:
    served.files["/data/archive/latest.zip"] = (ARCHIVE, "application/zip")
    served.breaks_off_at = 500_000
    with pytest.raises(FetchError):
        fetch("police_uk", to=tmp_path, base_addresses={"police_uk": served.address})
    newer = _zip("2024-05/2024-05-exampleshire-street.csv")
    served.breaks_off_at, served.version = None, '"two"'
    served.files["/data/archive/latest.zip"] = (newer, "application/zip")
    (found,) = fetch("police_uk", to=tmp_path, base_addresses={"police_uk": served.address})
    assert not found.resumed
    assert (tmp_path / found.name).read_bytes() == newer


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (b"<html>moved</html>", "text/html; charset=utf-8", "a web page"),
        (b"PK\x03\x04", "application/zip", "4 bytes, expected at least"),
        (b"x" * 2_000_000, "application/octet-stream", "not a whole zip"),
        (ARCHIVE[:-40], "application/zip", "not a whole zip"),
    ],
)
def test_what_is_not_the_file_is_not_kept(
    served: Served, tmp_path: Path, body: bytes, kind: str, said: str
) -> None:
    (tmp_path / "police_uk").mkdir()
    (tmp_path / "police_uk" / "latest.zip").write_bytes(b"the last good one")
    served.files["/data/archive/latest.zip"] = (body, kind)
    with pytest.raises(FetchError, match=said) as fault:
        fetch("police_uk", to=tmp_path, base_addresses={"police_uk": served.address})
    assert fault.value.exit_code == 20
    assert (tmp_path / "police_uk" / "latest.zip").read_bytes() == b"the last good one"


def test_a_missing_file_says_what_the_server_answered(served: Served, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="404"):
        fetch("ons", to=tmp_path, base_addresses={"ons": served.address})


def test_no_server_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="the connection failed"):
        fetch("ons", to=tmp_path, base_addresses={"ons": "http://127.0.0.1:9"})


def _areas(**named: str) -> bytes:
    feature = {"type": "Feature", "properties": named, "geometry": None}
    return json.dumps({"type": "FeatureCollection", "features": [feature] * 3}).encode()


def test_outlines_are_asked_for_by_district_and_then_by_its_name(
    served: Served, tmp_path: Path
) -> None:
    base = "/ESMARspQHYMw9BZ9/arcgis/rest/services/"
    wards = (
        f"{base}Wards_December_2024_Boundaries_UK_BGC/FeatureServer/0/query?where=LAD24CD%3D%27"
        "E06000032%27&outFields=WD24CD%2CWD24NM%2CLAD24CD%2CLAD24NM&outSR=4326&f=geojson"
    )
    lsoas = (
        f"{base}Lower_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V5/FeatureServer/0/"
        "query?where=LSOA21NM%20LIKE%20%27Luton%200%25%27&outFields=LSOA21CD%2CLSOA21NM"
        "&outSR=4326&f=geojson"
    )
    served.files[wards] = (_areas(WD24CD="E05000001", LAD24NM="Luton"), "application/geo+json")
    served.files[lsoas] = (_areas(LSOA21CD="E01000001"), "application/geo+json")
    found = fetch(
        "boundaries:E06000032", to=tmp_path, base_addresses={"boundaries": served.address}
    )
    assert [one.name for one in found] == [
        "geography/case_areas/ward_E06000032.geojson",
        "geography/case_areas/lsoa_E06000032.geojson",
    ]
    assert "LIKE 'Luton 0%'" in unquote(served.asked[-1][0])


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("police-uk", "Did you mean 'police_uk'"),
        ("boundaries", "a district's code"),
        ("ons:december1999", "expected one of december2024"),
        ("police_uk:2024-13", "a month as YYYY-MM"),
    ],
)
def test_what_cannot_be_fetched_is_said_before_any_connection(
    tmp_path: Path, what: str, said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        fetch(what, to=tmp_path)


def test_only_web_addresses_are_taken(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="begins with https"):
        fetch("ons", to=tmp_path, base_addresses={"ons": "file:///etc"})

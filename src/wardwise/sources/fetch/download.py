"""Downloads one file: goes on where it was broken off, and puts it in place whole or not at all."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.errors import FetchError
from wardwise.sources.fetch.check import check_kind
from wardwise.sources.fetch.wanted import Wanted


Tell = Callable[[int, int | None], None]
PIECE = 1 << 20
PATIENCE_SECONDS = 60.0
MOST_BYTES = 8 << 30  # the archive of every force is under 2 GB


@dataclass(frozen=True)
class Fetched:
    """A file that is now in the data folder. Unit of size: bytes."""

    name: str
    address: str
    size: int
    sha256: str
    resumed: bool


def download(wanted: Wanted, *, to: Path, tell: Tell | None = None) -> Fetched:
    """The file, in place under ``to``. What was there before stays until the new one is good."""
    target = to / wanted.to
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    mark = target.with_name(target.name + ".part.json")
    try:
        resumed = _fill(wanted, part=part, mark=mark, tell=tell)
    except urllib.error.HTTPError as fault:
        raise _refused(wanted, f"the server answered {fault.code} {fault.reason}") from None
    except (urllib.error.URLError, TimeoutError, ConnectionError, http.client.HTTPException) as f:
        said = getattr(f, "reason", None) or f or type(f).__name__
        raise _refused(wanted, f"the connection failed ({said})") from None
    check_kind(wanted, part)
    digest = _sha256(part)
    size = part.stat().st_size
    os.replace(part, target)
    mark.unlink(missing_ok=True)
    return Fetched(wanted.to, wanted.address, size, digest, resumed)


def _fill(wanted: Wanted, *, part: Path, mark: Path, tell: Tell | None) -> bool:
    """Fill the part file to its end; True if it went on from what was there."""
    had = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(wanted.address, headers=_headers(mark, had))
    try:
        answer = urllib.request.urlopen(request, timeout=PATIENCE_SECONDS)
    except urllib.error.HTTPError as fault:
        if fault.code != 416 or not had:
            raise
        # the server has nothing after what we hold: it changed, or we hold it all; begin again
        part.unlink()
        return _fill(wanted, part=part, mark=mark, tell=tell)
    with answer:
        goes_on = bool(answer.status == 206 and had)
        start = had if goes_on else 0
        _refuse_page(wanted, answer)
        mark.write_text(json.dumps({"version": _version(answer)}), encoding="utf-8")
        total = _total(answer, start)
        _write(answer, part, start=start, total=total, tell=tell)
    found = part.stat().st_size
    if total is not None and found != total:
        raise _refused(wanted, f"it broke off at {found:,} of {total:,} bytes")
    return goes_on


def _headers(mark: Path, had: int) -> dict[str, str]:
    """Ask for the rest only, and only if the file is still the one we began with."""
    headers = {"User-Agent": "wardwise"}
    if had and mark.exists():
        version = json.loads(mark.read_text(encoding="utf-8")).get("version")
        if version:
            headers |= {"Range": f"bytes={had}-", "If-Range": str(version)}
    return headers


def _version(answer: http.client.HTTPResponse) -> str | None:
    return answer.headers.get("ETag") or answer.headers.get("Last-Modified")


def _total(answer: http.client.HTTPResponse, start: int) -> int | None:
    length = answer.headers.get("Content-Length")
    return start + int(length) if length and length.isdigit() else None


def _refuse_page(wanted: Wanted, answer: http.client.HTTPResponse) -> None:
    """A page that says 'not found' with the status 200 must not be kept as a zip."""
    kind = answer.headers.get_content_type()
    if kind in ("text/html", "application/xhtml+xml"):
        raise FetchError(
            f"{wanted.to}: {wanted.address} answered with a web page, expected a {wanted.kind} "
            "file. The address has moved: see docs/reference/download_addresses.md."
        )


def _write(
    answer: http.client.HTTPResponse,
    part: Path,
    *,
    start: int,
    total: int | None,
    tell: Tell | None,
) -> None:
    done = start
    with part.open("ab" if start else "wb") as file:
        while piece := answer.read(PIECE):
            done += len(piece)
            if done > MOST_BYTES:
                raise FetchError(
                    f"{part.name}: over {MOST_BYTES:,} bytes came, which no file of ours has. "
                    "Check the address."
                )
            file.write(piece)
            if tell:
                tell(done, total)


def _refused(wanted: Wanted, why: str) -> FetchError:
    return FetchError(
        f"{wanted.to}: {wanted.address} could not be downloaded: {why}. Try again later: what has "
        "come is kept and the rest is asked for. Or download it by hand to that name."
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

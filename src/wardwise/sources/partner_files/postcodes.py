"""The partnership's own lookup of postcodes: postcode → LSOA, and nothing finer is kept."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.errors import EvidenceMissing, ExtractError


_WHOLE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})")
_OUTWARD = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")


@dataclass(frozen=True)
class PostcodeLookup:
    """Postcode without its blank → LSOA 2021."""

    lsoa: Mapping[str, str]


def read_postcodes(name: str, *, folders: Sequence[Path]) -> PostcodeLookup:
    """A CSV with the columns postcode and lsoa_code."""
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        raise EvidenceMissing(
            file=name,
            problem="the postcode lookup that the settings name is not there.",
            remedy="Put it beside the settings or into a data folder.",
        )
    text = path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for column in ("postcode", "lsoa_code"):
        if column not in (reader.fieldnames or ()):
            raise ExtractError(
                file=name,
                row=1,
                column=column,
                problem="the postcode lookup has no such column.",
                remedy="Give a CSV with the columns postcode and lsoa_code.",
            )
    return PostcodeLookup(
        {key: row["lsoa_code"] for row in reader if (key := whole(row["postcode"] or ""))}
    )


def whole(text: str) -> str | None:
    """A whole postcode in capitals without its blank, or None."""
    found = _WHOLE.fullmatch(text.strip().upper())
    return found[1] + found[2] if found else None


def outward(text: str) -> str | None:
    """The outward part of a postcode, whole or outward alone; None if it is neither."""
    upper = text.strip().upper()
    found = _WHOLE.fullmatch(upper)
    if found:
        return found[1]
    # a sector ('LU1 2') gives its district
    short = re.sub(r"\s+\d$", "", upper)
    return short if _OUTWARD.fullmatch(short) else None

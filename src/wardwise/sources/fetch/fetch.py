"""Fetches what a person names, file by file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from wardwise.sources.fetch.download import Fetched, Tell, download
from wardwise.sources.fetch.wanted import wanted


EVERYTHING = ("police_uk", "ons")
"""What is fetched when nothing is named. Outlines are asked for by district."""


def fetch(
    what: str,
    *,
    to: Path,
    base_addresses: Mapping[str, str] | None = None,
    tell: Tell | None = None,
) -> tuple[Fetched, ...]:
    """Download ``what`` to a data folder: ``ons``, ``police_uk:2024-04``, ``boundaries:E06000032``.

    ``base_addresses`` gives another address with the same layout, by kind ('police_uk', 'ons',
    'boundaries'); ``tell`` is told the bytes so far and in all. FetchError if it cannot be had;
    what was there before then still stands.
    """
    kind = what.partition(":")[0]
    base = (base_addresses or {}).get(kind)
    first = tuple(download(one, to=to, tell=tell) for one in wanted(what, base_address=base))
    if kind != "boundaries":
        return first
    name = _district_name(to / first[0].name)
    rest = wanted(what, base_address=base, name=name)[len(first) :]
    return first + tuple(download(one, to=to, tell=tell) for one in rest)


def _district_name(wards: Path) -> str:
    """The name of the district, from its wards: LSOAs are named after it."""
    features = json.loads(wards.read_text(encoding="utf-8"))["features"]
    return str(features[0]["properties"]["LAD24NM"])

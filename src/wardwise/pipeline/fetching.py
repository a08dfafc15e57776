"""Open data downloaded into a data folder, told as it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wardwise.sources.fetch import fetch


EVERYTHING = ("police_uk", "ons")


def fetch_all(
    what: Sequence[str], *, to: Path, base: str | None, tell: Callable[[str], None]
) -> str:
    """Fetch each thing named; the files that came, one a line."""
    lines = []
    for one in what or EVERYTHING:
        tell(f"Fetching {one}")
        kind = one.partition(":")[0]
        came = fetch(one, to=to, base_addresses={kind: base} if base else None)
        lines += [f"{file.name}: {file.size:,} bytes" for file in came]
    return "\n".join(lines)

"""What to download: names, editions and addresses, from the reference table."""

from __future__ import annotations

import difflib
import re
import urllib.parse
from dataclasses import dataclass

from wardwise.domain.errors import SettingsError
from wardwise.reference.load import Row, load_table


@dataclass(frozen=True)
class Wanted:
    """One file: its whole address, its name in the data folder, what it must turn out to be."""

    address: str
    to: str
    kind: str
    least_bytes: int


def wanted(what: str, *, base_address: str | None, name: str = "") -> tuple[Wanted, ...]:
    """Files that ``what`` stands for: ``ons``, ``police_uk:2024-04``, ``boundaries:E06000032``.

    ``name`` is the district's, which the LSOAs are asked for by; without it they are left out.
    """
    kind, _, edition = what.partition(":")
    rows = [row for row in load_table("download").rows if row["what"] == kind]
    if not rows:
        raise SettingsError(_unknown(kind))
    chosen = _chosen(kind, edition, rows)
    return tuple(
        _filled(row, edition=edition, name=name, base_address=base_address)
        for row in chosen
        if name or "{name}" not in str(row["path"])
    )


def _unknown(kind: str) -> str:
    names = sorted({str(row["what"]) for row in load_table("download").rows})
    near = difflib.get_close_matches(kind, names, n=1, cutoff=0.3)
    return (
        f"fetch: found '{kind}', expected one of {', '.join(names)}."
        f" Did you mean '{near[0] if near else names[0]}'?"
    )


def _chosen(kind: str, edition: str, rows: list[Row]) -> list[Row]:
    if kind == "boundaries":
        if not re.fullmatch(r"[EW]\d{8}", edition):
            raise SettingsError(
                f"fetch: found 'boundaries:{edition}', expected a district's code after the colon, "
                "such as boundaries:E06000032."
            )
        return rows
    if kind == "police_uk" and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", edition):
        return [row for row in rows if row["edition"] == "month"]
    named = [row for row in rows if edition in ("", row["edition"]) and row["edition"] != "month"]
    if not named:
        held = ", ".join(str(row["edition"]) for row in rows)
        raise SettingsError(
            f"fetch: found '{kind}:{edition}', expected one of {held}"
            f"{' (a month as YYYY-MM)' if kind == 'police_uk' else ''}. Change what is asked for."
        )
    return named[:1]


def _filled(row: Row, *, edition: str, name: str, base_address: str | None) -> Wanted:
    base = (base_address or str(row["base_address"])).rstrip("/") + "/"
    if urllib.parse.urlsplit(base).scheme not in ("http", "https"):
        raise SettingsError(
            f"fetch: found the address '{base}', expected one that begins with https:// or http://."
            " Correct it."
        )
    # a quotation mark in a name (King's Lynn) is doubled in the query, then packed for the address
    packed = urllib.parse.quote(name.replace("'", "''"))
    path = str(row["path"]).replace("{edition}", edition).replace("{name}", packed)
    return Wanted(
        address=base + path,
        to=str(row["to"]).replace("{edition}", edition),
        kind=str(row["kind"]),
        least_bytes=int(str(row["least_bytes"])),
    )

"""Find the published columns in the first line of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wardwise.domain.errors import ExtractError
from wardwise.sources.police_uk.schema import Layout
from wardwise.sources.text import DOWNLOAD


def place_columns(header: Sequence[str], *, layout: Layout, file: str) -> list[int | None]:
    """For each published column, its position in the file; None where it may be absent."""
    names = [_published(name, layout) for name in header]
    _check_no_doubles(names, file=file)
    _check_only_known(names, layout, file=file)
    missing = [
        name for name in layout.columns if name not in names and name not in layout.may_be_absent
    ]
    if missing:
        raise ExtractError(
            file=file,
            row=1,
            column=missing[0],
            problem=f"the header lacks {_listed(missing)}; found {_listed(names)}.",
            remedy=DOWNLOAD,
        )
    return [names.index(name) if name in names else None for name in layout.columns]


def _published(name: str, layout: Layout) -> str:
    spelt = " ".join(name.replace("_", " ").split()).casefold()
    known = {column.casefold(): column for column in layout.columns}
    return known.get(spelt) or layout.spellings.get(spelt) or name.strip()


def _check_no_doubles(names: Sequence[str], *, file: str) -> None:
    doubles = [name for name, times in Counter(names).items() if times > 1 and name]
    if doubles:
        raise ExtractError(
            file=file,
            row=1,
            column=doubles[0],
            problem=f"the header names {_listed(doubles)} more than once.",
            remedy=DOWNLOAD,
        )


def _check_only_known(names: Sequence[str], layout: Layout, *, file: str) -> None:
    strangers = [name for name in names if name and name not in layout.columns]
    if strangers:
        raise ExtractError(
            file=file,
            row=1,
            column=strangers[0][:40],
            problem=f"the header has {_listed(strangers)}, which police.uk does not publish;"
            f" expected {_listed(layout.columns)}.",
            remedy=DOWNLOAD,
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"'{name[:40]}'" for name in names if name) or "nothing"

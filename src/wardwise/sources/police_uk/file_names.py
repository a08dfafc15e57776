"""What the name of a police.uk file says: ``2023-05-bedfordshire-street.csv``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wardwise.domain.errors import ExtractError
from wardwise.domain.offences import POLICE_UK_FIRST_MONTH
from wardwise.sources.police_uk.schema import Kind


_NAME = re.compile(
    r"(?P<month>\d{4}-(?:0[1-9]|1[0-2]))-(?P<force>[a-z-]+?)"
    r"-(?P<kind>street|outcomes|stop-and-search)\.(?i:csv)"
)
_FOLDER = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True)
class FileName:
    """Month, force as the publisher shortens it, and kind."""

    month: str
    force: str
    kind: Kind


def parse_file_name(path: str) -> FileName:
    """Read the last part of a path; the folder above it must be of the same month."""
    *folders, name = path.split("/")
    found = _NAME.fullmatch(name)
    if found is None:
        raise ExtractError(
            file=path,
            problem=f"'{name}' is not the name of a police.uk file: expected"
            " YYYY-MM-force-street.csv, -outcomes.csv or -stop-and-search.csv.",
            remedy="Give the file back the name it was downloaded under, or take it out.",
        )
    if folders and _FOLDER.fullmatch(folders[-1]) and folders[-1] != found["month"]:
        raise ExtractError(
            file=path,
            problem=f"a file of {found['month']} lies in the folder of {folders[-1]}.",
            remedy=f"Move it to the folder {found['month']}, or download the month again.",
        )
    if found["month"] < POLICE_UK_FIRST_MONTH:
        raise ExtractError(
            file=path,
            problem=f"found a file of {found['month']}, expected"
            f" {POLICE_UK_FIRST_MONTH} or later: police.uk publishes no month before it.",
            remedy="Give the file back the name it was downloaded under, or take it out.",
        )
    return FileName(month=found["month"], force=found["force"], kind=Kind(found["kind"]))

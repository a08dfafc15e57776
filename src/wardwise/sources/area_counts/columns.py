"""The columns that a table of counts must have."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.errors import ExtractError
from wardwise.sources.area_counts.schema import COLUMNS


AGAIN = "Ask for the table with the columns month, lsoa_code, crime_type and crime_count."


def check_columns(names: Sequence[str], *, shown: str) -> None:
    """Each of the four columns once; others may stand beside them and are not read."""
    missing = [name for name in COLUMNS if name not in names]
    doubled = [name for name in names if list(names).count(name) > 1]
    if not missing and not doubled:
        return
    listed = ", ".join(f"'{name[:40]}'" for name in names[:20]) or "nothing"
    what = f"lacks '{missing[0]}'" if missing else f"names '{doubled[0]}' more than once"
    raise ExtractError(
        file=shown,
        row=1,
        column=(missing or doubled)[0],
        problem=f"the header {what}; found {listed}.",
        remedy=AGAIN,
    )

"""What area a line of a partnership table is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wardwise.sources.ons_csp.table import Line, PublishedTable
from wardwise.sources.ons_csp.workbook import Workbook, plain


PARTNERSHIP_LABELS = (
    "Police Force Area code",
    "Police Force Area name",
    "Community Safety Partnership code",
    "Community Safety Partnership name",
    "Local Authority code",
    "Local Authority name",
)
COUNTRY_LABELS = ("Area Code", "Area Name")
COUNTRIES = {
    "K04000001": "England and Wales",
    "E92000001": "England",
    "W92000004": "Wales",
}
COMBINED = "combined local authorities"


@dataclass(frozen=True)
class PublishedArea:
    """The names and codes of a line, as published but for spaces; level as in the tidy table."""

    level: str
    force_code: str | None
    force_name: str | None
    csp_code: str | None = None
    csp_name: str | None = None
    district_code: str | None = None


def areas_of(table: PublishedTable) -> dict[PublishedArea, Line]:
    """Lines of a partnership table by their area.

    A force's code is the one that most of its lines carry: in the edition of December 2024 the
    'Unassigned' lines of Gwent and Surrey carry the codes of South Wales and Kent.
    """
    codes: dict[str, Counter[str]] = {}
    for line in table.lines:
        codes.setdefault(line.labels[1], Counter())[line.labels[0]] += 1
    return {_area(line, codes[line.labels[1]].most_common(1)[0][0]): line for line in table.lines}


def _area(line: Line, force_code: str) -> PublishedArea:
    _, force_name, csp_code, csp_name, district_code, _ = line.labels
    if not csp_name:
        return PublishedArea("force", force_code or None, force_name)
    if not csp_code:
        # 'Unassigned …' and Manchester Airport: the force has them, no partnership does
        return PublishedArea("unassigned", force_code or None, force_name, csp_name=csp_name)
    district = re.fullmatch(r"[EW]\d{8}", district_code)
    return PublishedArea(
        "partnership",
        force_code or None,
        force_name,
        csp_code=csp_code,
        csp_name=csp_name,
        district_code=district_code if district else None,
    )


def countries_of(table: PublishedTable) -> dict[PublishedArea, Line]:
    """Lines of a force table that are about England, Wales, or both."""
    return {
        PublishedArea("country", line.labels[0], COUNTRIES[line.labels[0]]): line
        for line in table.lines
        if line.labels[0] in COUNTRIES
    }


def combined_districts(book: Workbook) -> Mapping[str, Sequence[str]]:
    """Partnership name → names of its districts, from table C1, where it has several."""
    found: dict[str, list[str]] = {}
    partnership = ""
    for cells in book.tables.get("C1", [])[4:]:
        names = [plain(cell) for cell in cells[:4]]
        if len(names) == 4 and names[3]:
            partnership = names[1] or partnership
            found.setdefault(partnership, []).append(names[3])
    return {name: districts for name, districts in found.items() if len(districts) > 1}

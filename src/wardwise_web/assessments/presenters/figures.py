"""A printed figure in words: its value, what it means, how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wardwise.document.words import NOT_KNOWN, WITHHELD, rounded
from wardwise.domain.figure import Ask, Recipe
from wardwise.domain.period import Month, Period
from wardwise.domain.source_folders import PARTNER, folders_of
from wardwise.evidence.recompute import function_of
from wardwise_web.assessments.findings import Printed
from wardwise_web.assessments.presenters.measure_words import (
    detail_in_words,
    measure_in_words,
    month_in_words,
)


WHOLE = {
    "offences",
    "people",
    "records",
    "rank",
    "areas",
    "households",
    "files",
    "days",
    "searches",
    "months",
    "pounds",
    "pairs of offences",
}
LARGE_COUNT = 100
"""Bounds of a count are whole numbers from here; below it a tenth still tells something."""
SOURCES = {
    "police_uk": "police.uk street-level records",
    "area_counts": "Home Office counts by area",
    "ons_csp_tables": "ONS tables by community safety partnership",
    "home_office_prc": "Home Office police recorded crime, by force",
    "home_office_outcomes": "Home Office outcomes, by force",
    "census_2021": "Census 2021",
    "mid_2020": "ONS mid-2020 population estimates",
    "imd_2019": "Index of deprivation 2019",
    "imd_2025": "Index of deprivation 2025",
    "ons_geography": "ONS geography",
    "context": "File of context indicators",
}


def value_in_words(value: float | None, unit: str, status: str) -> str:
    """The number as the papers round it, or the symbol for what is not there.

    >>> value_in_words(1234.0, "offences", "known"), value_in_words(None, "percent", "withheld")
    ('1,234', '[c]')
    """
    if status != "known" or value is None:
        return WITHHELD if status == "withheld" else NOT_KNOWN
    is_whole = unit in WHOLE and float(value).is_integer()
    places = 0 if is_whole else 1 if abs(value) >= 10 else 2
    return rounded(value, places) + ("%" if unit == "percent" else "")


def shown(figure: Printed) -> str:
    """A figure's value in words."""
    return value_in_words(figure.value, figure.unit, figure.status)


def interval_in_words(figure: Printed) -> str:
    """``373 to 454``, as precise as a count of that size, or nothing where there is none."""
    if figure.lower is None or figure.upper is None:
        return ""
    is_large = figure.unit in WHOLE and min(figure.lower, figure.upper) >= LARGE_COUNT
    bounds = (round(one) if is_large else one for one in (figure.lower, figure.upper))
    low, high = (value_in_words(one, figure.unit, "known") for one in bounds)
    return f"{low} to {high}"


def period_in_words(figure: Printed) -> str:
    """``October 2025 to September 2026``."""
    return Period(Month.parse(figure.period_start), Month.parse(figure.period_end)).label


def what_in_words(figure: Printed) -> str:
    """What is counted: the offence and the detail that tells it apart."""
    if figure.offence is None and figure.measure in ("offences", "change_percent"):
        about = "All recorded crime"
    else:
        about = figure.offence or ""
    return ", ".join(part for part in (about, detail_in_words(figure.detail or "")) if part) or "–"


def unit_in_words(figure: Printed) -> str:
    """The unit, unless the value carries it: a per cent does."""
    return "" if figure.unit == "percent" and figure.value is not None else figure.unit


def source_in_words(source: str) -> str:
    """A source as a person calls it."""
    if source.startswith(PARTNER):
        return f"Partners' files: {source.removeprefix(PARTNER).replace('_', ' ')}"
    return SOURCES.get(source, source.replace("_", " "))


def definition_of(figure: Printed) -> str:
    """The first paragraph of what the measure says of itself."""
    function = function_of(figure.measure)
    if function is None:
        return "Counted, or taken as published, from the stored rows; nothing is worked out."
    first = (function.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(first.split())


def files_of(figure: Printed, manifest: Mapping[str, Any]) -> list[dict[str, str]]:
    """Files that the figure's sources rest on, with the start of their hashes."""
    starts = tuple(start for source in figure.sources for start in folders_of(source))
    wanted = {
        f"partners/{one['file']}"
        for one in manifest["settings"].get("partner_files", ())
        if f"{PARTNER}{one['dataset']}" in figure.sources
    }
    return [
        {"path": one["path"], "sha256": one["sha256"][:16]}
        for one in manifest["files"]
        if starts
        and one["path"].startswith(starts)
        and (not one["path"].startswith("partners/") or one["path"] in wanted)
    ]


@dataclass(frozen=True)
class Step:
    """One line of a recipe, and what it is made from."""

    text: str
    parts: tuple[Step, ...] = ()


def recipe_in_words(recipe: Recipe) -> Step:
    """The recipe as nested sentences: what is worked out, from what, counted where."""
    told = f"Work out {measure_in_words(recipe.measure)}"
    if recipe.take:
        told += f" and take its {recipe.take.replace('_', ' ')}"
    parts = tuple(_part(name, value) for name, value in recipe.arguments.items())
    return Step(f"{told}, from:" if parts else f"{told}.", parts)


def _part(name: str, value: object) -> Step:
    what = name.replace("_", " ")
    if isinstance(value, Ask):
        said = "; ".join(
            f"{key.replace('_', ' ')} {_asked(key, one)}"
            for key, one in value.arguments.items()
            if one is not None
        )
        asked = value.question.replace("_", " ")
        return Step(f"{what}: {asked}, counted in the stored rows" + (f" ({said})" if said else ""))
    if isinstance(value, Recipe):
        inner = recipe_in_words(value)
        return Step(f"{what}: {inner.text[0].lower()}{inner.text[1:]}", inner.parts)
    return Step(f"{what}: {_plain(value)}, as the method or the settings fix it")


def _asked(key: str, value: object) -> str:
    return source_in_words(value) if key == "source" and isinstance(value, str) else _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        many = ", ".join(_plain(one) for one in value[:6])
        return many + (f" and {len(value) - 6} more" if len(value) > 6 else "")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return month_in_words(str(value))

"""Questions of many figures answered together: the rows are counted once for all of them.

Nothing is taken over from the run: what is counted are the stored rows, as they lie there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from wardwise.domain.figure import Ask, Json, Recipe
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.evidence.extract_counts import CHOSEN, tables_of
from wardwise.evidence.questions import by_area
from wardwise.evidence.recompute import Memo, name_of
from wardwise.evidence.tables import Tables, rows


Months = Mapping[str, int]
Counts = Mapping[tuple[str, str], Months]  # area and offence → offences by month


def answered_together(recipes: Iterable[Recipe], tables: Tables) -> Memo:
    """Answers by the name of their question; what is not among them is asked by itself."""
    asked = [ask for recipe in recipes for ask in _asks(recipe)]
    return _of_counts(asked, tables) | _of_people(asked, tables)


def _asks(recipe: Recipe) -> Iterator[Ask]:
    for value in recipe.arguments.values():
        if isinstance(value, Ask):
            yield value
        elif isinstance(value, Recipe):
            yield from _asks(value)


def _of_counts(asked: list[Ask], tables: Tables) -> Memo:
    by_rows: dict[tuple[str, str], list[Ask]] = defaultdict(list)
    for ask in asked:
        if ask.question in COUNTED:
            rows_of = json.dumps(ask.arguments.get(CHOSEN), sort_keys=True)
            by_rows[str(ask.arguments["source"]), rows_of].append(ask)
    answers: Memo = {}
    for (source, rows_of), asks in by_rows.items():
        held = tables_of(tables, json.loads(rows_of))
        counts = _counts(held, source, sorted({str(ask.arguments["area"]) for ask in asks}))
        answers |= {name_of(ask): COUNTED[ask.question](counts, **ask.arguments) for ask in asks}
    return answers


def _counts(tables: Tables, source: str, areas: list[str]) -> Counts:
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    frame = rows(by_area.monthly_groups(tables, source=source, areas=areas))
    for area, offence, month, n in zip(*(frame[name] for name in COLUMNS), strict=True):
        found[area, offence][month] = int(n)
        if offence != ANTI_SOCIAL_BEHAVIOUR:
            whole = found[area, WHOLE]
            whole[month] = whole.get(month, 0) + int(n)
    return found


COLUMNS = ("area_code", "offence", "month", "offences")
WHOLE = ""  # all recorded crime, which ASB is not


def _total(
    counts: Counts, *, area: str, offence: str | None, first: str, last: str, **_: Json
) -> int:
    months = counts.get((area, offence or WHOLE), {})
    return sum(n for month, n in months.items() if first <= month <= last)


def _totals(counts: Counts, *, offences: list[str], **asked: str) -> list[int]:
    return [_total(counts, offence=name, **asked) for name in offences]


def _series(
    counts: Counts, *, area: str, offence: str | None, months: list[str | None], **_: Json
) -> list[float]:
    found = counts.get((area, offence or WHOLE), {})
    return [float(found.get(month, 0)) if month else float("nan") for month in months]


COUNTED: Mapping[str, Callable[..., Any]] = {
    "offences": _total,
    "offences_of_groups": _totals,
    "monthly_offences": _series,
}


def _of_people(asked: list[Ask], tables: Tables) -> Memo:
    wanted = [ask for ask in asked if ask.question in PEOPLE]
    areas = sorted({str(ask.arguments["area"]) for ask in wanted})
    if not areas:
        return {}
    found = rows(by_area.people(tables, areas=areas)).set_index("area_code")
    held = {name: found[name].dropna().to_dict() for name in found.columns}
    answers: Memo = {}
    for ask in wanted:
        area, edition = ask.arguments["area"], str(ask.arguments.get("edition", ""))
        column = held[PEOPLE[ask.question].format(edition=edition.replace("_", ""))]
        if area in column:  # an area that is not known of is asked by itself
            answers[name_of(ask)] = int(column[area])
    return answers


PEOPLE = {
    "residents": "residents",
    "households": "households",
    "households_deprived": "households_deprived",
    "deprivation_tenth": "{edition}_decile",
}

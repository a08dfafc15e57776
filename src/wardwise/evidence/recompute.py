"""A figure made again from the stored rows, by its recipe alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.figure import Ask, Recipe
from wardwise.evidence.asks import answer
from wardwise.evidence.tables import Tables
from wardwise.measures import MEASURES
from wardwise.threats.scoring import risk_score
from wardwise.threats.stability import top_share


THREATS: Mapping[str, Callable[..., Any]] = {"risk_score": risk_score, "top_share": top_share}
PART = re.compile(r"([A-Za-z_]\w*)|\[(\d+)\]")


def recompute(recipe: Recipe, tables: Tables) -> Any:
    """Ask again, work out again. A recipe whose measure only counts gives its ``answer``."""
    arguments = {name: _value(value, tables) for name, value in recipe.arguments.items()}
    function = function_of(recipe.measure)
    if function is None:
        return arguments["answer"]
    return _taken(function(**arguments), recipe.take)


def function_of(measure: str) -> Callable[..., Any] | None:
    """The function of that name among measures and threats; None for what is only counted."""
    return THREATS.get(measure) or MEASURES.get(measure)


def _value(value: Any, tables: Tables) -> Any:
    match value:
        case Ask():
            return answer(tables, value)
        case Recipe():
            return recompute(value, tables)
        case _:
            return value


def _taken(result: Any, take: str | None) -> Any:
    """``value``, ``[3]`` or ``index[3]`` of a measure's answer."""
    for name, position in PART.findall(take or ""):
        result = getattr(result, name) if name else result[int(position)]
    return result


def parse_recipe(data: Mapping[str, Any]) -> Recipe:
    """A recipe as it is written in ``findings.json``."""
    return Recipe(
        data["measure"],
        {name: _parsed(value) for name, value in data["arguments"].items()},
        data.get("take"),
    )


def _parsed(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"ask", "arguments"}:
        return Ask(value["ask"], value["arguments"])
    if isinstance(value, dict) and "measure" in value and "arguments" in value:
        return parse_recipe(value)
    return value

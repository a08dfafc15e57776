"""A figure made again from the stored rows, by its recipe alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from wardwise.domain.figure import Ask, Recipe
from wardwise.evidence.asks import answer
from wardwise.evidence.tables import Tables
from wardwise.measures import MEASURES
from wardwise.threats.scoring import risk_score
from wardwise.threats.stability import top_share


THREATS: Mapping[str, Callable[..., Any]] = {"risk_score": risk_score, "top_share": top_share}
PART = re.compile(r"([A-Za-z_]\w*)|\[(\d+)\]")


Memo = dict[str, Any]


def recompute(recipe: Recipe, tables: Tables, memo: Memo | None = None) -> Any:
    """Ask again, work out again. A recipe whose measure only counts gives its ``answer``.

    ``memo`` remembers answers between figures that ask the same of the same tables.
    """
    known: Memo = {} if memo is None else memo
    arguments = {name: _value(value, tables, known) for name, value in recipe.arguments.items()}
    function = function_of(recipe.measure)
    if function is None:
        return arguments["answer"]
    return _taken(_remembered(recipe, known, lambda: function(**arguments)), recipe.take)


def _value(value: Any, tables: Tables, memo: Memo) -> Any:
    match value:
        case Ask():
            return _remembered(value, memo, lambda: answer(tables, value))
        case Recipe():
            return recompute(value, tables, memo)
        case _:
            return value


def _remembered(asked: Ask | Recipe, memo: Memo, work: Callable[[], Any]) -> Any:
    """The same question or sum once."""
    name = name_of(asked)
    if name not in memo:
        memo[name] = work()
    return memo[name]


def name_of(asked: Ask | Recipe) -> str:
    """What a memo knows it under; what is taken of a sum is not part of its name."""
    if isinstance(asked, Ask):
        return repr((asked.question, sorted(asked.arguments.items())))
    return repr((asked.measure, asked.arguments))


def function_of(measure: str) -> Callable[..., Any] | None:
    """The function of that name among measures and threats; None for what is only counted."""
    return THREATS.get(measure) or MEASURES.get(measure)


def _taken(result: Any, take: str | None) -> Any:
    """``value``, ``[3]`` or ``index[3]`` of a measure's answer."""
    for name, position in PART.findall(take or ""):
        result = getattr(result, name) if name else result[int(position)]
    return result.item() if isinstance(result, np.generic) else result

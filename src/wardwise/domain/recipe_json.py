"""A recipe as it is written in ``findings.json``, and read back from there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wardwise.domain.figure import Ask, Json, Recipe


def recipe_json(recipe: Recipe) -> dict[str, Json]:
    """The recipe and all that it is made of: ``measure`` marks a recipe, ``ask`` a question."""
    made = {name: _argument_json(value) for name, value in recipe.arguments.items()}
    return {"measure": recipe.measure, "arguments": made, "take": recipe.take}


def _argument_json(value: Ask | Recipe | Json) -> Json:
    match value:
        case Ask(question=question, arguments=arguments):
            return {"ask": question, "arguments": dict(arguments)}
        case Recipe():
            return recipe_json(value)
        case _:
            return value


def parse_recipe(written: Mapping[str, Any]) -> Recipe:
    """The recipe that ``recipe_json`` wrote."""
    read = {name: _argument_of(value) for name, value in written["arguments"].items()}
    return Recipe(written["measure"], read, written.get("take"))


def _argument_of(value: Any) -> Ask | Recipe | Json:
    match value:
        case {"ask": str(question), "arguments": dict(arguments)}:
            return Ask(question, arguments)
        case {"measure": str(), "arguments": dict()}:
            return parse_recipe(value)
        case _:
            plain: Json = value
            return plain

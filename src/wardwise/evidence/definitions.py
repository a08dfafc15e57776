"""Definitions of kinds of crime in force: the partnership's own, and ours for the rest."""

from __future__ import annotations

from wardwise.domain.definition import Definition, DefinitionHeld
from wardwise.evidence.tables import Tables, records
from wardwise.reference.definitions import definition_names, load_definition


def definitions(tables: Tables) -> tuple[DefinitionHeld, ...]:
    """Each once, in the order of names; one of the partnership's takes the place of ours."""
    held = {name: DefinitionHeld(load_definition(name)) for name in definition_names()}
    if "definition" in tables:
        for row in records(tables["definition"]):
            found = Definition.model_validate_json(row["text"])
            held[found.definition] = DefinitionHeld(found, row["file"])
    return tuple(held[name] for name in sorted(held))

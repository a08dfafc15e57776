"""Reads the partnership's own definitions of kinds of crime, which take the place of ours."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

import yaml

from wardwise.domain.definition import Definition
from wardwise.domain.errors import SettingsError
from wardwise.reference.load import load_table
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_rows
from wardwise.sources.yaml_model import Paper, read_model


# Every scalar stays text: a code 010 is not eight
_DEFINITION = Paper(
    model=Definition,
    error=SettingsError,
    loader=yaml.BaseLoader,
    missing="Put it beside the settings or into a data folder, or take it out of 'definitions'.",
    headings="'definition:', 'title:', 'version:', 'owner:', 'begins:', 'source:' and 'parts:'",
    example="the definition of serious violence in docs/how-to/set_a_definition.md",
)


def find_definition(name: str, *, folders: Sequence[Path]) -> Path:
    """The file beside the settings or in a data folder."""
    places = [folder / name for folder in folders]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise SettingsError(
            f"definitions: found '{name}', and there is no such file. {_DEFINITION.missing}"
        )
    return found


def read_definitions(names: Sequence[str], *, folders: Sequence[Path]) -> Imported:
    """Each definition checked, as one row with its text."""
    rows: list[dict[str, object]] = []
    for name in names:
        path = find_definition(name, folders=folders)
        found = read_model(path, _DEFINITION, Definition)
        _check_flags(path.name, found)
        before = next((row for row in rows if row["definition"] == found.definition), None)
        if before is not None:
            raise SettingsError(
                f"definitions: '{name}' and '{before['file']}' both define"
                f" '{found.definition}', expected one definition of each. Take one of them out."
            )
        rows.append(
            {
                "definition": found.definition,
                "file": name,
                "text": found.model_dump_json(),
            }
        )
    return Imported({"definition": tidy_rows("definition", rows)})


def _check_flags(file: str, found: Definition) -> None:
    """A flag that no extract can have would make its part empty without a word."""
    known = {
        str(row["field"])
        for row in load_table("partner_fields").rows
        if row["dataset"] == "recorded_crime" and row["kind"] == "flag"
    }
    for number, part in enumerate(found.parts, start=1):
        for flag in part.flags:
            if flag not in known:
                near = difflib.get_close_matches(flag, known, n=1)
                nearest = f" Did you mean '{near[0]}'?" if near else ""
                raise SettingsError(
                    f"{file}: parts[{number}].flags: found '{flag}', expected one of"
                    f" {', '.join(sorted(known))}.{nearest} Correct the flag."
                )

"""Definitions of kinds of crime that ship with the product: a small versioned file each."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import ValidationError

from wardwise.domain.definition import Definition
from wardwise.domain.errors import ReferenceDataError


@cache
def load_definition(name: str) -> Definition:
    """The definition of that name; ReferenceDataError if there is none."""
    if name not in definition_names():
        raise ReferenceDataError(
            f"reference/definitions/{name}.yaml: there is no such definition. The package holds:"
            f" {', '.join(definition_names())}."
        )
    text = (resources.files("wardwise.reference.definitions") / f"{name}.yaml").read_text("utf-8")
    return read_definition(text, file=f"{name}.yaml")


def definition_names() -> tuple[str, ...]:
    """Every definition that the package carries."""
    held = resources.files("wardwise.reference.definitions").iterdir()
    names = (file.name for file in held if file.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


def read_definition(text: str, *, file: str) -> Definition:
    """A definition from its text: a partnership may have one of its own."""
    try:
        # every scalar stays text: a code 010 is not eight
        found = Definition.model_validate(yaml.load(text, Loader=yaml.BaseLoader))
    except (yaml.YAMLError, ValidationError) as error:
        raise ReferenceDataError(f"definitions/{file}: {_said(error)}") from None
    if f"{found.definition}.yaml" != file:
        raise ReferenceDataError(
            f"definitions/{file}: found 'definition: {found.definition}', expected the name of the"
            " file. Make the two agree."
        )
    return found


def _said(error: yaml.YAMLError | ValidationError) -> str:
    if isinstance(error, yaml.YAMLError):
        return "it is not YAML that can be read. Correct it."
    faults = [
        f"{'.'.join(map(str, fault['loc'])) or 'the file'}: {fault['msg']}."
        for fault in error.errors()
    ]
    return " ".join([*faults, "Correct it."])

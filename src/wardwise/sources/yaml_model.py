"""A YAML file held against its model; every fault says where, found, expected, what to do."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wardwise.domain.errors import AssessmentError


MOST_FAULTS_SAID = 50
MOST_NESTED = 30
"""Lists and headings inside one another; ours go eight deep."""
# The same loaders over libyaml; BaseLoader's makes nothing but text either
_IN_C: dict[Any, Any] = {
    getattr(yaml, name): getattr(yaml, f"C{name}")
    for name in ("SafeLoader", "BaseLoader")
    if hasattr(yaml, f"C{name}")
}
_TAGS = {"computed", "official"}
_IN_PLAIN_WORDS = {
    "bool_type": "true or false",
    "date_parsing": "a date as YYYY-MM-DD",
    "date_from_datetime_parsing": "a date as YYYY-MM-DD",
    "date_type": "a date as YYYY-MM-DD",
    "float_parsing": "a number",
    "float_type": "a number",
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "int_parsing": "a whole number",
    "int_type": "a whole number, without quotes",
    "less_than": "less than {lt}",
    "less_than_equal": "{le} or less",
    "dict_type": "names with values under them",
    "mapping_type": "names with values under them",
    "model_type": "names with values under them",
    "string_too_long": "at most {max_length} characters",
    "string_too_short": "some text",
    "string_type": "some text",
    "too_short": "at least {min_length} in the list",
    "tuple_type": "a list",
}
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Paper:
    """What kind of YAML file it is: how it is checked, and what is said of it."""

    model: type[BaseModel]
    error: type[AssessmentError]
    loader: type[yaml.SafeLoader] | type[yaml.BaseLoader]
    missing: str
    headings: str
    example: str


def read_model(path: Path, paper: Paper, model: type[Model]) -> Model:
    """The file's content, checked."""
    text = _text(path, paper)
    found = _parsed(path, text, paper)
    try:
        return model.model_validate(found)
    except ValidationError as fault:
        faults = _first_causes(fault.errors(include_url=False))
    lines = [_sentence(one, found=found, text=text, paper=paper) for one in faults]
    raise paper.error(f"{path.name}: " + "\n".join(lines[:MOST_FAULTS_SAID]))


def _first_causes(faults: list[ErrorDetails]) -> list[ErrorDetails]:
    """A list is also too short where what is in it is wrong: that is said of the item alone."""
    inside = [one["loc"] for one in faults]
    return [
        one
        for one in faults
        if one["type"] != "too_short"
        or not any(loc[: len(one["loc"])] == one["loc"] != loc for loc in inside)
    ]


def _text(path: Path, paper: Paper) -> str:
    name = path.name or str(path)
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        raise paper.error(
            f"{name}: found a folder, expected a YAML file. {paper.missing}"
        ) from None
    except FileNotFoundError:
        raise paper.error(f"{name}: there is no such file. {paper.missing}") from None
    except OSError as fault:
        told = (fault.strerror or type(fault).__name__).lower()
        raise paper.error(
            f"{name}: the file cannot be read ({told}). Ask for the right to read it, or give"
            " another file."
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise paper.error(
            f"{name}, line {line}: found text that is not UTF-8, expected UTF-8. Save the file"
            " again as plain text in UTF-8."
        ) from None


def _parsed(path: Path, text: str, paper: Paper) -> dict[str, Any]:
    try:
        found = _loaded(path, text, paper)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise paper.error(
            f"{path.name}{where}: this is not YAML ({getattr(fault, 'problem', None) or fault}). "
            "Check the indentation, and put text that holds a colon in quotes."
        ) from None
    if not isinstance(found, dict):
        kind = "nothing" if found is None or found == "" else type(found).__name__
        raise paper.error(
            f"{path.name}: found {kind}, expected "
            f"headings such as {paper.headings}. Start from {paper.example}."
        )
    return found


def _loaded(path: Path, text: str, paper: Paper) -> Any:
    """What is written, by libyaml where it is installed: the same, in a tenth of the time."""
    try:
        return _read_by(_IN_C.get(paper.loader, paper.loader), path, text, paper)
    except yaml.YAMLError:
        # libyaml words a fault otherwise: the same file gets the same sentence everywhere
        return _read_by(paper.loader, path, text, paper)


def _read_by(loader: Any, path: Path, text: str, paper: Paper) -> Any:
    _refuse_what_explodes(path, text, paper, loader)
    _refuse_repeated_keys(path, yaml.compose(text, Loader=loader), paper)
    return yaml.load(text, Loader=loader)


def _refuse_what_explodes(path: Path, text: str, paper: Paper, loader: Any) -> None:
    """References to references, or lists in lists, can be more than a machine can hold."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise paper.error(
                f"{path.name}, line {line}: found a reference "
                f"(*{event.anchor}), expected the value itself. Write it out."
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MOST_NESTED:
            raise paper.error(
                f"{path.name}, line {line}: found more than {MOST_NESTED} lists or headings inside"
                f" one another, expected fewer. Start from {paper.example}."
            )


def _refuse_repeated_keys(path: Path, node: yaml.Node | None, paper: Paper) -> None:
    """PyYAML keeps the last of two equal keys without a word; here one of them is a mistake."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise paper.error(
                    f"{path.name}, line {key.start_mark.line + 1}: '{name}' is given twice. "
                    "Keep one of them."
                )
            seen.add(name)
            _refuse_repeated_keys(path, value, paper)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated_keys(path, value, paper)


def _sentence(fault: ErrorDetails, *, found: dict[str, Any], text: str, paper: Paper) -> str:
    steps = tuple(step for step in fault["loc"] if step not in _TAGS)
    where = f"{_dotted(steps)} (line {_line(text, steps)})"
    if fault["type"] == "extra_forbidden":
        return f"{where}: this key is not known. {_nearest(steps, paper.model)}"
    if fault["type"] == "missing":
        return f"{where}: not given. Add it: see {paper.example} for an example."
    return f"{where}: found {_shown(found, steps)}, expected {_expected(fault)}. Change it."


def _expected(fault: ErrorDetails) -> str:
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    plain = _IN_PLAIN_WORDS.get(fault["type"])
    if plain:
        return plain.format(**fault.get("ctx", {}))
    message = fault["msg"].removeprefix("Input should be ")
    return message[0].lower() + message[1:]


def _dotted(steps: Sequence[str | int]) -> str:
    path = ""
    for step in steps:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return path.lstrip(".") or "the whole file"


def _shown(found: Any, steps: Sequence[str | int]) -> str:
    for step in steps:
        # a value written without its list stands for the list
        found = found if isinstance(found, str) else found[step]
    if isinstance(found, datetime.date):  # as it is written, and not as Python names it
        return str(found)
    return repr(found) if len(repr(found)) < 80 else f"{repr(found)[:77]}…"


def _line(text: str, steps: Sequence[str | int]) -> int:
    """Line of the deepest part of the path that the file holds."""
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    line = node.start_mark.line
    for step in steps:
        inner = _inner(node, step)
        if inner is None:
            break
        line, node = inner
    return int(line) + 1


def _inner(node: Any, step: str | int) -> tuple[int, Any] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step].start_mark.line, node.value[step]
    return None


def _nearest(steps: Sequence[str | int], model: type[BaseModel]) -> str:
    known = _keys(steps[:-1], model)
    close = difflib.get_close_matches(str(steps[-1]), known, n=1, cutoff=0.5)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Known here: {', '.join(known)}."


def _keys(steps: Sequence[str | int], model: type[BaseModel]) -> list[str]:
    """Keys that the model knows at that path; a name of the person's own is passed over."""
    for step in steps:
        if step in model.model_fields:
            model = _models(model.model_fields[str(step)].annotation)[0]
    return list(model.model_fields)


def _models(annotation: Any) -> list[type[BaseModel]]:
    """Models named anywhere in a field's annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    inner = getattr(annotation, "__args__", ())
    return [model for part in inner for model in _models(part)]

"""Frozen objects as plain data and back: the same objects, each distinct one written once.

An object is ``{"is": class, field: value}`` with the fields that differ from their default; a
member of an enumeration ``{"is": class, "value": …}``; a list of JSON ``{"list": …}`` and a
mapping ``{"map": [[key, value], …]}``, because a bare array is a tuple. What stands in many
places (a figure, its recipe, its area) is written once among the parts: ``{"at": n}``.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from wardwise.document import blocks, bounded, cover, pictures, section, text
from wardwise.domain import area, figure, interval, nothing, period, verdict
from wardwise.domain.errors import StoreError


HOMES: tuple[ModuleType, ...] = (
    text,
    blocks,
    pictures,
    bounded,
    cover,
    section,
    area,
    figure,
    interval,
    nothing,
    period,
    verdict,
)
# Each stands in many places of a paper
SHARED = frozenset(
    {"Figure", "Recipe", "Ask", "Area", "Period", "Interval", "Comparison", "Unit", "Month"}
)


@cache
def classes() -> Mapping[str, type]:
    """Every class that a paper is made of, by its name."""
    return {
        name: found
        for home in HOMES
        for name, found in vars(home).items()
        if isinstance(found, type)
        and found.__module__ == home.__name__
        and (dataclasses.is_dataclass(found) or issubclass(found, Enum))
    }


class Writer:
    """Turns objects into plain data; ``parts`` holds what is written once."""

    def __init__(self) -> None:
        self.parts: list[Any] = []
        self._places: dict[str, int] = {}
        # by identity, while the object is held so that no other takes its number
        self._seen: dict[int, tuple[Any, Any]] = {}

    def plain(self, value: Any) -> Any:
        """The value as JSON has it."""
        if isinstance(value, Enum) or dataclasses.is_dataclass(value):
            known = self._seen.get(id(value))
            if known is None:
                known = self._seen[id(value)] = (value, self._object(value))
            return known[1]
        if isinstance(value, np.generic):
            value = value.item()
        if isinstance(value, float) and not math.isfinite(value):
            return {"number": repr(value)}
        if value is None or isinstance(value, str | bool | int | float):
            return value
        return self._several(value)

    def _several(self, value: Any) -> Any:
        match value:
            case tuple():
                return [self.plain(one) for one in value]
            case list():
                return {"list": [self.plain(one) for one in value]}
            case Mapping():
                pairs = [[self.plain(key), self.plain(one)] for key, one in value.items()]
                return {"map": pairs}
        raise TypeError(f"A paper holds a {type(value).__name__}, which has no plain form.")

    def _object(self, value: Any) -> Any:
        fields: Any = () if isinstance(value, Enum) else dataclasses.fields(value)
        name = type(value).__name__
        if classes().get(name) is not type(value):
            raise TypeError(f"A paper holds a {name}, which is not a class of papers.")
        made: dict[str, Any] = {"is": name}
        if isinstance(value, Enum):
            made["value"] = value.value
        else:
            for each in fields:
                held = getattr(value, each.name)
                if not _is_default(held, each):
                    made[each.name] = self.plain(held)
        return self._shared(made) if name in SHARED else made

    def _shared(self, made: dict[str, Any]) -> dict[str, int]:
        key = json.dumps(made, ensure_ascii=False)
        if key not in self._places:
            self._places[key] = len(self.parts)
            self.parts.append(made)
        return {"at": self._places[key]}


def _is_default(held: Any, each: dataclasses.Field[Any]) -> bool:
    """Whether leaving the field out gives the same; the type too, since 1 and True are equal."""
    if each.default is dataclasses.MISSING:
        return False
    return type(held) is type(each.default) and bool(held == each.default)


class Reader:
    """Turns plain data back into objects; parts that were written once are one object again."""

    def __init__(self, parts: Iterable[Any]) -> None:
        self._parts: list[Any] = []
        for part in parts:  # a part names only parts before it
            self._parts.append(self.value(part))

    def value(self, plain: Any) -> Any:
        """The object."""
        # by type and key and not by pattern: a paper has a quarter of a million of them
        if type(plain) is list:
            return tuple([self.value(one) for one in plain])
        if type(plain) is not dict:
            return plain
        if "at" in plain:
            return self._parts[plain["at"]]
        if "is" in plain:
            return self._object(plain["is"], plain)
        if "list" in plain:
            return [self.value(one) for one in plain["list"]]
        if "map" in plain:
            return {self.value(key): self.value(one) for key, one in plain["map"]}
        return float(plain["number"])

    def _object(self, name: str, plain: Mapping[str, Any]) -> Any:
        made = classes().get(name)
        if made is None:
            raise StoreError(
                f"document.json: it holds a '{name}', which this version of Wardwise does not"
                " know. Open it with the version that wrote it, or build the assessment again."
            )
        given = {key: self.value(one) for key, one in plain.items() if key != "is"}
        return made(given["value"]) if issubclass(made, Enum) else made(**given)


def rows(parts: Sequence[Any]) -> str:
    """The parts as JSON, one a line, so that two papers can be compared line by line."""
    return ",\n".join(
        json.dumps(part, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        for part in parts
    )

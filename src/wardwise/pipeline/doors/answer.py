"""An answer as JSON, or as lines to read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

import numpy as np

from wardwise.domain.nothing import NotKnown


def plain(value: Any) -> Any:
    """The same in JSON's own kinds; what is not known is null."""
    match value:
        case NotKnown():
            return {"not_known": value.reason}
        case Enum() | str():
            return str(value)
        case bool() | np.bool_():
            return bool(value)
        case int() | np.integer():
            return int(value)
        case float() | np.floating():
            return float(value) if math.isfinite(value) else None
        case np.ndarray():
            return [plain(each) for each in value.tolist()]
        case Mapping():
            return {str(name): plain(each) for name, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return None if value is None else str(value)


def as_json(answer: Mapping[str, Any]) -> str:
    """One object, every number to its last digit."""
    return json.dumps(plain(answer), indent=1, ensure_ascii=False, allow_nan=False)


def as_lines(answer: Mapping[str, Any]) -> str:
    """One line for each name; tables of numbers a line for each row."""
    lines: list[str] = []
    for name, value in plain(answer).items():
        if isinstance(value, list) and value and isinstance(value[0], list | dict):
            lines += [f"{name}:", *(f"  {_short(row)}" for row in value)]
        else:
            lines.append(f"{name}: {_short(value)}")
    return "\n".join(lines)


def _short(value: Any) -> str:
    match value:
        case float():
            return f"{value:.6g}"
        case None:
            return "not known"
        case list():
            return " ".join(_short(each) for each in value)
        case dict():
            return ", ".join(f"{name} {_short(each)}" for name, each in value.items())
    return str(value)

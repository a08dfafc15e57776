"""Apostrophes and single quotation marks as printers set them: never straight beside curly.

Names come straight from files and sentences come as they were written. The workbook and
``findings.json`` keep both as they are, because somebody may join on them.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from wardwise.document.blocks import Table
from wardwise.document.pictures import Picture
from wardwise.document.section import Document
from wardwise.domain.figure import Figure


# After a blank or a bracket; at the start of a run of words, unless it only goes on with one
OPENING = re.compile(r"(?<=[\s(\[])'|^'(?=\w)(?!s\b)")
# What another part of the paper points at by its letters
POINTERS = frozenset({"anchor", "finding_id", "findings", "code", "layer", "outlined"})


def curly(words: str) -> str:
    """The words with printers' marks.

    >>> curly("Draper's Field, the residents' own and 'positive tests'")
    'Draper’s Field, the residents’ own and ‘positive tests’'
    """
    return OPENING.sub("‘", words).replace("'", "’") if "'" in words else words


def curly_document(document: Document) -> Document:
    """The paper with printers' marks in every word that is read."""
    made: Document = _curly(document)
    return made


def _curly(part: Any) -> Any:
    if isinstance(part, str):
        return curly(part) if type(part) is str else part  # an enumeration stays itself
    if isinstance(part, tuple):
        made = tuple(_curly(one) for one in part)
        return made if any(new is not old for new, old in zip(made, part, strict=True)) else part
    if is_dataclass(part) and not isinstance(part, type | Figure):
        return _curly_parts(part)
    return part


def _curly_parts(part: Any) -> Any:
    kept = POINTERS | ({"name", "sheet"} if isinstance(part, Table | Picture) else frozenset())
    held = {each.name: getattr(part, each.name) for each in fields(part) if each.name not in kept}
    made = {name: _curly(value) for name, value in held.items()}
    changed = {name: value for name, value in made.items() if value is not held[name]}
    return replace(part, **changed) if changed else part

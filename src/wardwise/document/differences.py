"""What differs between two texts, word by word, and two edits of one text put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, came or went."""

    kind: Literal["same", "added", "gone"]
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order; what went stands before what came in its place.

    >>> [(one.kind, one.text) for one in differences("It rose by 4%.", "It fell by 4%.")]
    [('same', 'It '), ('gone', 'rose'), ('added', 'fell'), ('same', ' by 4%.')]
    """
    return tuple(_pieces(_words(before), _words(after)))


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(before[first:last]))
            continue
        if last > first:
            yield Piece("gone", "".join(before[first:last]))
        if end > start:
            yield Piece("added", "".join(after[start:end]))


def merged(base: str, *, theirs: str, mine: str) -> str | None:
    """Both edits together, where they touch different paragraphs; None where a person must see.

    >>> merged("a\\n\\nb\\n\\nc", theirs="A\\n\\nb\\n\\nc", mine="a\\n\\nb\\n\\nC")
    'A\\n\\nb\\n\\nC'
    >>> merged("a", theirs="b", mine="c") is None
    True
    """
    before = base.split("\n\n")
    edits = [*_edits(before, theirs), *_edits(before, mine)]
    edits.sort(key=lambda edit: (edit[0], edit[1]))
    for (_, last, _), (first, _, _) in pairwise(edits):
        if first <= last:  # edits that touch are for a person, even if they do not overlap
            return None
    for first, last, put in reversed(edits):
        before[first:last] = put
    return "\n\n".join(before)


def _edits(before: list[str], text: str) -> list[tuple[int, int, list[str]]]:
    after = text.split("\n\n")
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (first, last, after[start:end])
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]

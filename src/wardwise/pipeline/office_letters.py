"""What a run and its second process send each other, each letter once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wardwise.document.pictures import Picture
from wardwise.document.section import Document
from wardwise.render.pictures.drawn import Drawn


@dataclass(frozen=True)
class Paper:
    """The first: what to write, where, and the name of the folder that a person gave."""

    document: Document
    folder: Path
    out: Path


@dataclass(frozen=True)
class Pictures:
    """The second: each picture of the paper by its name, drawn for paper."""

    drawn: Mapping[str, Drawn]

    def __call__(self, picture: Picture) -> Drawn:
        return self.drawn[picture.name]


@dataclass(frozen=True)
class Written:
    """The answer: seconds by stage."""

    seconds: Mapping[str, float]


@dataclass(frozen=True)
class Fault:
    """The answer where it went wrong. Not every error can be sent: its kind and words can."""

    kind: type[Exception]
    words: str
    where: str

    def error(self) -> Exception:
        """The same error again, with where it came from."""
        error = self.kind.__new__(self.kind, self.words)
        error.add_note(self.where)
        return error

"""What the chapter prints: methods, dispersions, symbols, words and editions."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.definition import DefinitionHeld
from wardwise.domain.finding import KeyFinding
from wardwise.domain.period import Period
from wardwise.figures.dispersions import DispersionFigures


@dataclass(frozen=True)
class Method:
    """One method in words: what is done, by which formula or rule, where it is used, who from."""

    name: str
    how: str
    formula: str
    where: str  # words of the link; empty where it is used throughout
    anchor: str
    source: str


@dataclass(frozen=True)
class Term:
    """A word and what it means here."""

    term: str
    meaning: str
    source: str


@dataclass(frozen=True)
class Edition:
    """A reference table that the product carries, as it was used."""

    title: str
    version: str
    date: str
    source: str
    licence: str
    sha256: str


@dataclass(frozen=True)
class MethodsFindings:
    """Everything that the chapter prints."""

    area: Area
    source: str
    period: Period
    before: Period
    methods: tuple[Method, ...]
    dispersions: tuple[DispersionFigures, ...]
    symbols: tuple[tuple[str, str], ...]
    terms: tuple[Term, ...]
    editions: tuple[Edition, ...]
    definitions: tuple[DefinitionHeld, ...] = ()  # where an extract tells codes and flags
    key_findings: tuple[KeyFinding, ...] = ()  # methods find nothing

"""Typed numbers of a chapter that no figure of it backs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wardwise.document.section import Section
from wardwise.document.typed_numbers import (
    TypedNumber,
    backing,
    is_named,
    nearest,
    typed_numbers,
)
from wardwise.domain.figure import Figure
from wardwise_web.assessments.models import Backing, PassageVersion
from wardwise_web.assessments.selectors.reading import Reading


@dataclass(frozen=True)
class Flag:
    """A number that somebody typed, and what was given for it, if anything was."""

    version: PassageVersion
    number: TypedNumber
    given: Backing | None
    near: tuple[Figure, ...]
    around: str


def flags_of(reading: Reading) -> list[Flag]:
    """Every typed number that no figure of the chapter says, in reading order."""
    figures = _figures(reading.section)
    return [
        flag
        for part in reading.parts
        for one in part.paragraphs
        if one.own is not None
        for flag in _flags(one.own, figures)
    ]


def _figures(section: Section | None) -> list[Figure]:
    known = {one.figure_id: one for one in section.figures} if section else {}
    return list(known.values())


def _flags(version: PassageVersion, figures: list[Figure]) -> Iterator[Flag]:
    given = {one.text: one for one in version.passage.backings.select_related("by")}
    for number in typed_numbers(version.words):
        same = backing(number, figures)
        if any(is_named(one, version.words) for one in same):
            continue
        start = max(0, number.start - 60)
        around = version.words[start : number.start + len(number.text) + 60].replace("\n", " ")
        near = () if number.text in given else (same[:3] or tuple(nearest(number, figures)))
        yield Flag(version, number, given.get(number.text), near, around)

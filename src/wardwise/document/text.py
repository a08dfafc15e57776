"""Sentences that hold figures, not digits."""

from __future__ import annotations

import string
from dataclasses import dataclass

from wardwise.domain.figure import Figure


@dataclass(frozen=True)
class Number:
    """A figure as it is printed in a sentence or a cell: the words, and what they stand on."""

    text: str
    figure: Figure


@dataclass(frozen=True)
class Link:
    """A cross-reference to a section by its anchor."""

    text: str
    anchor: str


@dataclass(frozen=True)
class Strong:
    """Words that carry the point."""

    text: str


Span = str | Number | Link | Strong


@dataclass(frozen=True)
class Text:
    """A run of words, figures and links. ``str(text)`` is what a reader sees."""

    spans: tuple[Span, ...]

    def __str__(self) -> str:
        return "".join(span if isinstance(span, str) else span.text for span in self.spans)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the order they are read."""
        return tuple(span.figure for span in self.spans if isinstance(span, Number))

    def __add__(self, other: Text | str) -> Text:
        more = (other,) if isinstance(other, str) else other.spans
        return Text((*self.spans, *more))


def say(template: str, /, **parts: Span | Text) -> Text:
    """Fill ``{names}`` in a sentence with figures, links or words.

    >>> str(say("It is {how} here.", how="quiet"))
    'It is quiet here.'
    """
    spans: list[Span] = []
    for literal, name, _, _ in string.Formatter().parse(template):
        if literal:
            spans.append(literal)
        if name is not None:
            part = parts[name]
            spans.extend(part.spans if isinstance(part, Text) else (part,))
    return Text(tuple(spans))


def join(texts: list[Text] | tuple[Text, ...], separator: str = " ") -> Text:
    """Texts one after another."""
    spans: list[Span] = []
    for n, text in enumerate(texts):
        if n:
            spans.append(separator)
        spans.extend(text.spans)
    return Text(tuple(spans))

"""A partnership's own words: plain text with a little form.

A blank line parts paragraphs; lines that begin with ``- `` or ``1. `` are a list; ``**strong**``
is set strong; ``{F-7Q2M0ZKD}`` is the figure of that name as the build prints it, so that it is
never out of date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from wardwise.document.anchors import words_of
from wardwise.document.blocks import Bullets, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import Number, Span, Strong, Text
from wardwise.domain.marking import highest_marking


FIGURE = re.compile(r"\{(F-[0-9A-HJKMNP-TV-Z]{8})\}")
SPAN = re.compile(rf"{FIGURE.pattern}|\*\*(.+?)\*\*")
DASHED, COUNTED = re.compile(r"^[-*•]\s+"), re.compile(r"^\d{1,2}[.)]\s+")


def figures_named(words: str) -> tuple[str, ...]:
    """The figures that the words name, in their order."""
    return tuple(FIGURE.findall(words))


def marking_with_figures(words: str, marking: str, numbers: Mapping[str, Number]) -> str:
    """The words' own marking, or that of the highest figure that they name: never below it."""
    named = (numbers[one].figure.marking for one in figures_named(words) if one in numbers)
    return highest_marking([marking, *named])


def numbers_of(sections: Iterable[Section]) -> dict[str, Number]:
    """Figure → as it is first printed in a sentence or cell of the sections."""
    found: dict[str, Number] = {}
    for section in sections:
        for inner in section.walk():
            for block in inner.blocks:
                for number in _printed(block):
                    found.setdefault(number.figure.figure_id, number)
    return found


def _printed(value: object) -> Iterable[Number]:
    """Every number in a block, wherever in it."""
    if isinstance(value, Number):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _printed(one)
    elif isinstance(value, Text):
        yield from _printed(value.spans)
    elif isinstance(value, Block):
        yield from _printed(tuple(vars(value).values()))


def blocks_of(words: str, *, numbers: Mapping[str, Number]) -> tuple[Block, ...]:
    """The words as blocks of a paper; a figure that is not printed stays as it was typed.

    >>> [type(one).__name__ for one in blocks_of("One.\\n\\n- a\\n- b", numbers={})]
    ['Paragraph', 'Bullets']
    """
    return tuple(
        _block([line.strip() for line in part.splitlines()], numbers)
        for part in re.split(r"\n\s*\n", words.replace("\r\n", "\n").strip())
        if part.strip()
    )


def as_read(words: str, *, numbers: Mapping[str, Number]) -> str:
    """The words without their marks, as plain text; a figure that is not given is called one.

    >>> as_read("It is **not** {F-7Q2M0ZKD}.", numbers={})
    'It is not [a figure].'
    """
    said = (line for block in blocks_of(words, numbers=numbers) for line in words_of(block))
    return FIGURE.sub("[a figure]", "\n".join(said))


def _block(lines: Sequence[str], numbers: Mapping[str, Number]) -> Block:
    for starts, is_numbered in ((DASHED, False), (COUNTED, True)):
        if all(starts.match(line) for line in lines):
            items = tuple(_text(starts.sub("", line), numbers) for line in lines)
            return Bullets(items, numbered=is_numbered)
    return Paragraph(_text(" ".join(lines), numbers))


def _text(line: str, numbers: Mapping[str, Number]) -> Text:
    spans: list[Span] = []
    at = 0
    for found in SPAN.finditer(line):
        spans.append(line[at : found.start()])
        figure_id, strong = found.groups()
        spans.append(Strong(strong) if strong else numbers.get(figure_id, found[0]))
        at = found.end()
    spans.append(line[at:])
    return Text(tuple(span for span in spans if span != ""))

"""What a section is made of. Every block knows the figures that it prints."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.document.text import Number, Text
from wardwise.domain.figure import Figure


@dataclass(frozen=True)
class Paragraph:
    """Body text. ``lead`` is set larger: the answer that opens a section."""

    text: Text
    lead: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed."""
        return self.text.figures


@dataclass(frozen=True)
class Bullets:
    """A list; ``numbered`` where the order is the meaning."""

    items: tuple[Text, ...]
    numbered: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed."""
        return tuple(figure for item in self.items for figure in item.figures)


class NoteKind(StrEnum):
    """What a note is for; the renderer gives each a quiet look of its own, with the word."""

    CAUTION = "How far to trust it"
    ALTERNATIVE = "What it might be instead"
    MISSING = "What is missing"
    SOURCE = "Source"
    METHOD = "Method"


@dataclass(frozen=True)
class Note:
    """A named aside: what is missing, what it might be instead, the source."""

    kind: NoteKind
    text: Text

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed."""
        return self.text.figures


@dataclass(frozen=True)
class Headline:
    """Two to four figures set large, each with a caption: the first thing read on a page."""

    items: tuple[tuple[Number, Text], ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed."""
        return tuple(
            figure for number, caption in self.items for figure in (number.figure, *caption.figures)
        )


class Align(StrEnum):
    """Words to the left, numbers to the right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Column:
    """A column of a table: heading (with unit), alignment; ``quiet`` is set lighter."""

    heading: str
    align: Align = Align.RIGHT
    quiet: bool = False


Cell = str | Number | Text


@dataclass(frozen=True)
class Table:
    """A table whose first column heads each row. ``groups`` are row positions that a light
    rule precedes. ``emphasis`` are row positions set strong (totals, this partnership).

    ``name`` is unique in the document: the table's anchor, and the workbook's sheet unless
    ``sheet`` names it in words.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Text, ...] = ()
    source: str = ""
    groups: tuple[int, ...] = ()
    emphasis: tuple[int, ...] = ()
    sheet: str = ""
    appendix: bool = False  # in the workbook and the HTML; on paper only if it is short
    off_paper: bool = False  # of an appendix: never on paper, the sentences tell its point

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(
                    f"Table '{self.name}': a row of {len(row)} cells under "
                    f"{len(self.columns)} columns."
                )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed, row by row."""
        found: list[Figure] = []
        for row in self.rows:
            for cell in row:
                if isinstance(cell, Number):
                    found.append(cell.figure)
                elif isinstance(cell, Text):
                    found.extend(cell.figures)
        return (*found, *(figure for note in self.notes for figure in note.figures))


@dataclass(frozen=True)
class Finding:
    """A key finding as it is printed, with its five parts."""

    finding_id: str
    claim: Text
    rests_on: tuple[Number, ...]
    sureness: str
    instead: str
    gap: str

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed."""
        return (*self.claim.figures, *(number.figure for number in self.rests_on))


@dataclass(frozen=True)
class Recommendation:
    """Provisional advice; it cites the findings that it rests on."""

    text: Text
    findings: tuple[str, ...]
    to: str = ""  # which partner

    def __post_init__(self) -> None:
        if not self.findings:
            raise ValueError("A recommendation without a finding is an opinion.")

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed."""
        return self.text.figures

"""Blocks of a paper as HTML of the pages: each number opens its figure."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from wardwise.document.blocks import (
    Align,
    Bullets,
    Cell,
    Finding,
    Headline,
    Note,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.own_words import blocks_of
from wardwise.document.pictures import Picture
from wardwise.document.section import Block
from wardwise.document.text import Link, Number, Span, Strong, Text


Address = Callable[[str], str]
Drawing = Callable[[str, bool], str]
"""A picture's name, and whether it is to be drawn for a telephone → where the drawing is."""
PHONE = "(max-width: 40.0525em)"  # where GOV.UK's layout has a telephone end
HEADING = '<th scope="col" class="govuk-table__header{}">{}</th>'
NO_HEADING = '<td class="govuk-table__header{}">{}</td>'
SHORT_TABLE = 12
"""Rows above which a table waits to be opened."""


class Marker:
    """Makes HTML; ``figure`` gives a figure's address, ``picture`` that of a drawing.

    Without ``figure`` (a guest, the public) a number is words and opens nothing.
    """

    def __init__(self, *, figure: Address | None = None, picture: Drawing | None = None) -> None:
        self.figure, self.picture = figure, picture

    def words(self, words: str, numbers: dict[str, Number]) -> Markup:
        """Own words."""
        return _join(self.block(one) for one in blocks_of(words, numbers=numbers))

    def block(self, block: Block) -> Markup:
        """One block."""
        match block:
            case Paragraph(text=text, lead=lead):
                return Markup('<p class="{}">{}</p>').format(
                    "govuk-body-l" if lead else "govuk-body", self.text(text)
                )
            case Bullets(items=items, numbered=numbered):
                tag, kind = ("ol", "number") if numbered else ("ul", "bullet")
                inner = _join(Markup("<li>{}</li>").format(self.text(one)) for one in items)
                return Markup('<{0} class="govuk-list govuk-list--{1}">{2}</{0}>').format(
                    Markup(tag), kind, inner
                )
            case Note(kind=note, text=text):
                return Markup('<div class="govuk-inset-text"><strong>{}.</strong> {}</div>').format(
                    str(note.value), self.text(text)
                )
            case Headline():
                return self._headline(block)
            case Finding():
                return self._finding(block)
            case Recommendation():
                return self._recommendation(block)
            case Table():
                return self.table(block)
            case Picture():
                return self._picture(block)

    def text(self, text: Text) -> Markup:
        """A run of words."""
        return _join(self._span(span) for span in text.spans)

    def _span(self, span: Span) -> Markup:
        match span:
            case Number(text=text, figure=figure):
                if self.figure is None:
                    return escape(text)
                return Markup('<a class="govuk-link ww-opens" href="{}">{}</a>').format(
                    self.figure(figure.figure_id), text
                )
            case Strong(text=text):
                return Markup("<strong>{}</strong>").format(text)
            case Link(text=text):
                return escape(text)
            case _:
                return escape(span)

    def _headline(self, block: Headline) -> Markup:
        items = _join(
            Markup('<div><dt class="ww-figure">{}</dt><dd class="govuk-body">{}</dd></div>').format(
                self._span(number), self.text(caption)
            )
            for number, caption in block.items
        )
        return Markup('<dl class="ww-headline">{}</dl>').format(items)

    def _finding(self, block: Finding) -> Markup:
        rows = (
            ("How sure", block.sureness),
            ("What it might be instead", block.instead),
            ("What is missing", block.gap),
        )
        told = _join(
            Markup('<p class="govuk-body-s"><strong>{}:</strong> {}</p>').format(name, words)
            for name, words in rows
            if words
        )
        return Markup(
            '<div class="ww-finding"><p class="govuk-body"><strong>{}</strong></p>{}</div>'
        ).format(self.text(block.claim), told)

    def _recommendation(self, block: Recommendation) -> Markup:
        to = Markup(" <em>({})</em>").format(block.to) if block.to else Markup()
        return Markup('<p class="govuk-body">{}{}</p>').format(self.text(block.text), to)

    def _picture(self, block: Picture) -> Markup:
        table = self.table(block.table, opened=False) if block.table else Markup()
        drawn = Markup()
        if self.picture is not None:
            # drawn twice, as the web page of the assessment is, so that its letters stay legible
            drawn = Markup(
                '<picture><source media="{}" srcset="{}"><img class="ww-picture" src="{}" alt="{}"'
                ' loading="lazy"></picture>'
            ).format(
                PHONE, self.picture(block.name, True), self.picture(block.name, False), block.alt
            )
        return Markup(
            '<figure class="ww-drawn"><figcaption class="govuk-body"><strong>{}</strong><br>{}'
            '</figcaption>{}<p class="govuk-body-s ww-quiet">{}</p></figure>{}'
        ).format(block.title, block.subtitle, drawn, block.source, table)

    def table(self, table: Table, *, opened: bool = True) -> Markup:
        """A table, in a part that opens where it is long or stands beside a picture."""
        made = self._table(table)
        if opened and len(table.rows) <= SHORT_TABLE and not table.appendix:
            return made
        return Markup(
            '<details class="govuk-details"><summary class="govuk-details__summary">'
            '<span class="govuk-details__summary-text">Table: {}</span></summary>'
            '<div class="govuk-details__text">{}</div></details>'
        ).format(table.caption, made)

    def _table(self, table: Table) -> Markup:
        head = _join(
            Markup(HEADING if column.heading else NO_HEADING).format(
                " ww-number" if column.align is Align.RIGHT else "", column.heading
            )
            for column in table.columns
        )
        rows = _join(self._row(table, row) for row in table.rows)
        notes = _join(
            Markup('<p class="govuk-body-s">{}</p>').format(self.text(note)) for note in table.notes
        )
        return Markup(
            # a group and no region: a chapter has dozens, and two profiles have tables of one name
            '<div class="ww-scroll" tabindex="0" role="group" aria-label="{0}">'
            '<table class="govuk-table"><caption class="govuk-table__caption '
            'govuk-table__caption--s">{0}</caption><thead class="govuk-table__head">'
            '<tr class="govuk-table__row">{1}</tr></thead><tbody class="govuk-table__body">{2}'
            "</tbody></table></div>{3}"
        ).format(table.caption, head, rows, notes)

    def _row(self, table: Table, row: tuple[Cell, ...]) -> Markup:
        first = Markup('<th scope="row" class="govuk-table__header">{}</th>').format(
            self._cell(row[0])
        )
        rest = _join(
            Markup('<td class="govuk-table__cell{}">{}</td>').format(
                " ww-number" if column.align is Align.RIGHT else "", self._cell(cell)
            )
            for column, cell in zip(table.columns[1:], row[1:], strict=True)
        )
        return Markup('<tr class="govuk-table__row">{}{}</tr>').format(first, rest)

    def _cell(self, cell: Cell) -> Markup:
        return self.text(cell) if isinstance(cell, Text) else self._span(cell)


def _join(parts: object) -> Markup:
    return Markup("").join(parts)  # type: ignore[arg-type]

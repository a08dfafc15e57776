"""Words, figures and links as markup."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from wardwise.document.blocks import Cell
from wardwise.document.text import Link, Number, Span, Strong, Text


def anchor_of(name: str) -> str:
    """A name as it may stand in an id: letters, digits and dashes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")


def markup_of(words: Cell) -> Markup:
    """A sentence or a cell, every figure ready to be opened."""
    match words:
        case Text():
            return Markup("").join(_span(span) for span in words.spans)
        case _:
            return _span(words)


def _span(span: Span) -> Markup:
    match span:
        case Number():
            # escape() first: Markup.format would escape, but costs three times as much
            return Markup(
                f'<span class="figure" tabindex="0" data-figure="{span.figure.figure_id}">'
                f"{escape(span.text)}</span>"
            )
        case Link():
            return Markup('<a href="#{}">{}</a>').format(span.anchor, span.text)
        case Strong():
            return Markup("<strong>{}</strong>").format(span.text)
        case _:
            return escape(span)

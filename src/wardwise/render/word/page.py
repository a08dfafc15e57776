"""Page size, and the marking, paper, run and page number on every page."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm

from wardwise.document.section import Document
from wardwise.render.word.marks import add_field


LONG_SIDE, SHORT_SIDE, MARGIN = 297, 210, 25


def lay_out(section: Any, document: Document, *, landscape: bool) -> None:
    """A4 with 25 mm margins, upright or on its side."""
    wide, high = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN))
    section.header_distance = section.footer_distance = Mm(12)
    width = wide - 2 * MARGIN
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    head = _running(section.header, document, width=width)
    head.add_run(f"{document.partnership}\t{document.title}")
    foot = _running(section.footer, document, width=width)
    foot.add_run(f"Run {document.run}\tPage ")
    add_field(foot, "PAGE", shown="1")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES", shown="1")


def _running(part: Any, document: Document, *, width: float) -> Any:
    """The marking on a line of its own, and a line to fill whose tab leads to the right edge."""
    marking = part.paragraphs[0]
    marking.alignment = WD_ALIGN_PARAGRAPH.CENTER
    marking.add_run(document.marking).bold = True
    line = part.add_paragraph(style=marking.style)
    line.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    return line

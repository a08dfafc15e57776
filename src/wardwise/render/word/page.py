"""Page size, and the marking, paper, run and page number on every page."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
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
    _running(section.header.paragraphs[0], document.partnership, document.marking, width=width)
    section.header.paragraphs[0].add_run(document.title)
    foot = section.footer.paragraphs[0]
    _running(foot, f"Run {document.run}", document.marking, width=width)
    foot.add_run("Page ")
    add_field(foot, "PAGE", shown="1")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES", shown="1")


def _running(paragraph: Any, left: str, marking: str, *, width: float) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(width / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(left + "\t")
    paragraph.add_run(marking).bold = True
    paragraph.add_run("\t")

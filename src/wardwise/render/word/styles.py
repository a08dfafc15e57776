"""The look of the Word file, all of it in styles, so that a council can put on its own."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor


# On every machine; our own typeface would not be
FACE = "Arial"
ACCENT, INK, QUIET = RGBColor(0x12, 0x43, 0x6D), RGBColor(0x0B, 0x0C, 0x0C), RGBColor(80, 90, 95)
RULE = "B1B4B6"

# name: (built on, points, bold, colour, before, after)
PARAGRAPHS = {
    "Lead": ("Normal", 14, False, INK, 0, 8),
    "Quiet": ("Normal", 9, False, QUIET, 2, 6),
    "Picture subtitle": ("Normal", 10, False, INK, 0, 4),
    "Note": ("Normal", 10, False, INK, 6, 8),
    "Headline figure": ("Normal", 11, False, INK, 4, 4),
    "Finding claim": ("Normal", 11, True, INK, 10, 4),
    "Finding part": ("Normal", 10, False, INK, 0, 3),
    "Recommendation": ("Normal", 11, False, INK, 8, 2),
    "Cover contents": ("Normal", 22, True, ACCENT, 0, 8),
    "Cover partnership": ("Normal", 14, False, QUIET, 150, 4),
    "Cover period": ("Normal", 13, True, INK, 24, 200),
}
BUILT_IN = {
    "Title": (34, True, ACCENT, 0, 8),
    "Subtitle": (15, False, INK, 0, 12),
    "Heading 1": (22, True, ACCENT, 20, 8),
    "Heading 2": (15, True, ACCENT, 16, 6),
    "Heading 3": (12, True, ACCENT, 12, 4),
    "Heading 4": (11, True, ACCENT, 10, 4),
    "Heading 5": (11, True, ACCENT, 10, 4),
    "Heading 6": (11, True, ACCENT, 10, 4),
    "Caption": (12, True, INK, 14, 2),
    "List Bullet": (11, False, INK, 0, 4),
    "List Number": (11, False, INK, 0, 4),
    "Header": (9, False, QUIET, 0, 0),
    "Footer": (9, False, QUIET, 0, 0),
}
BORDERED = {"Note": RULE, "Finding claim": "12436D", "Finding part": "12436D"}
KEPT_WITH_NEXT = ("Caption", "Picture subtitle", "Finding claim", "Finding part")


def set_styles(word: Any, *, language: str) -> None:
    """Every style that the writer uses."""
    _set_language(word, language)
    normal = word.styles["Normal"]
    _set(normal, points=11, bold=False, colour=INK, before=0, after=8)
    normal.paragraph_format.line_spacing = 1.12
    for name, (points, bold, colour, before, after) in BUILT_IN.items():
        _set(word.styles[name], points=points, bold=bold, colour=colour, before=before, after=after)
        word.styles[name].font.italic = False
    for name, (base, points, bold, colour, before, after) in PARAGRAPHS.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles[base]
        _set(style, points=points, bold=bold, colour=colour, before=before, after=after)
    for name in KEPT_WITH_NEXT:
        word.styles[name].paragraph_format.keep_with_next = True
    for name, colour in BORDERED.items():
        _rule_at_left(word.styles[name], colour)
    _without(word.styles["Title"], "w:pBdr")
    for name in ("Header", "Footer"):
        _without(word.styles[name], "w:tabs")  # they are for other margins
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True


def _set(
    style: Any, *, points: float, bold: bool, colour: RGBColor, before: float, after: float
) -> None:
    style.font.size, style.font.bold, style.font.color.rgb = Pt(points), bold, colour
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    faces = style.element.get_or_add_rPr().get_or_add_rFonts()
    faces.attrib.clear()  # theme fonts would win over the names
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        faces.set(qn(f"w:{script}"), FACE)


def _set_language(word: Any, language: str) -> None:
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    theme = word.settings.element.find(qn("w:themeFontLang"))
    if theme is None:
        theme = OxmlElement("w:themeFontLang")
        word.settings.element.append(theme)
    theme.set(qn("w:val"), language)


def _rule_at_left(style: Any, colour: str) -> None:
    borders = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" '
        f'w:color="{colour}"/></w:pBdr>'
    )
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )


def _without(style: Any, tag: str) -> None:
    for element in list(style.element.iter(qn(tag))):
        element.getparent().remove(element)

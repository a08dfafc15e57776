"""The look of the Word file, all of it in styles, so that a council can put on its own."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from wardwise.render.word.looks import (
    ACCENT,
    BODY,
    BUILT_IN,
    FACE,
    KEPT_WITH_NEXT,
    OURS,
    RULED,
    Look,
)


def set_styles(word: Any, *, language: str) -> None:
    """Every style that the writer uses."""
    _set_language(word, language)
    _dress(word.styles["Normal"], BODY)
    word.styles["Normal"].paragraph_format.line_spacing = 1.12
    for name, look in BUILT_IN.items():
        _dress(word.styles[name], look)
        word.styles[name].font.italic = False
    for name, look in OURS.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        _dress(style, look)
    for name in KEPT_WITH_NEXT:
        word.styles[name].paragraph_format.keep_with_next = True
    for name, colour in RULED.items():
        _rule_at_left(word.styles[name], colour)
    _without(word.styles["Title"], "w:pBdr")
    for name in ("Header", "Footer"):
        _without(word.styles[name], "w:tabs")  # they are for other margins
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = ACCENT, True


def _dress(style: Any, look: Look) -> None:
    style.font.size, style.font.bold = Pt(look.points), look.bold
    style.font.color.rgb = look.colour
    style.paragraph_format.space_before = Pt(look.before)
    style.paragraph_format.space_after = Pt(look.after)
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

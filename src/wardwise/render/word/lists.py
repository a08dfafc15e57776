"""Numbered lists that each begin with 1."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def new_list(word: Any) -> int:
    """A list of its own, numbered as the style List Number is; without it Word counts on."""
    numbering = word.part.numbering_part.element
    of_style = word.styles["List Number"].element.pPr.numPr.numId.val
    model = next(num for num in numbering.num_lst if num.numId == of_style)
    number = 1 + max(int(num.numId) for num in numbering.num_lst)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}">'
            f'<w:abstractNumId w:val="{model.abstractNumId.val}"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    return number


def put_in_list(paragraph: Any, number: int) -> None:
    """Make the paragraph an item of that list."""
    properties = paragraph._p.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    given = properties.get_or_add_numPr()
    given.get_or_add_ilvl().val = 0
    given.get_or_add_numId().val = number

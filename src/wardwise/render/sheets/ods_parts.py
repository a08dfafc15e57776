"""The parts of an ODS file that hold no cells."""

from __future__ import annotations

import datetime as dt

from wardwise.render.sheets.model import Workbook
from wardwise.render.xml_text import xml_text


MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
DECLARED = " ".join(f'xmlns:{short}="{long}"' for short, long in NAMES.items())
EDGE = '<style:header-footer-properties fo:min-height="8mm"/>'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def manifest_xml() -> str:
    """What is in the zip."""
    name = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    parts = "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>'
        for part in ("content.xml", "styles.xml", "meta.xml")
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{name}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
        f"{parts}</manifest:manifest>"
    )


def meta_xml(book: Workbook, day: dt.datetime) -> str:
    """Title, author, language, date of the evidence."""
    return (
        f'{HEAD}<office:document-meta {DECLARED} office:version="1.3"><office:meta>'
        f"<dc:title>{xml_text(book.title)}</dc:title>"
        f"<meta:initial-creator>{xml_text(book.author)}</meta:initial-creator>"
        f"<dc:creator>{xml_text(book.author)}</dc:creator>"
        f"<dc:language>{xml_text(book.language)}</dc:language>"
        f"<meta:creation-date>{day.isoformat()}</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )


def styles_xml(book: Workbook) -> str:
    """The usual cell, and a page with the marking above and below."""
    language, _, country = book.language.partition("-")
    marking = f'<text:p text:style-name="marking">{xml_text(book.marking)}</text:p>'
    return (
        f'{HEAD}<office:document-styles {DECLARED} office:version="1.3"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties '
        f'fo:font-family="Arial" fo:font-size="11pt" fo:language="{xml_text(language)}" '
        f'fo:country="{xml_text(country)}"/></style:default-style>'
        '<style:style style:name="Default" style:family="table-cell"/>'
        '<style:style style:name="marking" style:family="paragraph"><style:paragraph-properties '
        'fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>'
        "</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="page"><style:page-layout-properties '
        'fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" '
        'fo:margin="15mm" style:scale-to-X="1"/>'
        f"<style:header-style>{EDGE}</style:header-style>"
        f"<style:footer-style>{EDGE}</style:footer-style></style:page-layout>"
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="page">'
        f"<style:header>{marking}</style:header><style:footer>{marking}</style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )

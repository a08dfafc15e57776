"""Partners' own files: one reader for every supplier, by a mapping and no code.

``read_partner_files`` gives the tidy tables, ``supplier_workbook`` is what goes back.
"""

from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.extract import Door
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.legal import check_legal
from wardwise.sources.partner_files.read import read_partner_files
from wardwise.sources.partner_files.workbook import supplier_workbook


__all__ = [
    "Areas",
    "Door",
    "Keys",
    "check_legal",
    "read_partner_files",
    "supplier_workbook",
]

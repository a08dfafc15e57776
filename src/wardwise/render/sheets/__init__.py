"""A workbook of every table, by the rules for accessible spreadsheets, as ODS and XLSX."""

from __future__ import annotations

from wardwise.render.sheets.ods import write_ods
from wardwise.render.sheets.xlsx import write_xlsx


__all__ = ["write_ods", "write_xlsx"]

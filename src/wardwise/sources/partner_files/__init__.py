"""Partners' own files: one reader for every supplier, by a mapping and no code."""

from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.extract import Door
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.read import read_partner_files


__all__ = ["Areas", "Door", "Keys", "read_partner_files"]

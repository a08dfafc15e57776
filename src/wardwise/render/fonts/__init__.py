"""The typeface that ships with the product: Source Sans 3, release 3.052, by Adobe, under the
SIL Open Font License 1.1 (LICENSE.md beside the files). The files are as published: a changed
file could not keep the reserved name 'Source'."""

from __future__ import annotations

from pathlib import Path


FAMILY = "Source Sans 3"

SVG_FAMILY = "'Source Sans 3', 'Noto Sans', sans-serif"
"""The value of ``font-family`` in an SVG. A name that ends in a digit has to be quoted there:
unquoted, Typst falls back to a serif and vl-convert leaves the text out, both without a word."""

FOLDER = Path(__file__).parent
REGULAR = FOLDER / "SourceSans3-Regular.otf"
SEMIBOLD = FOLDER / "SourceSans3-Semibold.otf"

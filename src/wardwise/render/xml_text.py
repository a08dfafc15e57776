"""Words made safe to stand in XML, and files packed so that the same content is the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape


# XML 1.0 has no way to write these, not even as references
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name


def writable(words: str) -> str:
    """The words without what XML cannot hold."""
    return UNWRITABLE.sub("", words)


def xml_text(words: str) -> str:
    """Escaped for text and for attributes in double quotes.

    >>> xml_text('A & B < "C"')
    'A &amp; B &lt; &quot;C&quot;'
    """
    return escape(writable(words), {'"': "&quot;"})


def packed(files: Iterable[tuple[str, bytes]], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip of the files in the order given, without the clock; ``stored`` are not squeezed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def repacked(archive: bytes) -> bytes:
    """The same zip without the times at which its files were packed."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return packed([(name, opened.read(name)) for name in opened.namelist()])

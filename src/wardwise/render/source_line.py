"""How a source is set beneath a picture or a table, alike in every paper."""

from __future__ import annotations


def set_source(source: str) -> str:
    """``Source: Census 2021.``, whether or not the words begin or end so already."""
    return f"Source: {source.removeprefix('Source: ').rstrip('.')}." if source else ""

"""The engine's sentences for somebody at a page: it tells what to do on a command line."""

from __future__ import annotations


SETTINGS_PAGE = "'Engine settings'"
# what the engine says to do, and where that is done here
HERE = {
    "Put it there, get it with 'wardwise fetch', or name the folder with --data.": (
        f"Point at the folder that holds it in {SETTINGS_PAGE}."
    ),
    "Get them with 'wardwise fetch boundaries', or name the folder with --data.": (
        f"Point at the folder that holds them in {SETTINGS_PAGE}."
    ),
    "Put the workbook in a folder 'ons', or get it with 'wardwise fetch ons'.": (
        f"Put the workbook in the subfolder 'ons' of a folder that {SETTINGS_PAGE} points at."
    ),
    "Give a folder that holds police_uk, ons, geography and so on to --data.": (
        "Point at a folder that holds police_uk, ons, geography and so on."
    ),
    "Give the folder that holds those folders to --data.": (
        "Point at the folder that holds those folders."
    ),
    "Name a file of the folder mappings/, or make one with 'wardwise map FILE"
    " --dataset recorded_crime'.": f"Add a mapping of this name in {SETTINGS_PAGE}.",
}


def for_a_page(told: str) -> str:
    """The sentence with what to do here in place of what to type there."""
    for there, here in HERE.items():
        told = told.replace(there, here)
    return told

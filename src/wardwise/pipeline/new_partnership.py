"""A new partnership's settings file, filled in from the geographies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wardwise.domain.errors import SettingsError
from wardwise.pipeline.inputs import check_folders
from wardwise.sources.new_partnership import new_partnership


def write_settings(code: str, *, source: str, folders: Sequence[Path], to: Path | None) -> str:
    """The YAML text, or where it was written; a file that is there is never written over."""
    check_folders(folders)
    text = new_partnership(code, source=source, folders=folders)
    if to is None:
        return text
    if to.exists():
        raise SettingsError(
            f"--to: {to.name} is there already. Give another name, or move it out of the way."
        )
    try:
        to.write_text(text, "utf-8")
    except OSError as error:
        raise SettingsError(
            f"--to: {to.name} cannot be written ({error.strerror}). Make its folder first, or give"
            " another name."
        ) from None
    return f"The settings are in {to}. Read them through, then run 'wardwise check'."

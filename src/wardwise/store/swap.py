"""A finished folder put in the place of the last good one, in whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from wardwise.domain.errors import StoreError


def swap_in(new: Path, target: Path) -> None:
    """Move ``new`` to ``target``; what stood there is removed only once the new one stands.

    A folder cannot be renamed over another, so the old one steps aside first. A process
    killed in between leaves it under the name ``.<target>-last``; ``recover`` puts it back.
    """
    recover(target)
    aside = _aside(target)
    try:
        if target.exists():
            os.replace(target, aside)
        os.replace(new, target)
    except OSError as error:
        recover(target)
        raise StoreError(
            f"{target.name}: the finished documents cannot be put in place ({error.strerror})."
            " Close any that is open in another program, and run again."
        ) from error
    shutil.rmtree(aside, ignore_errors=True)


def recover(target: Path) -> None:
    """Put back what stepped aside, if a swap was broken off before the new folder stood."""
    aside = _aside(target)
    if not aside.exists():
        return
    if target.exists():
        shutil.rmtree(aside, ignore_errors=True)
    else:
        os.replace(aside, target)


def _aside(target: Path) -> Path:
    return target.parent / f".{target.name}-last"

"""`wardwise map`: looks at a supplier's file and proposes how it could be read."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from wardwise.domain.errors import MappingError
from wardwise.sources.partner_files.mapping_file import read_unchecked
from wardwise.sources.partner_files.preview import preview
from wardwise.sources.partner_files.propose import propose


def map_file(file: Path, *, dataset: str, to: Path | None = None) -> str:
    """Write a proposed mapping, or show it where no file is given; ten rows before and after.

    A mapping that is there already is left alone.
    """
    if to is not None and to.exists():
        raise MappingError(
            f"{to.name}: there is a mapping of that name. Give another name, or correct that one."
        )
    proposal = propose(file, dataset=dataset)
    name = _name(to.stem if to else file.name.split(".")[0])
    text = proposal.as_yaml(name=name)
    with tempfile.TemporaryDirectory() as scratch:
        held = Path(scratch) / f"{name}.yaml"
        held.write_text(text, "utf-8")
        shown = preview(proposal.look.raw, read_unchecked(held), dataset=proposal.dataset)
    if to is None:
        return f"{text}\n{shown}"
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, "utf-8")
    return f"{shown}\n\nThe mapping is in {to}. Correct it, and name it in the settings."


def _name(text: str) -> str:
    """A name as mappings have: small letters, digits and underscores."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_0123456789") or "supplier"

"""The number of a version, as definitions and mappings carry it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator


def _version(text: str) -> str:
    if not re.fullmatch(r"\d+\.\d+\.\d+", text):
        raise ValueError("three numbers parted by full stops, like 1.0.0")
    return text


VersionNumber = Annotated[str, AfterValidator(_version)]

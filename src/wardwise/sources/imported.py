"""What a reader hands over: tidy tables and what a person should be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Imported:
    """Tables by the names of ``domain/tables.py``, and notices in sentences."""

    tables: Mapping[str, pa.Table]
    notices: tuple[str, ...]

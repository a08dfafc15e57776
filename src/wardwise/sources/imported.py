"""What a source hands on: tidy tables, and what a person should be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Imported:
    """Tidy tables by name, as in ``domain/tables.py``, and notices in whole sentences."""

    tables: Mapping[str, pa.Table]
    notices: tuple[str, ...] = ()

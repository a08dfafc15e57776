"""The evidence laid out for the chapters, kept under the key of what it was made from."""

from __future__ import annotations

import io
import pickle
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.evidence import Evidence
from wardwise.domain.settings import Settings
from wardwise.pipeline.gather import Gathered
from wardwise.pipeline.inputs import code_key, key_of, libraries
from wardwise.store.tidy import Kept, TidyStore


# What a person decides or words; no evidence may depend on it
OF_THE_PAPER = ("document", "priorities", "threat", "measures", "seed")
CODE = ("domain", "reference", "measures", "threats", "evidence")
PLAIN = {
    ("datetime", "date"),
    ("numpy", "dtype"),
    ("numpy", "ndarray"),
    ("numpy._core.multiarray", "_reconstruct"),
    ("numpy._core.multiarray", "scalar"),
    ("numpy._core.numeric", "_frombuffer"),
}
# Which of these it is depends on where a file is broken
BROKEN = (pickle.UnpicklingError, AttributeError, EOFError, LookupError, TypeError, ValueError)


def laid_out(settings: Settings, gathered: Gathered, store: TidyStore) -> Evidence:
    """Every part of the evidence; found again where only the paper's own settings changed."""
    basis = settings.model_copy(update=_defaults())
    key = key_of(
        "evidence",
        basis.model_dump_json(),
        *(f"{name}={path.parent.name}" for name, path in sorted(gathered.tables.items())),
        repr(sorted(gathered.own.items(), key=repr)),
        *gathered.notices,
        code_key(*CODE),
        libraries(),
    )
    kept = store.find(key)
    found = _read(kept) if kept else None
    if found is not None:
        return found
    made = _made(basis, gathered)
    table = pa.table({"evidence": pa.array([pickle.dumps(made)], pa.large_binary())})
    store.put(key, tables={"evidence": table}, notices=())
    return made


def _defaults() -> dict[str, Any]:
    return {name: Settings.model_fields[name].get_default() for name in OF_THE_PAPER}


def _made(basis: Settings, gathered: Gathered) -> Evidence:
    # Loaded only where rows are asked: the query library alone takes a second
    from wardwise.evidence.bundle import build_evidence
    from wardwise.evidence.tables import open_tables

    tables = open_tables(gathered.tables)
    return build_evidence(tables, settings=basis, own=gathered.own, notices=gathered.notices)


def _read(kept: Kept) -> Evidence | None:
    """What was kept, or None if it cannot be read: it is then made again."""
    try:
        (form,) = pq.read_table(kept.tables["evidence"])["evidence"].to_pylist()
        found = _Reader(io.BytesIO(form)).load()
    except (OSError, pa.ArrowException, *BROKEN):
        return None
    return found if isinstance(found, Evidence) else None


class _Reader(pickle.Unpickler):
    """Reads our own nouns and arrays, and calls nothing else that a file may name."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if self._is_plain(module, name) else None
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is not part of the evidence")
        return found

    def _is_plain(self, module: str, name: str) -> bool:
        ours = module.startswith("wardwise.domain.") and "." not in name and name[0].isupper()
        return ours or (module, name) in PLAIN

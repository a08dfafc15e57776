"""What returns count, from the reference table: names, what adds up, and the stages."""

from __future__ import annotations

from functools import cache

from wardwise.reference.load import load_table


@cache
def _items() -> dict[tuple[str, str], dict[str, object]]:
    return {
        (str(row["dataset"]), str(row["item"])): dict(row) for row in load_table("return_item").rows
    }


def title_of(dataset: str, item: str) -> str:
    """The item's name in print."""
    return str(_items()[dataset, item]["title"])


def may_add(dataset: str, item: str) -> bool:
    """Whether counts of periods may be added."""
    return bool(_items()[dataset, item]["adds"])


def stages_of(dataset: str) -> tuple[str, ...]:
    """Items through which the same people go, in order."""
    found = [(int(str(row["stage"])), item) for (of, item), row in _items().items()
             if of == dataset and row["stage"] is not None]  # fmt: skip
    return tuple(item for _, item in sorted(found))

"""Progress on a terminal; silence in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """A function that shows the name of the stage that has begun."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("Starting …") as status:

        def tell(stage: str) -> None:
            console.log(stage, highlight=False)
            status.update(f"{stage} …")

        yield tell

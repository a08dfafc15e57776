"""Exampleshire: data made, the whole chain run, the truth written beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wardwise.pipeline.assess import Run, assess
from wardwise.pipeline.progress import quiet


def demo(*, out: Path, tell: Callable[[str], None] = quiet) -> Run:
    """Build the made-up partnership's assessment from made-up data."""
    from wardwise.demo import make_data, settings_text

    tell("Making the data of Exampleshire")
    made = out.parent / ".exampleshire"
    made.mkdir(parents=True, exist_ok=True)
    data = make_data(to=made / "data")
    settings = made / "exampleshire.yaml"
    settings.write_text(settings_text(), "utf-8")
    return assess(settings, folders=[data], out=out, tell=tell)

"""Exampleshire: data made, the whole chain run, the truth written beside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wardwise.pipeline.assess import Run, assess
from wardwise.pipeline.progress import quiet


def demo(*, out: Path, tell: Callable[[str], None] = quiet) -> Run:
    """Build the made-up partnership's assessment from made-up data."""
    from wardwise.demo import SECRET_FILE, SEED, make_data, secret_text, settings_text

    tell("Making the data of Exampleshire")
    made = out.parent / ".exampleshire"
    made.mkdir(parents=True, exist_ok=True)
    data = make_data(to=made / "data", with_partners=True)
    # The secret of people who were made up is none
    (made / SECRET_FILE).write_text(secret_text(seed=SEED), "utf-8")
    settings = made / "exampleshire.yaml"
    settings.write_text(settings_text(with_partners=True), "utf-8")
    return assess(settings, folders=[data], out=out, tell=tell)

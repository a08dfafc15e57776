"""Exampleshire: data made, the whole chain run, the truth written beside."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from wardwise.pipeline.assess import STORE, Run, assess
from wardwise.pipeline.progress import quiet
from wardwise.sources.cards import FOLDER


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
    _lock_cards(settings, data, out.parent / STORE)
    return assess(settings, folders=[data], out=out, tell=tell)


def _lock_cards(settings: Path, data: Path, store: Path) -> None:
    """Two of the made-up initiatives were set down in time, as the made-up minutes have it."""
    from wardwise.demo import CARDS_LOCKED
    from wardwise.pipeline.card import card

    shutil.rmtree(settings.parent / FOLDER, ignore_errors=True)
    for name, day in CARDS_LOCKED.items():
        card(settings, name=name, folders=[data], store=store, locked_on=day)

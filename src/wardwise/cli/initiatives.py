"""Commands about initiatives: what is to count as success, set down before the start."""

from __future__ import annotations

import argparse
from pathlib import Path

from wardwise.cli.arguments import Commands, settings_and_data


def add_initiatives(commands: Commands) -> None:
    """``wardwise card``."""
    command = commands.add_parser("card", help="an initiative's card, locked before it starts")
    settings_and_data(command)
    command.add_argument("name", help="the initiative, as the settings name it")
    command.add_argument("--lock", action="store_true", help="write it, so that it stays so")
    command.add_argument("--store", type=Path, help="folder for kept files")
    command.set_defaults(command=_run)


def _run(given: argparse.Namespace) -> None:
    from wardwise.pipeline.card import card
    from wardwise.pipeline.clock import today
    from wardwise.terminal import telling

    with telling() as tell:
        told = card(
            given.settings,
            name=given.name,
            folders=given.data,
            store=given.store,
            locked_on=today() if given.lock else None,
            tell=tell,
        )
    print(told)

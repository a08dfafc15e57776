"""Arguments that several commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias


# the type that add_subparsers returns has no public name
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def settings_and_data(command: argparse.ArgumentParser) -> None:
    """The settings file, and the folders of data."""
    command.add_argument("settings", type=Path, help="the partnership's settings file (YAML)")
    data_folders(command)


def data_folders(command: argparse.ArgumentParser) -> None:
    """One folder of data or more."""
    command.add_argument(
        "--data",
        type=Path,
        action="append",
        required=True,
        help="a data folder; give it again for another",
    )

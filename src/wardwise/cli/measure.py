"""The command that runs one statistic on any file of events."""

from __future__ import annotations

import argparse
from pathlib import Path

from wardwise.cli.arguments import Commands
from wardwise.pipeline.doors.all_doors import DOORS


def add_measure(commands: Commands) -> None:
    """``wardwise measure NAME FILE …``, one NAME for each door."""
    command = commands.add_parser("measure", help="one statistic on any file of events")
    names = command.add_subparsers(title="statistics", required=True, metavar="NAME")
    for door in DOORS:
        each = names.add_parser(
            door.name,
            help=door.told,
            description=f"{door.told[0].upper()}{door.told[1:]}. {door.method}",
        )
        each.add_argument("file", type=Path, help="CSV with a row of names, or parquet")
        door.arguments(each)
        each.add_argument("--json", action="store_true", help="print JSON, every digit")
        each.set_defaults(command=_run, door=door)


def _run(given: argparse.Namespace) -> None:
    from wardwise.pipeline.measure_file import measure_file

    print(measure_file(given.door, given))

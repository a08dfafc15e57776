"""Commands about partners' files: how they are read, what came, how it goes again."""

from __future__ import annotations

import argparse
from pathlib import Path

from wardwise.cli.arguments import Commands, settings_and_data


def add_partners(commands: Commands) -> None:
    """Map, new-secret, supply and erase."""
    _map(commands)
    _new_secret(commands)
    _supply(commands)
    _erase(commands)


def _map(commands: Commands) -> None:
    command = commands.add_parser("map", help="propose how a partner's file is to be read")
    command.add_argument("file", type=Path, help="the partner's file: CSV, XLSX, ODS or parquet")
    command.add_argument("--dataset", required=True, help="what it holds, like recorded_crime")
    command.add_argument("--to", type=Path, help="mapping to write; the terminal if not given")
    command.set_defaults(command=_run_map)


def _run_map(given: argparse.Namespace) -> None:
    from wardwise.pipeline.mapping import map_file

    print(map_file(given.file, dataset=given.dataset, to=given.to))


def _new_secret(commands: Commands) -> None:
    command = commands.add_parser("new-secret", help="a new secret, which turns people into keys")
    command.add_argument("to", type=Path, help="file to write; it must not be there yet")
    command.set_defaults(command=_run_new_secret)


def _run_new_secret(given: argparse.Namespace) -> None:
    from wardwise.sources.partner_files.secret import new_secret

    print(new_secret(given.to))


def _supply(commands: Commands) -> None:
    command = commands.add_parser("supply", help="what partners must supply each quarter, and did")
    settings_and_data(command)
    command.add_argument("--store", type=Path, help="folder for kept files")
    command.add_argument("--to", type=Path, help="workbook (.xlsx) to write as well")
    command.set_defaults(command=_run_supply)


def _run_supply(given: argparse.Namespace) -> None:
    from wardwise.pipeline.supply import supply
    from wardwise.terminal import telling

    with telling() as tell:
        report = supply(
            given.settings, folders=given.data, store=given.store, to=given.to, tell=tell
        )
    print(report)


def _erase(commands: Commands) -> None:
    command = commands.add_parser("erase", help="a person or a file out of the store, certified")
    what = command.add_mutually_exclusive_group(required=True)
    what.add_argument("--person", help="the person's number at the supplier; - reads it unseen")
    what.add_argument("--key", help="the person's key, 32 letters and digits")
    what.add_argument("--dataset", help="a dataset, with --file")
    what.add_argument("--expired", action="store_true", help="all that is past its date")
    command.add_argument("--file", help="SHA-256 of the dataset's file, or the file itself")
    command.add_argument("--settings", type=Path, help="settings that name the secret (--person)")
    command.add_argument("--namespace", help="whose number it is, where there are several systems")
    command.add_argument("--data", type=Path, action="append", default=[], help="a data folder")
    command.add_argument("--store", type=Path, help="the store (out/.wardwise if not given)")
    command.add_argument("--by", help="who erases; the account's name if not given")
    command.set_defaults(command=_run_erase)


def _run_erase(given: argparse.Namespace) -> None:
    from getpass import getpass

    from wardwise.pipeline.erase_command import Asked, erase

    # a number on the command line stays in the shell's history
    person = getpass("Number: ") if given.person == "-" else given.person
    print(
        erase(
            Asked(
                store=given.store,
                by=given.by,
                settings=given.settings,
                folders=given.data,
                person=person,
                namespace=given.namespace,
                key=given.key,
                dataset=given.dataset,
                file=given.file,
                expired=given.expired,
            )
        )
    )

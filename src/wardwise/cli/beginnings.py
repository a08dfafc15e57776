"""Commands that begin something: a partnership, its open data, a made-up one, a chapter."""

from __future__ import annotations

import argparse
from pathlib import Path

from wardwise.cli.arguments import Commands, data_folders


def add_partnership(commands: Commands) -> None:
    """New-partnership, which stands before the commands on its files."""
    _new_partnership(commands)


def add_data(commands: Commands) -> None:
    """Fetch, demo and new-chapter."""
    _fetch(commands)
    _demo(commands)
    _new_chapter(commands)


def _new_partnership(commands: Commands) -> None:
    command = commands.add_parser("new-partnership", help="write a settings file for an area")
    command.add_argument("code", help="district or partnership code, like E06000042")
    command.add_argument(
        "--source",
        choices=("police_uk", "area_counts"),
        default="police_uk",
        help="where recorded crime comes from",
    )
    data_folders(command)
    command.add_argument("--to", type=Path, help="file to write; the terminal if not given")
    command.set_defaults(command=_run_new_partnership)


def _run_new_partnership(given: argparse.Namespace) -> None:
    from wardwise.pipeline.new_partnership import write_settings

    print(write_settings(given.code, source=given.source, folders=given.data, to=given.to))


def _fetch(commands: Commands) -> None:
    command = commands.add_parser("fetch", help="download open data, where there is a network")
    command.add_argument("what", nargs="*", help="what to fetch; all of it if not given")
    command.add_argument("--to", type=Path, required=True, help="data folder to write to")
    command.add_argument("--from", dest="base", help="another address with the same layout")
    command.set_defaults(command=_run_fetch)


def _run_fetch(given: argparse.Namespace) -> None:
    from wardwise.pipeline.fetching import fetch_all
    from wardwise.terminal import telling

    with telling() as tell:
        told = fetch_all(given.what, to=given.to, base=given.base, tell=tell)
    print(told)


def _demo(commands: Commands) -> None:
    command = commands.add_parser("demo", help="a made-up partnership, from data to documents")
    command.add_argument(
        "--out",
        type=Path,
        default=Path("out/exampleshire"),
        help="folder for the documents (out/exampleshire if not given)",
    )
    command.set_defaults(command=_run_demo)


def _run_demo(given: argparse.Namespace) -> None:
    from wardwise.pipeline.demo import demo
    from wardwise.terminal import telling

    with telling() as tell:
        run = demo(out=given.out, tell=tell)
    print(run.told)


def _new_chapter(commands: Commands) -> None:
    command = commands.add_parser("new-chapter", help="start a chapter in the package")
    command.add_argument("name", help="its name in snake_case, like night_time_economy")
    command.set_defaults(command=_run_new_chapter)


def _run_new_chapter(given: argparse.Namespace) -> None:
    from wardwise.pipeline.new_chapter import new_chapter

    print(new_chapter(given.name))

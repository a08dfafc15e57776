"""The command line: arguments only. Each command is one function of ``pipeline``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from wardwise import __version__
from wardwise.domain.errors import AssessmentError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a fault that a person can put right is one sentence and an exit code."""
    given = parser().parse_args(arguments)
    try:
        given.command(given)
    except AssessmentError as error:
        print(f"wardwise: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("wardwise: stopped. The last good run stands.", file=sys.stderr)
        return 130
    return 0


def parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    whole = argparse.ArgumentParser(
        prog="wardwise",
        description="From a community safety partnership's data to its strategic assessment.",
    )
    whole.add_argument("--version", action="version", version=f"wardwise {__version__}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _papers(commands)
    _check(commands)
    _explain(commands)
    _new_partnership(commands)
    _map(commands)
    _new_secret(commands)
    _supply(commands)
    _erase(commands)
    _fetch(commands)
    _demo(commands)
    _new_chapter(commands)
    _docs(commands)
    return whole


Commands = argparse._SubParsersAction  # the type that add_subparsers returns has no public name


def _papers(commands: Commands[argparse.ArgumentParser]) -> None:
    for name, told, run in (
        ("assess", "build a partnership's assessment", _run_assess),
        ("records", "a paper on record-level files alone", _run_records),
    ):
        command = commands.add_parser(name, help=told)
        _settings_and_data(command)
        command.add_argument("--out", type=Path, required=True, help="folder for the documents")
        command.add_argument("--store", type=Path, help="folder for kept files, or beside --out")
        command.set_defaults(command=run)


def _run_assess(given: argparse.Namespace) -> None:
    from wardwise.pipeline.assess import assess

    _run_paper(assess, given)


def _run_records(given: argparse.Namespace) -> None:
    from wardwise.pipeline.records import records_paper

    _run_paper(records_paper, given)


def _run_paper(build: Callable[..., Any], given: argparse.Namespace) -> None:
    from wardwise.terminal import telling

    with telling() as tell:
        run = build(given.settings, folders=given.data, out=given.out, store=given.store, tell=tell)
    print(run.told)


def _check(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("check", help="the data-quality report alone")
    _settings_and_data(command)
    command.add_argument("--store", type=Path, help="folder for kept files")
    command.set_defaults(command=_run_check)


def _run_check(given: argparse.Namespace) -> None:
    from wardwise.pipeline.check import check
    from wardwise.terminal import telling

    with telling() as tell:
        report = check(given.settings, folders=given.data, store=given.store, tell=tell)
    print(report)


def _explain(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("explain", help="a figure's formula, inputs, files and hashes")
    command.add_argument("out", type=Path, help="folder of a finished run")
    command.add_argument("figure", nargs="?", help="the figure's name, like F-1A2B3C4D")
    command.add_argument("--all", action="store_true", help="work every figure out again")
    command.set_defaults(command=_run_explain)


def _run_explain(given: argparse.Namespace) -> None:
    from wardwise.pipeline.explain import explain, explain_all

    print(explain_all(given.out) if given.all else explain(given.out, given.figure or ""))


def _new_partnership(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("new-partnership", help="write a settings file for an area")
    command.add_argument("code", help="district or partnership code, like E06000042")
    command.add_argument(
        "--source",
        choices=("police_uk", "area_counts"),
        default="police_uk",
        help="where recorded crime comes from",
    )
    _data(command)
    command.add_argument("--to", type=Path, help="file to write; the terminal if not given")
    command.set_defaults(command=_run_new_partnership)


def _run_new_partnership(given: argparse.Namespace) -> None:
    from wardwise.pipeline.new_partnership import write_settings

    print(write_settings(given.code, source=given.source, folders=given.data, to=given.to))


def _map(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("map", help="propose how a partner's file is to be read")
    command.add_argument("file", type=Path, help="the partner's file: CSV, XLSX, ODS or parquet")
    command.add_argument("--dataset", required=True, help="what it holds, like recorded_crime")
    command.add_argument("--to", type=Path, help="mapping to write; the terminal if not given")
    command.set_defaults(command=_run_map)


def _run_map(given: argparse.Namespace) -> None:
    from wardwise.pipeline.mapping import map_file

    print(map_file(given.file, dataset=given.dataset, to=given.to))


def _new_secret(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("new-secret", help="a new secret, which turns people into keys")
    command.add_argument("to", type=Path, help="file to write; it must not be there yet")
    command.set_defaults(command=_run_new_secret)


def _run_new_secret(given: argparse.Namespace) -> None:
    from wardwise.sources.partner_files.secret import new_secret

    print(new_secret(given.to))


def _supply(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("supply", help="what partners must supply each quarter, and did")
    _settings_and_data(command)
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


def _erase(commands: Commands[argparse.ArgumentParser]) -> None:
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


def _fetch(commands: Commands[argparse.ArgumentParser]) -> None:
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


def _demo(commands: Commands[argparse.ArgumentParser]) -> None:
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


def _new_chapter(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("new-chapter", help="start a chapter in the package")
    command.add_argument("name", help="its name in snake_case, like night_time_economy")
    command.set_defaults(command=_run_new_chapter)


def _run_new_chapter(given: argparse.Namespace) -> None:
    from wardwise.pipeline.new_chapter import new_chapter

    print(new_chapter(given.name))


def _docs(commands: Commands[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("docs", help="write the generated reference pages")
    command.add_argument("to", type=Path, help="folder to write to")
    command.set_defaults(command=_run_docs)


def _run_docs(given: argparse.Namespace) -> None:
    from wardwise.pipeline.reference_pages import write_reference_pages

    print(write_reference_pages(given.to, parser=parser()))


def _settings_and_data(command: argparse.ArgumentParser) -> None:
    command.add_argument("settings", type=Path, help="the partnership's settings file (YAML)")
    _data(command)


def _data(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data",
        type=Path,
        action="append",
        required=True,
        help="a data folder; give it again for another",
    )


if __name__ == "__main__":
    sys.exit(main())

"""Commands from settings and data to papers and reports."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wardwise.cli.arguments import Commands, settings_and_data


def add_papers(commands: Commands) -> None:
    """Assess, records, check and explain."""
    _papers(commands)
    _check(commands)
    _explain(commands)


def _papers(commands: Commands) -> None:
    for name, told, run in (
        ("assess", "build a partnership's assessment", _run_assess),
        ("records", "a paper on record-level files alone", _run_records),
    ):
        command = commands.add_parser(name, help=told)
        settings_and_data(command)
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


def _check(commands: Commands) -> None:
    command = commands.add_parser("check", help="the data-quality report alone")
    settings_and_data(command)
    command.add_argument("--store", type=Path, help="folder for kept files")
    command.set_defaults(command=_run_check)


def _run_check(given: argparse.Namespace) -> None:
    from wardwise.pipeline.check import check
    from wardwise.terminal import telling

    with telling() as tell:
        report = check(given.settings, folders=given.data, store=given.store, tell=tell)
    print(report)


def _explain(commands: Commands) -> None:
    command = commands.add_parser("explain", help="a figure's formula, inputs, files and hashes")
    command.add_argument("out", type=Path, help="folder of a finished run")
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("figure", nargs="?", help="the figure's name, like F-1A2B3C4D")
    which.add_argument("--all", action="store_true", help="work every figure out again")
    command.set_defaults(command=_run_explain)


def _run_explain(given: argparse.Namespace) -> None:
    from wardwise.pipeline.explain import explain, explain_all

    print(explain_all(given.out) if given.all else explain(given.out, given.figure))

"""The command line: arguments only. Each command is one function of ``pipeline``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path

from wardwise import __version__
from wardwise.cli.arguments import Commands
from wardwise.cli.beginnings import add_data, add_partnership
from wardwise.cli.initiatives import add_initiatives
from wardwise.cli.measure import add_measure
from wardwise.cli.papers import add_papers
from wardwise.cli.partners import add_partners
from wardwise.domain.errors import AssessmentError, StoreError


EXTENSIONS = "wardwise.commands"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a fault that a person can put right is one sentence and an exit code."""
    given = parser().parse_args(arguments)
    try:
        given.command(given)
    except AssessmentError as error:
        print(f"wardwise: {error}", file=sys.stderr)
        return error.exit_code
    except OSError as error:
        # whatever a command writes: a secret, a mapping, data, reference pages
        print(f"wardwise: {_not_done(error)}", file=sys.stderr)
        return StoreError.exit_code
    except KeyboardInterrupt:
        print("wardwise: stopped. The last good run stands.", file=sys.stderr)
        return 130
    return 0


def _not_done(error: OSError) -> str:
    """What the disk refused, and the name of the file or folder alone."""
    name = Path(str(error.filename)).name if error.filename else "a file"
    return (
        f"{name}: it cannot be read or written ({error.strerror or type(error).__name__})."
        " Free some space, ask for the right to it, or give another folder."
    )


def parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    whole = argparse.ArgumentParser(
        prog="wardwise",
        description="From a community safety partnership's data to its strategic assessment.",
    )
    whole.add_argument("--version", action="version", version=f"wardwise {__version__}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    add_papers(commands)
    add_partnership(commands)
    add_partners(commands)
    add_data(commands)
    add_initiatives(commands)
    add_measure(commands)
    _docs(commands)
    _add_installed(commands)
    return whole


def _add_installed(commands: Commands) -> None:
    """Commands of other packages, such as the web application's: the library knows none of them."""
    for one in sorted(entry_points(group=EXTENSIONS), key=lambda found: found.name):
        try:
            add = one.load()
        except ModuleNotFoundError:
            continue  # its own libraries were not asked for: wardwise without [web]
        add(commands)


def _docs(commands: Commands) -> None:
    command = commands.add_parser("docs", help="write the generated reference pages")
    command.add_argument("to", type=Path, help="folder to write to")
    command.set_defaults(command=_run_docs)


def _run_docs(given: argparse.Namespace) -> None:
    from wardwise.pipeline.reference_pages import write_reference_pages

    print(write_reference_pages(given.to, parser=parser()))

"""The generated pages of docs/reference: command line, exit codes, data dictionary, methods."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from wardwise.domain.errors import AssessmentError
from wardwise.domain.tables import TABLES
from wardwise.measures import MEASURES
from wardwise.reference.load import ReferenceTable, load_table, table_names


MADE = "Made by `make docs`; do not edit.\n"


def write_reference_pages(to: Path, *, parser: argparse.ArgumentParser) -> str:
    """Write every page and say how many."""
    to.mkdir(parents=True, exist_ok=True)
    made = pages(parser)
    for name, text in made.items():
        (to / name).write_text(text, "utf-8")
    return f"{len(made)} pages are in {to}"


def pages(parser: argparse.ArgumentParser) -> dict[str, str]:
    """File name → text."""
    return {
        "command_line.md": _command_line(parser),
        "exit_codes.md": _exit_codes(),
        "data_dictionary.md": _data_dictionary(),
        "measures.md": _measures(),
        "reference_tables.md": _reference_tables(),
    }


def _command_line(parser: argparse.ArgumentParser) -> str:
    return "\n".join(["# Command line", "", MADE, *_commands(parser, level="##")])


def _commands(parser: argparse.ArgumentParser, *, level: str) -> Iterator[str]:
    """Every command that the parser knows, and the commands beneath it."""
    inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    for actions in inner:
        told = {choice.dest: choice.help or "" for choice in actions._choices_actions}
        for name, command in actions.choices.items():
            yield from _command(command, title=f"{level} {name}", told=told[name])
            yield from _commands(command, level=f"{level}#")


def _command(command: argparse.ArgumentParser, *, title: str, told: str) -> Iterator[str]:
    usage = " ".join(command.format_usage().split()).removeprefix("usage: ")
    sentence = f"{told[:1].upper()}{told[1:]}."
    about = [command.description, ""] if command.description else []
    yield from [title, "", *(about or [sentence, ""]), f"    {usage}", ""]
    for action in command._actions:
        if action.dest != "help" and not isinstance(action, argparse._SubParsersAction):
            label = ", ".join(action.option_strings) or action.dest
            yield f"- `{label}`: {action.help}"
    yield ""


def errors() -> Iterator[type[AssessmentError]]:
    """Every kind of error, by exit code."""
    found, waiting = set(), [AssessmentError]
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += kind.__subclasses__()
    named = [kind for kind in found if kind.__module__ == AssessmentError.__module__]
    yield from sorted(named, key=lambda kind: kind.exit_code)


def _exit_codes() -> str:
    rows = [f"| {kind.exit_code} | `{kind.__name__}` | {kind.about} |" for kind in errors()]
    return "\n".join(
        [
            "# Exit codes",
            "",
            MADE,
            "A public contract: changed only with a decision record and a line in the CHANGELOG.",
            "",
            "| code | error | what it means |",
            "|---|---|---|",
            "| 0 | – | Done |",
            "| 2 | – | The command was given wrongly; nothing was done |",
            *rows,
            "| 130 | – | Stopped from the keyboard; the last good run stands |",
            "",
        ]
    )


def _data_dictionary() -> str:
    lines = ["# Data dictionary: the tidy tables", "", MADE]
    for name, columns in TABLES.items():
        lines += [f"## {name}", "", "| column | type | may be empty |", "|---|---|---|"]
        for column, kind in columns.items():
            empty = "yes" if kind.endswith("?") else "no"
            lines.append(f"| `{column}` | {kind.removesuffix('?')} | {empty} |")
        lines.append("")
    return "\n".join(lines)


def _measures() -> str:
    lines = ["# Measures", "", MADE]
    for name in sorted(MEASURES):
        told = (MEASURES[name].__doc__ or "").strip().splitlines()[0]
        module = MEASURES[name].__module__.removeprefix("wardwise.")
        lines.append(f"- `{name}` ({module}): {told}")
    return "\n".join([*lines, ""])


def _reference_tables() -> str:
    lines = ["# Reference tables", "", MADE]
    for name in table_names():
        table = load_table(name)
        lines += [
            f"## {name}",
            "",
            _edition(table),
            "",
        ]
        lines += [f"- `{field.name}`" for field in table.fields]
        lines.append("")
    return "\n".join(lines)


def _edition(table: ReferenceTable) -> str:
    held = table.version
    return (
        f"{table.title}. Version {held.version}, {held.date}. {held.source}"
        f" Licence: {held.licence}."
    )

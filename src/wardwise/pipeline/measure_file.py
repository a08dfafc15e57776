"""One statistic on one file of events, and what it was worked from."""

from __future__ import annotations

import argparse
import hashlib

from wardwise import __version__
from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.pipeline.doors.answer import as_json, as_lines
from wardwise.pipeline.doors.door import Door


UNSAID = {"command", "file", "json", "door"}


def measure_file(door: Door, given: argparse.Namespace) -> str:
    """The answer with the file's hash and every argument, so that it can be had again."""
    if not given.file.is_file():
        raise EvidenceMissing(
            file=given.file.name, problem="there is no such file.", remedy="Check its name."
        )
    try:
        answer = door.work(given)
    except ValueError as error:  # what a measure refuses, in its own words
        raise ExtractError(
            file=given.file.name, problem=str(error), remedy="See --help for what is expected."
        ) from error
    except (ArithmeticError, MemoryError) as error:  # numbers that no sum can hold
        raise ExtractError(
            file=given.file.name,
            problem="its numbers, or those of the options, are too large or too small to be "
            "worked with.",
            remedy="Give them in another unit, or leave out those that cannot be right.",
        ) from error
    made = {
        "measure": door.name,
        "method": door.method,
        "wardwise": __version__,
        "file": given.file.name,
        "sha256": hashlib.sha256(given.file.read_bytes()).hexdigest(),
        "arguments": {name: told for name, told in vars(given).items() if name not in UNSAID},
    }
    return as_json(made | {"answer": answer}) if given.json else as_lines(answer)

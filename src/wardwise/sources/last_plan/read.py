"""Reads the file of last year's plan that the settings name (docs/reference/plan_file.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import yaml
from pydantic import ValidationError

from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.domain.last_plan import PlanFile
from wardwise.sources.data_folders import DataFile
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_rows


SOURCE = "last_plan"
LICENCE = "the partnership's own"


def find_plan(name: str, *, folders: Sequence[Path]) -> Path:
    """The file beside the settings or in a data folder."""
    places = [folder / name for folder in folders]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise EvidenceMissing(
            file=name,
            problem="plan.last names this file, and it is neither beside the settings nor in a"
            " data folder.",
            remedy="Put it there, or take the line out of the settings.",
        )
    return found


def read_plan(name: str, *, folders: Sequence[Path], area_code: str) -> Imported:
    """Tables ``plan``, ``plan_action``, ``plan_indicator`` and ``file_read``."""
    path = find_plan(name, folders=folders)
    file = DataFile(path, name, path.read_bytes())
    plan = _checked(file)
    if plan.partnership != area_code:
        raise _fault(
            file,
            f"found the plan of {plan.partnership}, expected that of {area_code}.",
            "Give the partnership's own plan.",
        )
    note = f"the plan of {plan.year}, as of {plan.as_of}"
    rows = len(plan.actions) + len(plan.indicators)
    read = file.file_read(source=SOURCE, rows=rows, note=note)
    head = {"year": plan.year, "first_month": plan.first_month, "last_month": plan.last_month}
    return Imported(
        {
            "plan": tidy_rows("plan", [{**head, "as_of": str(plan.as_of)}]),
            "plan_action": tidy_rows(
                "plan_action", [one.model_dump(mode="json") for one in plan.actions]
            ),
            "plan_indicator": tidy_rows(
                "plan_indicator", [one.model_dump(mode="json") for one in plan.indicators]
            ),
            "file_read": tidy_rows("file_read", [{**read, "licence": LICENCE}]),
        }
    )


def _checked(file: DataFile) -> PlanFile:
    try:
        text = file.raw.decode("utf-8-sig")
        # YAML is read as words and numbers alone; JSON is YAML, and much faster read by itself
        held = json.loads(text) if text.lstrip().startswith("{") else yaml.safe_load(text)
        return PlanFile.model_validate_json(json.dumps(held, default=str))
    except (UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
        raise _fault(file, _problem(error), "Write it again from the plan, or mend it.") from None


def _problem(error: Exception) -> str:
    """Where the first fault is; never the words of the file, which may tell of people."""
    if isinstance(error, ValidationError):
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        return f"at {where}: {first['msg'].lower()}; {error.error_count()} fault(s) in all."
    return "this is no file of a plan: expected JSON or YAML with 'schema', 'year' and 'actions'."


def _fault(file: DataFile, problem: str, remedy: str) -> ExtractError:
    return ExtractError(file=file.name, problem=problem, remedy=remedy)

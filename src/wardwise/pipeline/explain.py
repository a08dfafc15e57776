"""A printed figure walked back to its rows: formula, inputs, files, hashes, worked again."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from wardwise.domain.errors import FigureDiffers, FigureUnknown, StoreError
from wardwise.domain.recipe_json import parse_recipe
from wardwise.domain.source_folders import folders_of
from wardwise.evidence.recompute import Memo, function_of, recompute
from wardwise.evidence.tables import Tables, open_tables
from wardwise.evidence.together import answered_together
from wardwise.pipeline.inputs import code_key
from wardwise.pipeline.manifest import read_manifest
from wardwise.store.erased import Register
from wardwise.store.tidy import is_whole


CLOSE = 1e-9


def explain(folder: Path, figure_id: str) -> str:
    """The story of one figure; FigureDiffers if the stored rows give another number."""
    manifest, figures = _run(folder)
    figure = next((one for one in figures if one["figure_id"] == figure_id.upper()), None)
    if figure is None:
        raise FigureUnknown(
            f"{folder.name}/findings.json: there is no figure '{figure_id}' among"
            f" {len(figures):,}. Look its name up there, or on the page beside the number."
        )
    tables = stored_tables(folder, manifest)
    lines = [
        f"{figure['figure_id']}  {figure['measure']}: {_printed(figure)}",
        f"  of what     {figure['offence'] or 'all recorded crime'}, {figure['area_name']}"
        f" ({figure['area_code']}), {figure['period_start']} to {figure['period_end']}"
        + (f", {figure['detail']}" if figure["detail"] else ""),
        f"  method      {figure['method']}",
        f"  formula     {_formula(figure)}",
        *_inputs(figure, tables),
        *_files(figure, manifest),
        f"  run         {manifest['run']}, code {manifest['code'][:12]}{_since(manifest)}",
        f"  worked again {_again(figure, tables)}",
    ]
    return "\n".join(lines)


def explain_all(folder: Path) -> str:
    """Every figure worked again; the first that differs is an error."""
    manifest, figures = _run(folder)
    tables = stored_tables(folder, manifest)
    known = [figure for figure in figures if figure["status"] == "known"]
    recipes = [parse_recipe(figure["recipe"]) for figure in known if figure["recipe"]]
    memo = answered_together(recipes, tables)
    worked = [figure for figure in known if figure["recipe"] and _again(figure, tables, memo)]
    given, gone = len(known) - len(worked), len(figures) - len(known)
    return (
        f"{len(worked):,} figures were worked again from the stored rows and agree;"
        f" {given:,} are given by settings or method alone; {gone:,} are not known."
    )


def stored_tables(folder: Path, manifest: dict[str, Any]) -> Tables:
    """The tidy tables that the run rested on, opened from the store."""
    store = (folder / manifest["store"] / "tidy").resolve()
    paths = {name: store / key / f"{name}.parquet" for name, key in manifest["tables"].items()}
    missing = sorted(name for name, path in paths.items() if not is_whole(path))
    if missing:
        raise StoreError(
            f"{folder.name}/manifest.json: the stored rows of {', '.join(missing)} are gone or"
            f" damaged.{_erased(folder, manifest)} Run 'wardwise assess' again to make them."
        )
    return open_tables(paths)


def _erased(folder: Path, manifest: dict[str, Any]) -> str:
    """Why rows may be gone or fewer: the document stands as it was made, and the rows do not."""
    told = Register((folder / manifest["store"]).resolve()).notices
    return f" {' '.join(told)}" if told else ""


def _run(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    manifest = read_manifest(folder)
    if manifest is None or not (folder / "findings.json").is_file():
        raise StoreError(
            f"{folder.name}: this is not the folder of a finished run."
            " Give the folder that 'wardwise assess' wrote."
        )
    figures: list[dict[str, Any]] = json.loads((folder / "findings.json").read_text("utf-8"))
    return manifest, figures


def _again(figure: dict[str, Any], tables: Tables, memo: Memo | None = None) -> str:
    if figure["recipe"] is None:
        return "nothing to work: the settings or the method give it"
    if figure["status"] != "known":
        return f"{figure['status'].replace('_', ' ')}: {figure['reason']}"
    value = recompute(parse_recipe(figure["recipe"]), tables, memo)
    if not _agrees(value, figure["value"]):
        raise FigureDiffers(
            f"{figure['figure_id']} was printed as {figure['value']}, but the stored rows give"
            f" {value}. Do not use the document; run 'wardwise assess' again."
        )
    return f"{_plain(value)} — it agrees"


def _since(manifest: dict[str, Any]) -> str:
    """Whether the code that works the figure again is the code that made it."""
    now = code_key()
    return "" if now == manifest["code"] else f" (worked again by other code, {now[:12]})"


def _agrees(value: Any, printed: float) -> bool:
    return isinstance(value, int | float) and math.isclose(
        value, printed, rel_tol=CLOSE, abs_tol=CLOSE
    )


def _printed(figure: dict[str, Any]) -> str:
    if figure["status"] != "known":
        return f"{figure['status'].replace('_', ' ')} ({figure['reason']})"
    lower, upper = _plain(figure["lower"]), _plain(figure["upper"])
    limits = f" ({lower} to {upper})" if figure["lower"] is not None else ""
    return f"{_plain(figure['value'])}{limits} {figure['unit']}"


def _plain(value: Any) -> str:
    """A whole number without a point; any other as it is held, to its last digit."""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else f"{value}"


def _formula(figure: dict[str, Any]) -> str:
    recipe = figure["recipe"]
    if recipe is None:
        return "given"
    names = ", ".join(recipe["arguments"])
    told = ""
    function = function_of(recipe["measure"])
    if function is not None:
        told = (function.__doc__ or "").strip().splitlines()[0]
    return f"{recipe['measure']}({names})" + (f" — {told}" if told else "")


def _inputs(figure: dict[str, Any], tables: Tables, indent: str = "  input       ") -> list[str]:
    recipe = figure["recipe"]
    return _arguments(recipe, tables, indent) if recipe else []


def _arguments(recipe: dict[str, Any], tables: Tables, indent: str) -> list[str]:
    lines = []
    for name, value in recipe["arguments"].items():
        if isinstance(value, dict) and "measure" in value:
            worked = recompute(parse_recipe(value), tables)
            lines.append(f"{indent}{name} = {_short(worked)}  from {value['measure']}")
            lines += _arguments(value, tables, indent + "  ")
        elif isinstance(value, dict) and "ask" in value:
            asked = recompute(parse_recipe({"measure": "", "arguments": {"answer": value}}), tables)
            said = ", ".join(f"{key} {_short(one)}" for key, one in value["arguments"].items())
            lines.append(f"{indent}{name} = {_short(asked)}  counted in the rows: {said}")
        else:
            lines.append(f"{indent}{name} = {_short(value)}")
    return lines


def _short(value: Any) -> str:
    text = _plain(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _files(figure: dict[str, Any], manifest: dict[str, Any]) -> list[str]:
    folders = tuple(start for source in figure["sources"] for start in folders_of(source))
    return [
        f"  file        {file['path']}  sha256 {file['sha256']}"
        for file in manifest["files"]
        if file["path"].startswith(folders)
    ]

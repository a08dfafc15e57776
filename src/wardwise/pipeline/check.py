"""The data-quality report alone, as plain text for a terminal or a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.evidence import Evidence
from wardwise.evidence.bundle import build_evidence
from wardwise.evidence.tables import open_tables
from wardwise.pipeline.assess import STORE
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.inputs import check_folders
from wardwise.pipeline.keeping import who
from wardwise.pipeline.progress import quiet
from wardwise.sources.settings import read_settings
from wardwise.store.lock import sharing
from wardwise.store.tidy import TidyStore


@dataclass(frozen=True)
class Checked:
    """The evidence of a partnership as its files give it, before anything is worked out."""

    evidence: Evidence
    name: str


def check(
    settings_file: Path,
    *,
    folders: Sequence[Path],
    store: Path | None = None,
    tell: Callable[[str], None] = quiet,
) -> str:
    """What was read, what was set aside and why, what is incomplete, what is missing."""
    found = checked(settings_file, folders=folders, store=store, tell=tell)
    return report(found.evidence, name=found.name)


def checked(
    settings_file: Path,
    *,
    folders: Sequence[Path],
    store: Path | None = None,
    tell: Callable[[str], None] = quiet,
) -> Checked:
    """The files read and the evidence laid out, for whoever shows it otherwise than as text."""
    settings = read_settings(settings_file)
    check_folders(folders)
    tidy = TidyStore(store or Path("out") / STORE)
    with sharing(tidy.root, "check", by=who()):
        gathered = Gatherer(settings, folders, tidy, beside=settings_file.parent).gather(tell)
        tables = open_tables(gathered.tables)
        evidence = build_evidence(
            tables, settings=settings, own=gathered.own, notices=gathered.notices
        )
    return Checked(evidence, settings.partnership.name)


def report(evidence: Evidence, *, name: str) -> str:
    """The same from evidence that is laid out."""
    return "\n".join(
        [
            f"Data quality for {name}",
            "",
            *_files(evidence),
            *_set_aside(evidence),
            *_completeness(evidence),
            *_extracts(evidence),
            *_unlocated(evidence, name=name),
            *_notices(evidence),
        ]
    )


def _files(evidence: Evidence) -> list[str]:
    lines = ["Files read"]
    by_source: dict[str, list[tuple[int, int]]] = {}
    for file in evidence.quality.files:
        by_source.setdefault(file.source, []).append((file.rows_in or 0, file.rows_used or 0))
    width = max(map(len, by_source), default=0)
    for source, counts in sorted(by_source.items()):
        rows_in, used = (sum(column) for column in zip(*counts, strict=True))
        lines.append(
            f"  {source:<{width}} {len(counts):>4} files {rows_in:>12,} rows in"
            f" {used:>12,} used {rows_in - used:>10,} set aside"
        )
    return [*lines, ""]


def _set_aside(evidence: Evidence) -> list[str]:
    rows = evidence.quality.set_aside
    lines = [f"  {n:>10,}  {source}: {reason}" for source, reason, n in rows if n]
    return ["Rows set aside, by reason", *(lines or ["  none"]), ""]


def _completeness(evidence: Evidence) -> list[str]:
    lines = [
        f"  {one.period.label:<32} {one.status:<12}"
        + (f" {100 * one.share:5.1f}%" if one.share is not None else "      –")
        + f"  {one.why}"
        for one in evidence.completeness.stretches
    ]
    return ["Completeness against the Home Office totals", *(lines or ["  not judged"]), ""]


def _extracts(evidence: Evidence) -> list[str]:
    if not evidence.quality.extracts:
        return []
    lines = [
        f"  {one.month}  earlier {one.rows_earlier:,}, later {one.rows_later:,}; {one.kept} used;"
        f" {one.appeared:,} appeared, {one.vanished:,} vanished, of {one.in_both:,} in both"
        f" {one.offence_changed:,} changed offence, {one.place_changed:,} place,"
        f" {one.outcome_changed:,} outcome"
        for one in evidence.quality.extracts
    ]
    return ["Months that two extracts hold", *lines, ""]


def _unlocated(evidence: Evidence, *, name: str) -> list[str]:
    total, gone = sum(evidence.force_rows.values()), sum(evidence.unlocated.values())
    if not total:
        return []
    share = 100 * gone / total
    told = "have no LSOA and are given to no partnership"
    if evidence.local.source == "area_counts":  # a count without an LSOA names no force either
        told = (
            f"of England and Wales have no LSOA and name no force: how many of them happened in"
            f" {name} is not known, and none is counted there"
        )
    return [
        "Rows with no place, latest twelve months",
        f"  {gone:,} of {total:,} ({share:.1f}%) {told}",
        "",
    ]


def _notices(evidence: Evidence) -> list[str]:
    return ["Notices", *(f"  {notice}" for notice in evidence.quality.notices or ("none",))]

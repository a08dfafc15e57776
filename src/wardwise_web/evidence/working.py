"""A worker's day: takes what waits, runs the engine, keeps what it says; finds what was lost."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from wardwise_web.evidence import jobs
from wardwise_web.evidence.at_work import AtWorkElsewhere, holding, is_held
from wardwise_web.evidence.composed import folders_now, settings_now
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build, Mapping, Report
from wardwise_web.evidence.runs import EngineRefused, Read, build_assessment, quality, supply
from wardwise_web.evidence.services import (
    begin_build,
    begin_report,
    end_build,
    end_report,
    fail_build,
    fail_report,
    tell_stage,
)
from wardwise_web.evidence.services.reports import reports_after
from wardwise_web.evidence.shelf import put, shelf, store_of
from wardwise_web.evidence.states import BuildState, ReportKind
from wardwise_web.people.models import Partnership


LOST = (
    "The build stopped before it ended: the program that ran it was ended. Nothing was changed,"
    " and the last good build stands. Start it again."
)


def work_on_build(build_id: int) -> None:
    """Take a build that waits and see it to its end."""
    build = Build.objects.select_related("partnership").get(pk=build_id)
    try:
        with holding(build.lock):
            if begin_build(build=build):
                _build(build)
    except AtWorkElsewhere:
        return


def _build(build: Build) -> None:
    try:
        read = _reading(
            build.partnership,
            text=build.settings_yaml,
            folders=[Path(one) for one in build.folders],
            name=f"build-{build.pk}",
        )
        told = build_assessment(
            read, out=build.folder, tell=lambda stage: tell_stage(build=build, stage=stage)
        )
    except EngineRefused as refused:
        fail_build(build=build, told=str(refused))
        return
    except BaseException:
        fail_build(build=build, told=jobs.FAULT)
        raise
    end_build(build=build, told=told, manifest=read_manifest(build.folder))
    reports_after(build.partnership)


def work_on_report(report_id: int) -> None:
    """Take a report that waits and see it to its end."""
    report = Report.objects.select_related("partnership").get(pk=report_id)
    try:
        with holding(_lock_of(report)):
            if begin_report(report=report):
                _report(report)
    except AtWorkElsewhere:
        return


def _report(report: Report) -> None:
    made = {ReportKind.QUALITY: quality, ReportKind.SUPPLY: supply}[ReportKind(report.kind)]
    try:
        text = settings_now(report.partnership)
        folders = folders_now(report.partnership)
        read = _reading(
            report.partnership, text=text, folders=folders, name=f"report-{report.kind}"
        )
        told = made(read, tell=lambda _: None)
    except EngineRefused as refused:
        fail_report(report=report, told=str(refused))
        return
    except BaseException:
        fail_report(report=report, told=jobs.FAULT)
        raise
    end_report(report=report, told=told)


def _lock_of(report: Report) -> Path:
    return shelf(report.partnership) / f".report-{report.pk}.lock"


def _reading(partnership: Partnership, *, text: str, folders: Sequence[Path], name: str) -> Read:
    """Settings and mappings written where the engine looks for them: beside one another."""
    put(partnership, [text.encode()], to=f"{name}.yaml")
    seen: set[str] = set()
    for mapping in Mapping.objects.filter(partnership=partnership):  # the newest of each is first
        if mapping.name not in seen:
            seen.add(mapping.name)
            put(partnership, [mapping.text.encode()], to=f"mappings/{mapping.name}.yaml")
    place = shelf(partnership)
    return Read(place / f"{name}.yaml", tuple(folders), store_of(partnership))


def find_what_was_lost() -> int:
    """Jobs whose process is gone: told as failed. What still waits is put in the queue again.

    Run by a worker when it starts. A job twice in the queue is harmless: it is taken once.
    """
    lost = 0
    for build in Build.objects.filter(state=BuildState.RUNNING).select_related("partnership"):
        if not is_held(build.lock):
            fail_build(build=build, told=LOST)
            _sweep(build)
            lost += 1
    for report in Report.objects.filter(state=BuildState.RUNNING).select_related("partnership"):
        if not is_held(_lock_of(report)):
            fail_report(report=report, told=LOST.replace("build", "report"))
            lost += 1
    for build in Build.objects.filter(state=BuildState.WAITING):
        jobs.run_build.enqueue(build.pk)
    for report in Report.objects.filter(state=BuildState.WAITING):
        jobs.run_report.enqueue(report.pk)
    return lost


def _sweep(build: Build) -> None:
    """What was written beside the documents' folder and never put in its place."""
    for beside in build.folder.parent.glob(f".{build.folder.name}-new-*"):
        shutil.rmtree(beside, ignore_errors=True)
    build.lock.unlink(missing_ok=True)

"""Builds: asked for, watched, failed in a sentence, lost and found; documents by right."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence import working
from wardwise_web.evidence.at_work import holding, is_held
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build, Report
from wardwise_web.evidence.runs import EngineRefused, Told
from wardwise_web.evidence.services import (
    ask_for_build,
    ask_for_report,
    begin_build,
    end_build,
    hand_in,
    start_build,
)
from wardwise_web.evidence.states import BuildState, ReportKind
from wardwise_web.evidence.tests.files import upload
from wardwise_web.evidence.tests.made_run import figure, write_run
from wardwise_web.evidence.tests.test_setting import saved


@pytest.fixture
def ready(seats, settings, tmp_path):
    """A partnership with settings and a folder to read: enough to ask for a build."""
    from wardwise_web.evidence.services import point_at_folder

    (tmp_path / "open" / "police_uk").mkdir(parents=True)
    settings.EVIDENCE_ROOTS = [str(tmp_path)]
    saved(seats)
    point_at_folder(
        partnership=seats.partnership, path=str(tmp_path / "open"), by=seats.actor("analyst")
    )
    return seats


def asked(seats):
    return ask_for_build(partnership=seats.partnership, settings_yaml="", by=seats.actor("analyst"))


def done(seats, **differs):
    build = asked(seats)
    begin_build(build=build)
    write_run(build.folder, [figure()], **differs)
    (build.folder / "summary.pdf").write_bytes(b"%PDF-1.7 made up")
    end_build(build=build, told="Done", manifest=read_manifest(build.folder))
    build.refresh_from_db()
    return build


def test_a_build_waits_with_what_it_is_to_read(ready, monkeypatch):
    build = start_build(partnership=ready.partnership, by=ready.actor("manager"))
    assert build.state == BuildState.WAITING
    assert "Kilnfield" in build.settings_yaml
    with pytest.raises(MoveRefused, match="A build is going on"):
        start_build(partnership=ready.partnership, by=ready.actor("analyst"))


def test_without_settings_the_page_says_what_to_do(sign_in, seats):
    answer = sign_in("analyst").post("/p/exampleshire/builds/start/")
    assert "There are no settings yet" in answer.content.decode()
    assert not Build.objects.exists()


def test_a_missing_secret_is_told_before_a_build_of_partners_files_is_started(
    ready, fires, sign_in, monkeypatch
):
    monkeypatch.delenv("WARDWISE_SECRET", raising=False)
    there = "/p/exampleshire/builds/start/"
    assert "secret" not in sign_in("analyst").get(there).content.decode()
    today = timezone.localdate()
    hand_in(dataset=fires, upload=upload(), received_on=today, by=ready.actor("fire"))
    assert "the secret that makes keys of people is missing" in (
        sign_in("analyst").get(there).content.decode()
    )
    assert "there is no secret" in sign_in("analyst").post(there).content.decode()
    assert not Build.objects.exists()
    monkeypatch.setenv("WARDWISE_SECRET", "a made-up secret of the tests 0123456789")
    assert "is missing" not in sign_in("analyst").get(there).content.decode()


def test_a_refusal_of_the_engine_is_the_builds_sentence(ready, sign_in, monkeypatch):
    def refuse(*_, **__):
        raise EngineRefused("lookup.csv: this file is missing. Put it there.")

    monkeypatch.setattr(working, "build_assessment", refuse)
    build = start_build(partnership=ready.partnership, by=ready.actor("analyst"))
    working.work_on_build(build.pk)
    page = sign_in("board").get(f"/p/exampleshire/builds/{build.pk}/").content.decode()
    assert "lookup.csv: this file is missing. Put it there." in page


def test_a_fault_of_ours_is_told_without_its_innards(ready, monkeypatch):
    def burst(*_, **__):
        raise ZeroDivisionError("secret of the house")

    monkeypatch.setattr(working, "build_assessment", burst)
    build = start_build(partnership=ready.partnership, by=ready.actor("analyst"))
    with pytest.raises(ZeroDivisionError):
        working.work_on_build(build.pk)
    build.refresh_from_db()
    assert build.state == BuildState.FAILED
    assert "secret" not in build.told
    assert "the last good build stands" in build.told


def test_the_whole_of_a_job_in_the_workers_order(ready, monkeypatch):
    stages = []

    def build(read, *, out, tell):
        tell("Reading the evidence")
        stages.append(Build.objects.get().stage)
        assert read.settings_file.read_text("utf-8").startswith("partnership:")
        write_run(out, [figure()])
        return "The documents are there"

    monkeypatch.setattr(working, "build_assessment", build)
    made = start_build(partnership=ready.partnership, by=ready.actor("analyst"))
    working.work_on_build(made.pk)
    working.work_on_build(made.pk)  # twice in the queue: taken once
    made.refresh_from_db()
    assert (made.state, made.run, stages) == ("done", "0123456789", ["Reading the evidence"])
    assert Report.objects.count() == 2
    assert not is_held(made.lock)


def test_the_page_that_waits_refreshes_a_part_and_then_itself(ready, sign_in):
    build = start_build(partnership=ready.partnership, by=ready.actor("analyst"))
    board = sign_in("board")
    page = board.get(f"/p/exampleshire/builds/{build.pk}/").content.decode()
    assert 'hx-trigger="every 2s"' in page
    assert '<meta http-equiv="refresh"' in page  # without scripts the page reloads itself
    assert "HX-Refresh" not in board.get(f"/p/exampleshire/builds/{build.pk}/progress/")
    begin_build(build=build)
    write_run(build.folder, [figure()])
    end_build(build=build, told="Done", manifest=read_manifest(build.folder))
    answer = board.get(f"/p/exampleshire/builds/{build.pk}/progress/")
    assert answer["HX-Refresh"] == "true"


def test_a_build_whose_worker_is_gone_is_told_as_failed(seats):
    lost, going = asked(seats), asked(seats)
    for build in (lost, going):
        begin_build(build=build)
    torn = lost.folder.parent / f".{lost.folder.name}-new-77-abc"
    torn.mkdir(parents=True)
    with holding(going.lock):
        assert working.find_what_was_lost() == 1
    lost.refresh_from_db()
    going.refresh_from_db()
    assert (lost.state, going.state) == ("failed", "running")
    assert "stopped before it ended" in lost.told
    assert not torn.exists()


HOLDER = """
import pathlib, sys, time
from wardwise_web.evidence.at_work import holding
with holding(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_goes_with_the_process_that_is_killed(tmp_path):
    lock = tmp_path / "runs" / ".build-1.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock)], stdout=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        assert is_held(lock)
        os.kill(process.pid, signal.SIGKILL)
    for _ in range(50):
        if not is_held(lock):
            return
        time.sleep(0.1)
    raise AssertionError("the lock outlived its process")


def test_a_build_is_marked_as_its_most_protected_file(seats):
    settings = {
        "document": {"marking": "OFFICIAL"},
        "partner_files": [{"marking": "OFFICIAL-SENSITIVE"}, {"marking": None}],
    }
    assert done(seats, settings=settings).marking == "OFFICIAL-SENSITIVE"


@pytest.mark.parametrize(
    ("who", "status"),
    [("analyst", 200), ("manager", 200), ("police", 404), ("board", 404), ("auditor", 404)],
)
def test_documents_leave_by_right_and_are_remembered(seats, sign_in, who, status):
    build = done(seats)
    before = AuditEvent.objects.count()
    answer = sign_in(who).get(f"/p/exampleshire/builds/{build.pk}/documents/summary.pdf")
    assert answer.status_code == status
    rows = AuditEvent.objects.filter(sequence__gt=before, operation="disclosure")
    assert rows.count() == (status == 200)
    answer.close()


def test_no_other_file_leaves_by_that_door(seats, sign_in):
    build = done(seats)
    (build.folder / "notes.txt").write_text("not a document", "utf-8")
    for name in ("notes.txt", "..%2Fnotes.txt", "assessment.pdf"):
        answer = sign_in("analyst").get(f"/p/exampleshire/builds/{build.pk}/documents/{name}")
        assert answer.status_code == 404


def test_a_build_of_another_partnership_is_not_found(seats, sign_in):
    from wardwise_web.people.services import found_partnership

    other = found_partnership(name="Elsewhere", slug="else", area_code="E06999002", operator="t")
    build = Build.objects.create(partnership=other, settings_yaml="")
    assert sign_in("analyst").get(f"/p/exampleshire/builds/{build.pk}/").status_code == 404


def test_a_report_is_made_of_tables_that_leave_one_by_one(ready, sign_in, monkeypatch):
    table = {"title": "Files read", "headings": ["File", "Rows in"], "rows": [["a.csv", "12"]]}
    monkeypatch.setattr(working, "quality", lambda *_, **__: Told([table], "OFFICIAL"))
    by = ready.actor("analyst")
    report = ask_for_report(partnership=ready.partnership, kind=ReportKind.QUALITY, by=by)
    again = ask_for_report(partnership=ready.partnership, kind=ReportKind.QUALITY, by=by)
    assert report.pk == again.pk
    analyst = sign_in("analyst")
    page = analyst.get("/p/exampleshire/evidence/reports/quality/").content.decode()
    assert "The files are being read" in page
    assert 'hx-trigger="every' in page  # whoever waits need not press anything
    working.work_on_report(report.pk)
    page = analyst.get("/p/exampleshire/evidence/reports/quality/").content.decode()
    assert "a.csv" in page
    left = analyst.get("/p/exampleshire/evidence/reports/quality/?form=csv&table=0")
    assert "a.csv,12" in left.content.decode("utf-8-sig")
    assert (
        analyst.get("/p/exampleshire/evidence/reports/quality/?form=csv&table=9").status_code == 404
    )
    assert analyst.get("/p/exampleshire/evidence/reports/other/").status_code == 404

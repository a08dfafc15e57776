"""The report to the committee: every save a row; what is exempt says why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from wardwise_web.assessments.models import Appendix, CommitteeReport, Paper
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.assessments.states import PaperState
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Verb


HEADINGS = {
    "purpose": "Purpose",
    "background": "Background",
    "finance": "Finance",
    "law": "Law",
    "equality": "Equality Impact",
    "recommendations": "Recommendations",
}
EXEMPT = {
    1: "Information relating to any individual",
    2: "Information likely to reveal the identity of an individual",
    3: "Financial or business affairs of a particular person",
    4: "Consultations or negotiations on labour relations",
    5: "Legal professional privilege",
    6: "Notices, orders or directions that the authority proposes to make",
    7: "Prevention, investigation or prosecution of crime",
}
"""Local Government Act 1972, Schedule 12A, Part 1, in short; each is subject to the public
interest test."""


def save_report(*, paper: Paper, texts: Mapping[str, str], version: int, by: Actor) -> int:
    """Save the report; refused if somebody saved it since it was opened."""
    check_can(by, Verb.WRITE, paper.as_thing())
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=paper.pk)
        _check_open(locked)
        last = locked.committee_reports.last()
        now = last.version if last else 0
        if version != now and last is not None:
            raise MoveRefused(
                f"{last.saved_by} saved this report after you had opened it. Copy your words, open"
                " it again and put them in."
            )
        made = CommitteeReport.objects.create(
            paper=locked, version=now + 1, saved_by_id=person_of(by), **texts
        )
        record(
            "committee_report.saved",
            by=by,
            thing=paper.as_thing(),
            details={"version": made.version},
        )
    return made.version


def save_appendix(*, paper: Paper, letter: str, said: Mapping[str, Any], by: Actor) -> Appendix:
    """Save an appendix: an open one has the lowest marking; an exempt one says why."""
    check_can(by, Verb.WRITE, paper.as_thing())
    exempt, note, review = said["exempt_paragraph"], said["public_interest"], said["review_on"]
    _check_exempt(exempt, note=note, review=review, marking=said["marking"])
    with transaction.atomic():
        locked = Paper.objects.select_for_update().get(pk=paper.pk)
        _check_open(locked)
        before = locked.appendices.filter(letter=letter).count()
        made = Appendix.objects.create(
            paper=locked, letter=letter, version=before + 1, saved_by_id=person_of(by), **said
        )
        details = {"letter": letter, "version": made.version, "exempt": exempt}
        record("appendix.saved", by=by, thing=made.as_thing(), details=details)
    return made


def _check_open(paper: Paper) -> None:
    if paper.state == PaperState.PUBLISHED:
        raise MoveRefused("It is published: a correction is a new version.")


def _check_exempt(exempt: int | None, *, note: str, review: date | None, marking: str) -> None:
    if exempt is None and marking != LOWEST:
        raise MoveRefused("What is open to the public has the lowest marking.")
    if exempt is not None and (not note.strip() or review is None):
        raise MoveRefused(
            "An exempt appendix needs a note on the public interest and a day to review it."
        )

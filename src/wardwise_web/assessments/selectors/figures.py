"""Readings of a finished build's figures, under the reader's own clearance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wardwise_web.assessments.comparison import Comparison, compare
from wardwise_web.assessments.findings import NoFinishedRun, Printed, findings_of, manifest_of
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.selectors import finished_builds
from wardwise_web.people.models import Partnership


WARDS = ("E05", "W05")  # how the codes of wards begin


@dataclass(frozen=True)
class Wanted:
    """What a reader looks for; empty means everything."""

    words: str = ""
    chapter: str = ""
    measure: str = ""
    offence: str = ""
    area: str = ""


def figures_for(actor: Actor, build: Build) -> dict[str, Printed]:
    """Every figure that they are cleared for."""
    return findings_of(build.folder).cleared(actor.clearance)


def not_wards(partnership: Partnership, places: Sequence[str]) -> list[str]:
    """Those that the last build knows no ward of, by name or code; none where nothing is built."""
    build = finished_builds(partnership).first()
    try:
        figures = findings_of(build.folder).figures.values() if build else ()
    except NoFinishedRun:
        return []
    wards = [one for one in figures if one.area_code[:3] in WARDS]
    known = {one.area_code for one in wards} | {one.area_name for one in wards}
    return [one for one in places if known and one not in known]


def sifted(figures: Mapping[str, Printed], wanted: Wanted) -> list[Printed]:
    """Those that fit; words are looked for in everything that names a figure."""
    words = wanted.words.lower().split()
    return [one for one in figures.values() if _fits(one, wanted, words)]


def _fits(one: Printed, wanted: Wanted, words: Sequence[str]) -> bool:
    exact = (
        (wanted.chapter, one.chapter),
        (wanted.measure, one.measure),
        (wanted.offence, one.offence or ""),
        (wanted.area, one.area_name),
    )
    if any(asked and asked != held for asked, held in exact):
        return False
    if not words:
        return True
    named = (one.figure_id, one.measure, one.offence or "", one.area_name, one.area_code)
    text = " ".join((*named, one.detail, one.chapter, one.unit, *one.sources)).lower()
    text = f"{text} {text.replace('_', ' ')}"
    return all(word in text for word in words)


def compared(actor: Actor, *, then: Build, now: Build) -> Comparison:
    """What moved between two builds, as far as the reader is cleared for both."""
    return compare(
        figures_for(actor, then),
        figures_for(actor, now),
        manifest_then=manifest_of(then.folder),
        manifest_now=manifest_of(now.folder),
    )

"""What a change in a count might be instead: chosen by the evidence, not from a fixed list."""

from __future__ import annotations

from wardwise.chapters.profile.reading import reading_of
from wardwise.document.phrases import verdict_of
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.period import Month
from wardwise.domain.verdict import Verdict
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_change_figure
from wardwise.figures.themes import Theme
from wardwise.reference.load import load_table


ENGLAND_AND_WALES = "England and Wales"


def alternatives(desk: Desk, candidate: Candidate, change: Figure) -> tuple[str, ...]:
    """How the count is made, a rule that changed between the two years, the country's own move."""
    found = [
        reading_of(candidate.evidence.name, is_theme=isinstance(candidate.theme, Theme)).instead,
        rule_changed(
            desk, change, group=candidate.group if candidate.group_fit == "same" else None
        ),
        elsewhere(desk, candidate, change),
    ]
    return tuple(one for one in found if one)


def rule_changed(desk: Desk, change: Figure, *, group: str | None) -> str:
    """A counting rule or practice that changed between the two years, or nothing."""
    if change.comparison is None:
        return ""
    first, last = change.comparison.baseline_period.first, change.period.last
    force = desk.evidence.place.force.name
    for row in load_table("series_break").rows:
        month, named = Month.parse(str(row["month"])), str(row["offences"] or "").split("; ")
        if row["area"] not in (ENGLAND_AND_WALES, force) or not first < month <= last:
            continue
        if row["offences"] is None or change.offence in named or (group and group in named):
            what = str(row["what"])
            return f"the {row['kind']} of {month.label}: {what[:1].lower() + what[1:]}"
    for month, named_group, what in desk.evidence.breaks:
        if named_group in ("", change.offence, group) and first < month <= last:
            return f"a break that the settings name in {month.label}: {what}"
    return ""


def elsewhere(desk: Desk, candidate: Candidate, change: Figure) -> str:
    """Whether the country moved the same way, so that the cause need not be local."""
    verdict, official = verdict_of(change), desk.evidence.official
    if verdict not in (Verdict.ROSE, Verdict.FELL) or isinstance(official, NotHeld):
        return ""
    if isinstance(candidate.theme, Theme):
        return ""  # what one force flags is not in the country's tables
    country = next(
        (one for one in official.countries.values() if one.name == ENGLAND_AND_WALES), None
    )
    if country is None:
        return ""
    theirs = official_change_figure(desk, official, area=country, offence=candidate.evidence.name)
    if verdict_of(theirs) is verdict:
        return f"a movement of the whole country: {ENGLAND_AND_WALES} {verdict} as well"
    return ""

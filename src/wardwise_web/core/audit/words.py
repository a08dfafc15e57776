"""What an audit row tells, in plain words. Ids and hashes stay in the row, which is never changed.

A row is a record and outlives what it tells of, so a thing is named as the rows themselves name
it: by the title that was written down when it began.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from wardwise_web.core.jinja import day, moment


# what its name does not say by itself; every other event reads as it is named: "role given"
EVENTS = {
    "action.told": "progress of an action told",
    "action.rebaselined": "due date of an action moved",
    "administrator.first": "first administrator given an account",
    "break.signed": "break in an indicator's series signed",
    "card.added": "evidence card added",
    "card.changed": "evidence card changed",
    "card.readers_named": "readers of an evidence card named",
    "change.reviewed": "changed sentence looked at",
    "chapter.sentences_changed": "sentences of a chapter changed with the data",
    "coding.marked": "replies coded",
    "concern.set": "weight of public concern set",
    "cycle.build_used": "build taken into use for the year",
    "evidence.none": "why there is no evidence told",
    "factor.measured": "risk factor given an indicator",
    "horizon_item.handed_over": "horizon item given another owner",
    "horizon_item.viewed": "horizon item judged",
    "indicator.broken": "break in an indicator's series told",
    "indicator.corrected": "what is done about a red indicator told",
    "list.exported": "list downloaded",
    "marking.lowered": "lower marking granted",
    "number.backed": "source of a typed number given",
    "pull.added": "policy pull added",
    "readings.taken": "readings taken from a build",
    "score.agreed": "score agreed at the meeting",
    "score.marked": "mark given",
    "scores.agreed_as_marked": "scores agreed as they were marked",
    "threat.placed": "threat placed against the order of the scores",
    "work.asked": "further work asked for",
}
# the row with which a thing begins, and what in it is the thing's name
NAMED = {
    "action.begun": "title",
    "affected_group.named": "group",
    "agency.joined": "name",
    "agreement.entered": "name",
    "cycle.begun": "name",
    "dataset.declared": "kind",
    "event.added": "title",
    "horizon_item.added": "title",
    "indicator.named": "code",
    "recommendation.proposed": "text",
    "service.added": "name",
    "survey.planned": "title",
}
# what is of another's kind for its rights, and has numbers of its own
FAMILIES = {
    "affected_group": "affected group",
    "agreement": "sharing agreement",
    "report": "report",
}
LABELS = {
    "asked": "asked for",
    "bytes": "size in bytes",
    "due": "due on",
    "ends": "ends on",
    "first": "first agreed",
    "luck": "chance of meeting it by luck alone",
    "met_by": "met by",
    "next": "next date",
    "percent": "per cent complete",
    "to": "now",
    "what": "it says",
    "words": "words looked for",
}
PAIRS = (("was", "now"), ("from", "to"))
# numbers under these names are ids of the database; the others are places in a paper, or long
IDS = {"ballot", "break", "criterion", "mark", "owner", "passage", "person", "question"}
IDS |= {"threat", "writers"}
SILENT = {"block", "section", "certificate"}
HASH = re.compile(r"[0-9a-f]{64}|.*[a-z]:[0-9a-f]{8}(-\d+)?")
DATE, MOMENT = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*")
CODED = re.compile(r"[a-z]+(_[a-z]+)+")  # as the engine names its datasets
SMALL = 0.001


def event_in_words(event: str) -> str:
    """What was done.

    >>> event_in_words("role.given"), event_in_words("card.added")
    ('role given', 'evidence card added')
    """
    return EVENTS.get(event, event.replace(".", " ").replace("_", " "))


def family_of(event: str) -> str:
    """What the event's thing is called where its kind does not say it; else nothing.

    >>> family_of("agreement.renewed"), family_of("agency.joined")
    ('sharing agreement', '')
    """
    return FAMILIES.get(event.partition(".")[0], "")


def events_that_say(word: str) -> list[str]:
    """Events in whose own words, not in their names, a word comes."""
    return [event for event, said in EVENTS.items() if word.casefold() in said]


def details_in_words(details: Mapping[str, object]) -> list[str]:
    """A line for each thing told; what changed as from and to.

    >>> details_in_words({"was": "2026-11-30", "now": "2027-02-26", "passage": 4})
    ['from 30 November 2026 to 26 February 2027']
    """
    left = dict(details)
    lines: list[str] = []
    for before, after in PAIRS:
        if before in left and after in left:
            lines += _changes(left.pop(before), left.pop(after))
    return [*lines, *_told(left)]


def _changes(was: object, now: object) -> Iterator[str]:
    if not (isinstance(was, dict) and isinstance(now, dict)):
        yield f"from {_value(was) or 'nothing'} to {_value(now) or 'nothing'}"
        return
    for name in {**was, **now}:
        before, after = was.get(name), now.get(name)
        if before != after and not _is_id(name, before) and not _is_id(name, after):
            yield from (f"{_label(name)}: {change}" for change in _changes(before, after))


def _told(details: Mapping[str, object], under: str = "") -> Iterator[str]:
    for name, value in details.items():
        if isinstance(value, dict):
            yield from _told(value, f"{_label(name)}: ")
        elif said := "" if _is_id(name, value) else _value(value):
            yield f"{under}{_label(name)}: {said}"


def _is_id(name: str, value: object) -> bool:
    several = value if isinstance(value, list) else [value]
    return name in SILENT or (name in IDS and any(isinstance(one, int) for one in several))


def _label(name: str) -> str:
    return LABELS.get(name, name.replace("_", " "))


def _value(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:,.3g}" if abs(value) >= SMALL or value == 0 else f"under {SMALL}"
        case list():
            return ", ".join(_value(one) for one in value)
        case str():
            return _text(value)
    return "" if value is None else str(value)


def _text(value: str) -> str:
    if HASH.fullmatch(value):
        return ""
    if DATE.fullmatch(value):
        return day(datetime.date.fromisoformat(value))
    if MOMENT.fullmatch(value):
        return moment(datetime.datetime.fromisoformat(value))
    return value.replace("_", " ") if CODED.fullmatch(value) else value

"""What the records are, in two sentences."""

from __future__ import annotations

from wardwise.chapters.records_and_trust.findings import RecordsFound
from wardwise.document.phrases import during, listed
from wardwise.document.text import Text, say
from wardwise.document.words import percent, rounded, whole


MANY = 3  # offences: more that cannot be told apart are not named
DATASETS = {
    "recorded_crime": "Recorded crime",
    "victims": "Victims",
    "suspects": "Suspects",
    "offenders": "Proved offenders",
    "relationships": "Victim and suspect, as pairs",
}


def dataset_name(name: str) -> str:
    """A dataset as it is printed."""
    return DATASETS.get(name, name.replace("_", " ").capitalize())


def answer(found: RecordsFound) -> Text:
    """How many records of what, from whom, and that no row is lost."""
    suppliers = dict.fromkeys(line.file.supplier for line in found.files)
    return say(
        "{n} records of crime in {place}, {when}, come from {suppliers}. {rows}",
        n=whole(found.crimes),
        place=found.area.name,
        when=during(found.period),
        suppliers=listed(list(suppliers)),
        rows=_rows(found),
    )


def _rows(found: RecordsFound) -> Text:
    if not found.aside:
        return say("Every row that came in is used.")
    rows = sum(line.rows_in.number - line.rows_used.number for line in found.files)
    return say(
        "No row is lost: {rows} are set aside, each for a reason that is printed below, and all "
        "others are used.",
        rows=rounded(rows, 0),
    )


def offences_title(found: RecordsFound) -> str:
    """Which offence is recorded most often, if no other may be."""
    if len(found.most) == 1:
        return f"{found.most[0]} is recorded most often"
    if len(found.most) > MANY:
        return "No one offence is clearly recorded most often"
    return f"{listed(found.most)} cannot be told apart as the most frequent"


def offences_words(found: RecordsFound) -> Text:
    """The first offence with its share, and how many kinds there are."""
    first = found.offences[0]
    shown = "" if found.offences_in_all == len(found.offences) else " The others are not drawn."
    return say(
        "{name}: {share} of the records. There are {n} offences in all." + shown,
        name=first.offence,
        share=percent(first.share),
        n=rounded(found.offences_in_all, 0),
    )

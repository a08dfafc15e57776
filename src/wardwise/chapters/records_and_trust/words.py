"""What the records are, in two sentences."""

from __future__ import annotations

from wardwise.chapters.records_and_trust.findings import OffenceLine, RecordsFound
from wardwise.document.phrases import during, listed
from wardwise.document.text import Text, say
from wardwise.document.words import in_words, percent, whole


SHOWN = 12  # offences of a picture
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
        "{n} records of crime in {place} {when}. They were supplied by {suppliers}. {rows}",
        n=whole(found.crimes),
        place=found.area.name,
        when=during(found.period),
        suppliers=listed(list(suppliers)),
        rows=_rows(found),
    )


def _rows(found: RecordsFound) -> Text:
    if not found.aside:
        return say("Every row that came in is used.")
    return say(
        "No row is lost: those that are not used are set aside, each for a reason that is "
        "printed below."
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
    first, drawn = found.offences[0], len(drawn_offences(found))
    rest = (
        "" if drawn == len(found.offences) else f" The {in_words(drawn)} most frequent are drawn."
    )
    return say(
        "{name}: {share} of the records. There are {n} offences in all." + rest,
        name=first.offence,
        share=percent(first.share),
        n=in_words(len(found.offences)),
    )


def drawn_offences(found: RecordsFound) -> tuple[OffenceLine, ...]:
    """As many as a picture can name."""
    return found.offences[:SHOWN]

"""Hot spots by offence group: which lie elsewhere than all crime's."""

from __future__ import annotations

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.tables import groups_table
from wardwise.document.blocks import Paragraph
from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.section import Section
from wardwise.document.text import Text, join, say


def groups_section(found: HotSpotsFindings) -> tuple[Section, ...]:
    """A sentence, and a line for each group whose hot spots lie elsewhere."""
    words = _words(found)
    if not found.groups and not words:
        return ()
    return (
        Section(
            title="By kind of offence",
            anchor="hot-spots-groups",
            blocks=(
                Paragraph(join(words), lead=True),
                *((groups_table(found),) if found.groups else ()),
            ),
        ),
    )


def _words(found: HotSpotsFindings) -> list[Text]:
    elsewhere = (
        "{those} of {names} lie elsewhere than those of all crime."
        if found.whole.codes
        else "There are hot spots of {names}, though none of all recorded crime."
    )
    said = {
        elsewhere: found.elsewhere,
        "{those} of {names} overlap in part with those of all crime.": found.in_part,
        "{those} of {names} are largely the same as those of all crime.": found.alike,
        "For {names}, no hot spot can be told from chance.": found.without,
    }
    told = [(words, names) for words, names in said.items() if names]
    return [
        say(
            words,
            **({"those": "The hot spots" if n == 0 else "Those"} if "{those}" in words else {}),
            names=_apart([small(name) for name in names]),
        )
        for n, (words, names) in enumerate(told)
    ]


def _apart(names: list[str]) -> str:
    """Listed, with semicolons where a name has an 'and' or a comma of its own."""
    own = any(" and " in name or "," in name for name in names)
    if not own or len(names) == 1:
        return listed(names)
    return f"{'; '.join(names[:-1])}; and {names[-1]}"

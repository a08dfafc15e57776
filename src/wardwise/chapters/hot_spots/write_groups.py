"""Hot spots by offence group: those that lie elsewhere than all crime's."""

from __future__ import annotations

from wardwise.chapters.hot_spots.findings import HotSpotsFindings
from wardwise.chapters.hot_spots.maps import group_maps
from wardwise.chapters.hot_spots.tables import groups_table
from wardwise.document.blocks import Paragraph
from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.section import Section
from wardwise.document.text import Text, join, say


PAIR = 2


def groups_section(found: HotSpotsFindings) -> tuple[Section, ...]:
    """A sentence, the maps of the two that differ most, and a line for each group."""
    words = _words(found)
    if not found.groups and not words:
        return ()
    return (
        Section(
            title="By kind of offence",
            anchor="hot-spots-groups",
            blocks=(
                Paragraph(join(words), lead=True),
                *((group_maps(found),) if len(found.groups) >= PAIR else ()),
                *((groups_table(found),) if found.groups else ()),
            ),
        ),
    )


def _words(found: HotSpotsFindings) -> list[Text]:
    told: list[Text] = []
    if found.groups:
        names = listed([small(str(one.offence)) for one in found.groups])
        told.append(say("The hot spots of {names} lie, at least in part, elsewhere.", names=names))
    if found.as_whole:
        names = listed([small(name) for name in found.as_whole])
        told.append(say("Those of {names} are much those of all crime.", names=names))
    if found.without:
        names = listed([small(name) for name in found.without])
        told.append(say("For {names} no hot spot can be told from chance.", names=names))
    return told

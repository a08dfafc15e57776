"""What the pages of chapters show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from wardwise.document.differences import differences
from wardwise.document.text import Number
from wardwise_web.assessments.presenters.markup import Marker
from wardwise_web.assessments.selectors.reading import Paragraph, Reading
from wardwise_web.assessments.states import ChapterState, PaperState
from wardwise_web.evidence.presenters import DOCUMENTS


TAGS = {
    ChapterState.DRAFT: "govuk-tag--blue",
    ChapterState.IN_ASSURANCE: "govuk-tag--yellow",
    ChapterState.ASSURED: "govuk-tag--green",
    PaperState.DRAFTING: "govuk-tag--blue",
    PaperState.STRATEGY_GROUP: "govuk-tag--yellow",
    PaperState.AGREED: "govuk-tag--turquoise",
    PaperState.CIRCULATED: "govuk-tag--purple",
    PaperState.COMMENTS_CLOSED: "govuk-tag--purple",
    PaperState.BOARD: "govuk-tag--yellow",
    PaperState.APPROVED: "govuk-tag--green",
    PaperState.PUBLISHED: "govuk-tag--green",
}
SAID = {PaperState.STRATEGY_GROUP: "with the strategy group", PaperState.BOARD: "before the board"}

TITLES = DOCUMENTS | {
    "summary.docx": "The summary for members, Word",
    "public-summary.pdf": "The public summary, PDF",
    "public-summary.html": "The public summary, one web page",
    "public-summary.docx": "The public summary, Word",
}


def tag(state: str) -> Markup:
    """A state as a tag: its word, and a colour beside it."""
    said = SAID.get(state, state)  # type: ignore[call-overload]
    kind = TAGS.get(state, "govuk-tag--grey")  # type: ignore[call-overload]
    return Markup('<strong class="govuk-tag {}">{}</strong>').format(
        kind, said[:1].upper() + said[1:]
    )


@dataclass(frozen=True)
class Shown:
    """A paragraph as the page shows it, with where its buttons lead."""

    paragraph: Paragraph
    html: Markup
    place: str  # section and block, as a query

    @property
    def id(self) -> str:
        """For links to it."""
        return f"{self.paragraph.section}--{self.paragraph.name}".replace(":", "-")


def shown_parts(
    reading: Reading, marker: Marker, numbers: dict[str, Number]
) -> list[dict[str, Any]]:
    """The chapter's headings with their paragraphs."""
    return [
        {
            "title": part.title,
            "anchor": part.anchor,
            "level": part.level,
            "paragraphs": [_shown(one, marker, numbers) for one in part.paragraphs],
            "start": urlencode({"section": part.anchor, "after": "start"}),
        }
        for part in reading.parts
    ]


def _shown(one: Paragraph, marker: Marker, numbers: dict[str, Number]) -> Shown:
    html = Markup()
    if one.own is not None:
        html = marker.words(one.own.words, numbers)
    elif one.room is not None:
        html = marker.words(one.room.words, numbers)
    elif one.block is not None:
        html = marker.block(one.block)
    place = urlencode({"section": one.section, "block": one.name, "after": one.after})
    return Shown(one, html, place)


SAY = {"added": ("ins", "put in: "), "gone": ("del", "taken out: ")}


def marked_difference(before: str, after: str) -> Markup:
    """Two texts as one, with what came and went; said in words for who cannot see it."""
    made = Markup()
    for piece in differences(before, after):
        if piece.kind == "same":
            made += Markup("{}").format(piece.text)
        else:
            tag_name, said = SAY[piece.kind]
            made += Markup(
                '<{0} class="ww-{0}"><span class="govuk-visually-hidden">{1}</span>{2}</{0}>'
            ).format(Markup(tag_name), said, piece.text)
    return made

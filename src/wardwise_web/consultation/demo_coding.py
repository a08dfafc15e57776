"""The demo's words of the public, put under themes by the analyst and the assurer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wardwise_web.consultation.models import Survey
from wardwise_web.consultation.selectors.coding import standing_of
from wardwise_web.consultation.services.coding import code_texts, set_themes, settle
from wardwise_web.consultation.states import Sort


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

THEMES = (
    ("Light and places", "dark paths, places that frighten"),
    ("Being answered", "whether anybody comes, and tells what was done"),
    ("Patrols and wardens", "people who can be seen in the street"),
    ("Young people", "something to do"),
    ("Feeling safe", "content as it is"),
)
# part of a sentence, and its theme
READS = (
    ("lights", 0),
    ("bus station", 0),
    ("Nobody comes", 1),
    ("Tell us", 1),
    ("wardens", 2),
    ("nowhere to go", 3),
    ("safe here", 4),
)
EVERY = 9  # of the texts, each ninth is read otherwise by the assurer


def code_words(play: DemoPlay, survey: Survey) -> None:
    """Themes, both coders, and every difference settled."""
    question = survey.questions.get(sort=Sort.TEXT)
    analyst, assurer = play.actor("analyst"), play.actor("assurer")
    set_themes(question=question, themes=THEMES, by=analyst)
    themes = standing_of(question).themes
    texts = standing_of(question).texts
    first = {one.pk: themes[_theme(one.text)].pk for one in texts}
    other = {
        pk: themes[1].pk if n % EVERY == 0 else theme for n, (pk, theme) in enumerate(first.items())
    }
    code_texts(question=question, chosen=first, by=analyst)
    code_texts(question=question, chosen=other, by=assurer)
    held = {one.pk: one for one in themes}
    for text in standing_of(question).differing:
        settle(question=question, text=text, theme=held[first[text.pk]], by=analyst)


def _theme(text: str) -> int:
    return next(theme for part, theme in READS if part in text)

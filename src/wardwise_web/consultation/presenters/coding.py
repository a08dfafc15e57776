"""The coding of what people wrote, in rows and sentences."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise_web.consultation.models import FreeText
from wardwise_web.consultation.presenters.results import number_words
from wardwise_web.consultation.selectors.coding import ENOUGH, Standing
from wardwise_web.people.models import Person


@dataclass(frozen=True)
class Coder:
    """Somebody who marks, and how many of the texts are done: never which theme."""

    name: str
    done: int


def coders_of(standing: Standing) -> list[Coder]:
    """Who marks, in the order in which they began."""
    names = dict(Person.objects.filter(pk__in=standing.marks).values_list("pk", "name"))
    return [Coder(names[pk], len(held)) for pk, held in standing.marks.items()]


def alpha_words(standing: Standing) -> str:
    """How far the two agree, and what follows; "" before the reveal."""
    if not standing.is_revealed:
        return ""
    alpha = standing.alpha
    if isinstance(alpha, NotKnown):
        return f"Krippendorff's α cannot be told: {alpha.reason}."
    told = f"Krippendorff's α is {alpha:.2f}: 1 is full agreement, 0 what chance would give."
    if standing.agrees:
        return f"{told} From {ENOUGH} on the themes may be counted."
    return f"{told} Below {ENOUGH} nothing is counted: sharpen the themes and begin anew."


def differing_rows(standing: Standing) -> list[tuple[FreeText, str]]:
    """Texts on which the two differ, with both themes: in alphabetical order, nobody's name."""
    names = {one.pk: one.name for one in standing.themes}
    return [
        (one, " or ".join(sorted({names[held[one.pk]] for held in standing.marks.values()})))
        for one in standing.differing
    ]


def theme_rows(standing: Standing) -> list[tuple[str, str]]:
    """Themes with their texts, few not told exactly, as every result here."""
    counts = standing.counts or ()
    told = number_words([many for _, many in counts])
    return [(theme.name, words) for (theme, _), words in zip(counts, told, strict=True)]

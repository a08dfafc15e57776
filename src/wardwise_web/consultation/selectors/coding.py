"""How far the coding of what people wrote is. Nobody sees another's marks before both are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise.measures.agreement.krippendorff_alpha import krippendorff_alpha
from wardwise_web.consultation.models import CodingRound, FreeText, Question, Theme


CODERS = 2
ENOUGH = 0.667
"""Least α from which conclusions may be drawn, tentatively (Krippendorff 2004, page 241)."""


@dataclass(frozen=True)
class Standing:
    """A question's coding as it stands; ``marks`` is coder → text → theme, by their ids."""

    question: Question
    round: CodingRound | None
    themes: tuple[Theme, ...]
    texts: tuple[FreeText, ...]
    marks: Mapping[int, Mapping[int, int]]
    settled: Mapping[int, int]

    @property
    def is_revealed(self) -> bool:
        """Whether two people have marked every text."""
        done = [held for held in self.marks.values() if len(held) == len(self.texts)]
        return bool(self.texts) and len(done) == CODERS

    @property
    def alpha(self) -> float | NotKnown:
        """How far the two agree beyond chance: α for names without order."""
        if not self.is_revealed:
            return NotKnown("two people have not marked every text yet")
        rows = [[held[one.pk] for one in self.texts] for held in self.marks.values()]
        return krippendorff_alpha(marks=rows, level="nominal")

    @property
    def agrees(self) -> bool:
        """Whether they agree enough; where all is one theme there is nothing to differ about."""
        if not self.is_revealed:
            return False
        return isinstance(self.alpha, NotKnown) or self.alpha >= ENOUGH

    @property
    def differing(self) -> tuple[FreeText, ...]:
        """Texts under two themes that nobody has settled yet; none before the reveal."""
        if not self.is_revealed:
            return ()
        return tuple(
            one for one in self.texts if len(self._of(one)) > 1 and one.pk not in self.settled
        )

    @property
    def counts(self) -> tuple[tuple[Theme, int], ...] | None:
        """Texts by theme, most first; None until the two agree and every difference is settled."""
        if not self.agrees or self.differing:
            return None
        counted = Counter(
            self.settled.get(one.pk) or next(iter(self._of(one))) for one in self.texts
        )
        found = [(theme, counted[theme.pk]) for theme in self.themes]
        return tuple(sorted(found, key=lambda pair: -pair[1]))

    def left_for(self, coder: int) -> tuple[FreeText, ...]:
        """Texts that somebody has not marked yet."""
        held = self.marks.get(coder, {})
        return tuple(one for one in self.texts if one.pk not in held)

    def _of(self, text: FreeText) -> set[int]:
        return {held[text.pk] for held in self.marks.values() if text.pk in held}


def standing_of(question: Question) -> Standing:
    """From the rows of its last round."""
    last = question.coding_rounds.first()
    marks: dict[int, dict[int, int]] = {}
    for one in last.codings.all() if last else ():
        marks.setdefault(one.coder_id, {})[one.text_id] = one.theme_id
    return Standing(
        question=question,
        round=last,
        themes=tuple(last.themes.all()) if last else (),
        texts=texts_of(question),
        marks=marks,
        settled={one.text_id: one.theme_id for one in last.settled.all()} if last else {},
    )


def texts_of(question: Question) -> tuple[FreeText, ...]:
    """What people wrote in the file that stands."""
    return tuple(question.texts.filter(handover__erased_at__isnull=True))


def themes_counted(questions: Iterable[Question]) -> list[Standing]:
    """Questions whose themes may be told as counts."""
    found = [standing_of(one) for one in questions]
    return [one for one in found if one.counts is not None]

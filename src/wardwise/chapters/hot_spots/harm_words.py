"""Where hot spots by harm are others than those by count."""

from __future__ import annotations

from wardwise.document.phrases import listed
from wardwise.document.text import Text, say
from wardwise.document.words import whole
from wardwise.domain.figure import Figure
from wardwise.figures.harm_hot_spots import HotByHarm


MOST_NAMED = 4


def harm_words(found: HotByHarm) -> Text:
    """One sentence, of the latest year alone."""
    opening = say("By harm, {hot} hot in {when}", hot=_are(found.hot), when=found.period.label)
    more, fewer = found.only_harm, found.only_count
    if not more.number and not fewer.number:
        return opening + ", the same as by count."
    parts = []
    if more.number:
        parts.append(
            say("{n} not so by count ({which})", n=whole(more), which=_of(found.new_names))
        )
    if fewer.number:
        verb = "is" if fewer.number == 1 else "are"
        words = "{n} " + verb + " so by count and not by harm ({which})"
        parts.append(say(words, n=whole(fewer), which=_of(found.lost_names)))
    start = opening + (", among them " if more.number else "; ")
    both = parts[0] + "; " + parts[1] if len(parts) == 2 else parts[0]
    return start + both + "."


def _are(figure: Figure) -> Text:
    noun = "neighbourhood was" if figure.number == 1 else "neighbourhoods were"
    return say("{n} " + noun, n=whole(figure))


def _of(names: tuple[str, ...]) -> str:
    others = len(names) - MOST_NAMED
    return listed([*names[:MOST_NAMED], f"{others} more"] if others > 0 else list(names))

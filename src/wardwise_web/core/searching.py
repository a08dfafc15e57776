"""Search over what somebody may read: each room says what can be found, one function who may.

A room may have ``search.py`` with ``hits(actor, partnership)``. Words are compared here and not by
the database, so that capitals and accents are the same letters whichever database it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Thing, Verb
from wardwise_web.core.rooms import parts_of_rooms


FEWEST_LETTERS = 2
AROUND = 80  # letters on either side of the first word found
ELLIPSIS = "…"


@dataclass(frozen=True)
class Hit:
    """Something that can be found; its thing is asked for once its words are the ones."""

    group: str
    title: str
    text: str
    href: str
    thing: Callable[[], Thing]


@dataclass(frozen=True)
class Shown:
    """What was found, with the words around the first that was looked for."""

    title: str
    around: str
    href: str
    marking: str


@dataclass(frozen=True)
class Group:
    """What was found of one kind."""

    title: str
    found: tuple[Shown, ...]


def search(actor: Actor, partnership: Any, words: str) -> list[Group]:
    """Everything that this person may read in which every word stands, in the rooms' order."""
    wanted = words_of(words)
    if not wanted:
        return []
    groups: dict[str, list[Shown]] = {}
    for part in parts_of_rooms("search"):
        for hit in part.hits(actor, partnership):
            if not has_words(f"{hit.title} {hit.text}", wanted):
                continue
            thing = hit.thing()
            if can(actor, Verb.READ, thing):
                around = words_around(hit.text, wanted)
                shown = Shown(hit.title, around, hit.href, thing.marking)
                groups.setdefault(hit.group, []).append(shown)
    return [Group(title, tuple(found)) for title, found in groups.items()]


def hits_of(
    group: str, rows: Iterable[Any], fields: Sequence[str], *, href: Callable[[Any], str]
) -> Iterator[Hit]:
    """A hit for each row: its own name, and these fields as the words to look in."""
    for row in rows:
        text = " ".join(str(getattr(row, name)) for name in fields if getattr(row, name))
        yield Hit(group, str(row), text, href(row), row.as_thing)


def words_of(asked: str) -> tuple[str, ...]:
    """The words that are looked for; single letters are none."""
    return tuple(word for word in plain(asked).split() if len(word) >= FEWEST_LETTERS)


def has_words(text: str, wanted: Sequence[str]) -> bool:
    """Whether every word stands somewhere in it."""
    where = plain(text)
    return all(word in where for word in wanted)


def words_around(text: str, wanted: Sequence[str]) -> str:
    """A few words on either side of the first that is found; "" where only the title has them."""
    where = plain(text)
    places = [place for word in wanted if (place := where.find(word)) >= 0]
    if not places:
        return ""
    start, end = max(0, min(places) - AROUND), min(places) + AROUND
    cut = text[start:end]
    if start and " " in cut[:AROUND]:  # whole words: a piece of one is no word
        cut = ELLIPSIS + cut.split(" ", 1)[1]
    if end < len(text) and " " in cut[-AROUND // 2 :]:
        cut = cut.rsplit(" ", 1)[0] + ELLIPSIS
    return cut.strip()


def plain(text: str) -> str:
    """The same letters without capitals and accents, each in its place.

    >>> plain("Café ROUGH")
    'cafe rough'
    """
    # most texts have no accent in them, and this is asked of every word of a paper
    return text.lower() if text.isascii() else "".join(_letter(one) for one in text)


def _letter(one: str) -> str:
    bare = unicodedata.normalize("NFKD", one)[:1].casefold()
    return bare if len(bare) == 1 else one

"""What officers write of a crime: free text with somebody's details in every line."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.demo.partners.text import blank_where, joined
from wardwise.demo.partners.words import TOLD
from wardwise.demo.partners.world import World


def told(world: World, random: np.random.Generator) -> pa.Array:
    """What the officer wrote of the victim; nothing where nobody was harmed."""
    victim = world.roles.victim_of(len(world.crimes))
    at = pa.array(np.maximum(victim, 0))
    people = world.identities
    words = {
        "{victim}": people.name.take(at),
        "{address}": people.address.take(at),
        "{telephone}": people.telephone.take(at),
        "{mail}": people.mail.take(at),
    }
    which, lines = random.integers(len(TOLD), size=len(victim)), []
    for line in TOLD:
        parts = [line]
        for word in words:
            parts = [piece for part in parts for piece in _split(part, word)]
        lines.append(joined(*(words.get(part, part) for part in parts)))
    chosen = pc.choose(pa.array(which), *lines)
    return blank_where(chosen, victim < 0)


def _split(text: str, word: str) -> list[str]:
    before, found, after = text.partition(word)
    return [part for part in (before, found, *(_split(after, word) if found else [])) if part]

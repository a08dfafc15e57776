"""words.json: the approved words with their places and markings, as they are kept and read."""

from __future__ import annotations

import json
from typing import Any

from wardwise.document.joined import Passage, Words


def words_json(words: Words, **said: Any) -> str:
    """The same words give the same text; ``said`` is what stands above them."""
    held = {
        "schema": 1,
        **said,
        "passages": [
            {
                "chapter": one.chapter,
                "section": one.section,
                "after": one.after,
                "marking": one.marking,
                "words": one.words,
            }
            for one in words.passages
        ],
        "raised": [[*place, marking] for place, marking in sorted(words.raised.items())],
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def read_words(written: str) -> Words:
    """The words that ``words_json`` wrote."""
    held = json.loads(written)
    return Words(
        passages=tuple(Passage(**one) for one in held["passages"]),
        raised={(section, block): marking for section, block, marking in held["raised"]},
    )

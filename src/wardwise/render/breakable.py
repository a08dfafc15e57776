"""Places where a word that is too long for its column may break."""

from __future__ import annotations

import re


LONGEST_WORD = 26  # letters; longer ones are codes, file names and addresses
ZERO_WIDTH_SPACE = "\u200b"
JOINT = re.compile(r"([/_.\-?&=,:])(?=.)")
STRETCH = 24  # of letters without a joint


def breakable(words: str) -> str:
    """The same words, with unseen breaks in those that are too long.

    >>> breakable("2022-01/2022-01-bedfordshire-street.csv").split("\u200b")
    ['2022-', '01/', '2022-', '01-', 'bedfordshire-', 'street.', 'csv']
    """
    return re.sub(rf"\S{{{LONGEST_WORD + 1},}}", lambda found: _broken(found[0]), words)


def _broken(word: str) -> str:
    parts = JOINT.sub(rf"\1{ZERO_WIDTH_SPACE}", word).split(ZERO_WIDTH_SPACE)
    return ZERO_WIDTH_SPACE.join(
        part[at : at + STRETCH] for part in parts for at in range(0, len(part), STRETCH)
    )

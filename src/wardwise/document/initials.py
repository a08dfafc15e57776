"""Large and small letters where words of ours begin, or no longer begin, a sentence."""

from __future__ import annotations


def capital(words: str) -> str:
    """As at the head of a sentence; only the first letter changes.

    >>> capital("theft from the person"), capital("ASB")
    ('Theft from the person', 'ASB')
    """
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """As in the middle of a sentence; only the first letter changes.

    >>> small("Tests of Class A drugs")
    'tests of Class A drugs'
    """
    return words[:1].lower() + words[1:]

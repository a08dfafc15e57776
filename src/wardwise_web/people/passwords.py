"""Passwords that somebody who knows where a person works would try first."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError


# Listed in docs/explanation/threat_model.md; the person's own name and address are looked at too
WORDS = (
    "administrator",
    "assessment",
    "community",
    "council",
    "england",
    "exampleshire",
    "football",
    "letmein",
    "london",
    "partnership",
    "password",
    "police",
    "qwertyuiop",
    "qwerty",
    "safer",
    "safety",
    "secret",
    "strategic",
    "summer",
    "autumn",
    "winter",
    "spring",
    "wardwise",
    "welcome",
)
LEAST_OF_ONES_OWN = 6  # different letters that are left when such words are taken out


class WordsOfThePlace:
    """Refuses what is little more than such words, with figures and signs between them."""

    def validate(self, password: str, user: Any = None) -> None:
        """ValidationError where too little is left."""
        theirs = re.findall(r"\w{3,}", f"{getattr(user, 'name', '')} {getattr(user, 'email', '')}")
        left = password.casefold()
        for word in sorted({*WORDS, *(one.casefold() for one in theirs)}, key=len, reverse=True):
            left = left.replace(word, "")
        if len(set(re.sub(r"[\W\d_]", "", left))) < LEAST_OF_ONES_OWN:
            raise ValidationError(self.get_help_text(), code="words_of_the_place")

    def get_help_text(self) -> str:
        """What to do instead."""
        return (
            "Choose words that have nothing to do with your work: a password of names, seasons,"
            " figures and words such as 'council' is the first that is tried. Three words that"
            " you would never say together do well."
        )

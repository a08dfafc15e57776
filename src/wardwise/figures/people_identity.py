"""Whether a person can be recognised again, in another crime or in another role."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from wardwise.figures.people_selected import Selected


class Identity(StrEnum):
    """What the supplier's numbers of people allow."""

    NONE = "people have no number"
    ANEW = "no number of a person is there in two crimes"
    LASTING = "a person keeps a number from crime to crime"


def identity(found: Selected, role: str) -> Identity:
    """Of a role: whether anybody is there in two crimes under one number."""
    people, at = found.rows(role), found.parts(role)
    known = at[people.person[at] >= 0]
    if not len(known):
        return Identity.NONE
    pairs = np.unique(np.stack([people.person[known], people.record[known]], axis=1), axis=0)
    several = len(np.unique(pairs[:, 0])) < len(pairs)
    return Identity.LASTING if several else Identity.ANEW

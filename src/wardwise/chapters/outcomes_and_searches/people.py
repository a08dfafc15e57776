"""How people of each Census group are called in a sentence."""

from __future__ import annotations


PLAIN = {
    "White": "White people",
    "Asian": "Asian people",
    "Black": "Black people",
    "Mixed": "people of mixed ethnic groups",
    "Other": "people of other ethnic groups",
}


def people_of(group: str) -> str:
    """``Black people`` for the Census's longer name.

    >>> people_of("Mixed or Multiple ethnic groups")
    'people of mixed ethnic groups'
    """
    first = group.replace(",", " ").split()[0]
    return PLAIN.get(first, f"people of the group '{group}'")

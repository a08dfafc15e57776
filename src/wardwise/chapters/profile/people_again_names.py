"""How the same people, or addresses, again are spoken of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """How the same again is spoken of: who, had what, and what the most repeated held.

    ``did`` follows 'of those of a year', ``soon`` 'of those who were again'.
    """

    plural: str
    again: str
    were: str
    soon: str
    first: str
    did: str
    most: str


NAMED = {
    "victim": Named(
        plural="victims",
        again="were harmed by it again",
        were="harmed again",
        soon="were so",
        first="first harmed",
        did="were harmed again",
        most="The most often harmed {p}% of victims were harmed in {share} of the offences",
    ),
    "suspect": Named(
        plural="people suspected",
        again="were suspected of it again",
        were="suspected again",
        soon="were so",
        first="first suspected",
        did="were suspected again",
        most="The most often named {p}% of people suspected were named in {share} of the offences "
        "that name anybody",
    ),
    "offender": Named(
        plural="proved offenders",
        again="were proved to have done it again",
        were="proved again",
        soon="were so",
        first="first proved",
        did="were proved again",
        most="The most often proved {p}% of offenders did {share} of the offences proved",
    ),
    "address": Named(
        plural="addresses",
        again="had another offence",
        were="with another",
        soon="had it",
        first="with a first offence",
        did="had another",
        most="The most repeated {p}% of the addresses with any had {share} of the offences",
    ),
}

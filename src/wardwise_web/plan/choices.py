"""Words that a row is chosen from: the three scales, risk and protective factors, grades."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Scale(IntEnum):
    """How far along prevention is meant: for all, for those at risk, for those who do harm."""

    UNIVERSAL = 1
    TARGETED = 2
    INTENSIVE = 3

    @property
    def word(self) -> str:
        """``Universal``."""
        return self.name.capitalize()

    @property
    def label(self) -> str:
        """``Scale 1: universal``."""
        return f"Scale {self.value}: {self.name.lower()}"

    @property
    def meaning(self) -> str:
        """Whom it is for."""
        return MEANINGS[self]


MEANINGS = {
    Scale.UNIVERSAL: "everybody: preventing harm before it happens",
    Scale.TARGETED: "places and people at higher risk",
    Scale.INTENSIVE: "people who already do harm, so that it does not happen again",
}


class Level(StrEnum):
    """Where a factor lies."""

    INDIVIDUAL = "Individual"
    RELATIONSHIP = "Relationships"
    COMMUNITY = "Community"
    SOCIETY = "Society"


@dataclass(frozen=True)
class Factor:
    """Something that makes violence likelier, or less likely."""

    code: str
    name: str
    level: Level
    protects: bool


def _factors(level: Level, protects: bool, names: dict[str, str]) -> list[Factor]:
    return [Factor(code, name, level, protects) for code, name in names.items()]


# The kinds that the World Health Organization's World report on violence and health (2002) and
# the partnerships' own strategies name; worded shortly here
FACTORS: tuple[Factor, ...] = (
    *_factors(
        Level.INDIVIDUAL,
        False,
        {
            "alcohol-drugs": "Misuse of alcohol or drugs",
            "mental-illness": "Mental illness",
            "learning": "Behavioural and learning difficulties",
            "brain-injury": "Traumatic brain injury",
        },
    ),
    *_factors(
        Level.RELATIONSHIP,
        False,
        {
            "adversity": "Adverse experiences in childhood",
            "parenting": "Harsh or inconsistent parenting",
            "family-violence": "Violence in the family",
            "low-income": "Low family income",
        },
    ),
    *_factors(
        Level.COMMUNITY,
        False,
        {
            "unsafe-places": "Unsafe or violent places",
            "no-recreation": "Little for young people to do",
            "low-cohesion": "Fragmented communities",
        },
    ),
    *_factors(
        Level.SOCIETY,
        False,
        {
            "poverty": "Poverty and poor education",
            "housing": "Homelessness and poor housing",
            "norms": "Norms that accept violence",
            "discrimination": "Discrimination and inequality",
        },
    ),
    *_factors(
        Level.INDIVIDUAL,
        True,
        {"problem-solving": "Problem solving and self-control", "school-ready": "School readiness"},
    ),
    *_factors(
        Level.RELATIONSHIP,
        True,
        {"stable-home": "A stable home", "role-models": "Good role models and peers"},
    ),
    *_factors(
        Level.COMMUNITY,
        True,
        {"belonging": "A sense of belonging", "safe-space": "Safe places to meet and play"},
    ),
    *_factors(
        Level.SOCIETY,
        True,
        {"good-jobs": "Good housing, jobs and education", "equality": "Equality"},
    ),
)
FACTOR_BY_CODE = {factor.code: factor for factor in FACTORS}

GRADES = (
    ("strong", "Strong: several good trials or reviews"),
    ("promising", "Promising: one good study, or several weaker ones"),
    ("mixed", "Mixed: studies disagree"),
    ("none", "No study is known"),
)

"""The 3×5×2 grading of the College of Policing's authorised practice: source, content, handling."""

from __future__ import annotations


SOURCE = (
    ("1", "1: reliable"),
    ("2", "2: untested"),
    ("3", "3: not reliable"),
)
CONTENT = (
    ("A", "A: known directly to the source"),
    ("B", "B: known indirectly and corroborated"),
    ("C", "C: known indirectly"),
    ("D", "D: not known"),
    ("E", "E: suspected to be false"),
)
HANDLING = (
    ("P", "P: lawful sharing permitted"),
    ("C", "C: sharing permitted with conditions"),
)
WEAK_SOURCES, WEAK_CONTENT = ("3",), ("D", "E")


def is_weak(source: str, content: str) -> bool:
    """Whether a finding should not rest on it alone."""
    return source in WEAK_SOURCES or content in WEAK_CONTENT

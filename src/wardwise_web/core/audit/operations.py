"""The operations that must be logged (Data Protection Act 2018, section 62)."""

from __future__ import annotations

from enum import StrEnum


class Operation(StrEnum):
    """The six operations of section 62, and what concerns accounts and sessions alone."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"  # a restricted object was read
    DISCLOSURE = "disclosure"  # something left the system: an export, a mail, a review link
    COMBINATION = "combination"  # sources were joined: a build, a linkage
    ERASURE = "erasure"
    ACCESS = "access"  # sign-in, roles, break-glass

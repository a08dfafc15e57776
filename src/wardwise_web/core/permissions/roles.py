"""The roles that a person can hold in a partnership."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A role is held for an agency, from a day, perhaps to a day, perhaps for one cycle."""

    ANALYST = "analyst"
    MANAGER = "manager"
    CONTRIBUTOR = "contributor"
    LEAD = "lead"
    ASSURER = "assurer"
    BOARD = "board"
    SCRUTINY = "scrutiny"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    GUEST = "guest"  # a review link: nobody holds it, the link does
    PUBLIC = "public"  # everybody who is not signed in

    @property
    def label(self) -> str:
        """The role as people call it."""
        return LABELS[self]


LABELS = {
    Role.ANALYST: "Analyst",
    Role.MANAGER: "Community safety manager",
    Role.CONTRIBUTOR: "Partner contributor",
    Role.LEAD: "Theme lead or action owner",
    Role.ASSURER: "Assurer",
    Role.BOARD: "Board member",
    Role.SCRUTINY: "Scrutiny (reads only)",
    Role.AUDITOR: "Auditor (logs only)",
    Role.ADMINISTRATOR: "Administrator (accounts and settings)",
    Role.GUEST: "Guest with a review link",
    Role.PUBLIC: "The public",
}
# What an administrator can give; guests and the public hold nothing by name
HELD = tuple(role for role in Role if role not in (Role.GUEST, Role.PUBLIC))

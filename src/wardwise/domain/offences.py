"""Names of offence groups that code has to know. The rest are data."""

from __future__ import annotations


ANTI_SOCIAL_BEHAVIOUR = "Anti-social behaviour"
"""The one police.uk type that is an incident and not a recorded crime: outside every total."""

POLICE_UK_OFFENCES = (
    "Violence and sexual offences",
    "Public order",
    "Vehicle crime",
    "Other theft",
    "Criminal damage and arson",
    "Shoplifting",
    "Burglary",
    "Drugs",
    "Other crime",
    "Bicycle theft",
    "Robbery",
    "Possession of weapons",
    "Theft from the person",
    ANTI_SOCIAL_BEHAVIOUR,
)
"""Every crime type of data.police.uk, as published."""

POLICE_UK_FIRST_MONTH = "2010-12"
"""The first month that data.police.uk has ever published."""

ALL_RECORDED_CRIME = "All recorded crime"
"""What is printed where ``offence`` is None: every group but anti-social behaviour."""

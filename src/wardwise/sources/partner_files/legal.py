"""The law that a partner's file came under; without it the file is not opened."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from wardwise.domain.errors import GatewayMissing
from wardwise.domain.settings import PartnerFileSettings


OBLIGATORY = {
    "controller": "who decides on the data, as 'Chief Constable of Bedfordshire Police'",
    "gateway": "the law that allows it: 's.17A', 's.115', or 'other: …'",
    "purpose": "what it may be used for",
    "retain_until": "the day until which it may be kept, as YYYY-MM-DD",
    "marking": "its marking, as OFFICIAL-SENSITIVE",
}
GATEWAYS = ("s.17A", "s.115", "other: ")


def check_legal(
    files: Sequence[PartnerFileSettings], *, today: datetime.date | None = None
) -> None:
    """GatewayMissing that names everything that is missing in every file."""
    faults = [
        f"{one.file} ({one.dataset}): {fault}" for one in files for fault in _faults(one, today)
    ]
    if faults:
        raise GatewayMissing(
            "partner_files: nothing was read. " + "\n".join(faults) + " Add it to the settings;"
            " the agreement under which the file was sent says it."
        )


def _faults(one: PartnerFileSettings, today: datetime.date | None) -> list[str]:
    found = [
        f"'{field}' is not given: {what}."
        for field, what in OBLIGATORY.items()
        if getattr(one, field) is None
    ]
    if one.gateway is not None and not _is_gateway(one.gateway):
        found.append(f"'gateway' is '{one.gateway}', expected {OBLIGATORY['gateway']}.")
    if one.retain_until is not None and today is not None and one.retain_until < today:
        found.append(f"it was to be kept until {one.retain_until} and no longer: erase it.")
    if one.retain_until is not None and one.retain_until < one.received_on:
        found.append(f"it was received on {one.received_on}, after 'retain_until'.")
    return found


def _is_gateway(text: str) -> bool:
    named = text in GATEWAYS[:2]
    return named or (text.startswith(GATEWAYS[2]) and len(text) > len(GATEWAYS[2]))

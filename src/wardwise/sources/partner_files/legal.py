"""The law that a partner's file came under; without it the file is not opened."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from wardwise.domain.errors import GatewayMissing
from wardwise.domain.settings import PartnerFileSettings
from wardwise.sources.partner_files.labels import gives_away


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
    _refuse_names(files)
    faults = [
        f"{one.file} ({one.dataset}): {fault}" for one in files for fault in _faults(one, today)
    ]
    if faults:
        raise GatewayMissing(
            "partner_files: nothing was read. " + "\n".join(faults) + " Add it to the settings;"
            " the agreement under which the file was sent says it."
        )


def _refuse_names(files: Sequence[PartnerFileSettings]) -> None:
    """A file's name stands in every document: it may not be that of a person's postcode."""
    personal = [str(n) for n, one in enumerate(files, start=1) if gives_away(one.file)]
    if personal:
        raise GatewayMissing(
            f"partner_files: nothing was read. The name of file {', '.join(personal)} in the list"
            " looks like a person's details (an address of mail, a telephone, a postcode), and the"
            " documents print it. Rename the file."
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

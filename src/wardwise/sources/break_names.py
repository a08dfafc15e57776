"""Offences that the settings name in breaks and rates have to be offences that are counted."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from wardwise.domain.errors import SettingsError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.domain.settings import Settings
from wardwise.domain.settings_of_places import HARM, OFFENCES
from wardwise.reference.load import load_table


def refuse_unknown_offences(settings: Settings, *, file: str) -> None:
    """A break or rate under a name that no count bears would do nothing, and nobody would see."""
    published = [str(row["offence"]) for row in load_table("ons_headline_offence").rows]
    known = [*POLICE_UK_OFFENCES, *published, *_of_partners()]
    by = settings.places.high_impact.by
    if by not in (HARM, OFFENCES, *POLICE_UK_OFFENCES):
        near = difflib.get_close_matches(by, [HARM, OFFENCES, *POLICE_UK_OFFENCES], n=1)
        nearest = f" Did you mean '{near[0]}'?" if near else ""
        raise SettingsError(
            f"{file}: places.high_impact.by: found '{by}', expected '{HARM}', '{OFFENCES}' or an"
            f" offence as data.police.uk names it.{nearest} Correct the name."
        )
    for where, offence in _named(settings):
        if offence not in known:
            near = difflib.get_close_matches(offence, known, n=1, cutoff=0.5)
            nearest = f" Did you mean '{near[0]}'?" if near else ""
            raise SettingsError(
                f"{file}: {where}.offences: found '{offence}', expected an offence as"
                f" data.police.uk or the ONS tables name it.{nearest} Correct the name."
            )


def _named(settings: Settings) -> Iterator[tuple[str, str]]:
    """Where in the settings an offence is named, and its name."""
    for number, one in enumerate(settings.series_breaks, start=1):
        yield from ((f"series_breaks[{number}]", offence) for offence in one.offences)
    for number, rate in enumerate(settings.recording_rates, start=1):
        yield from ((f"recording_rates[{number}]", offence) for offence in rate.offences)


def refuse_unknown_outcomes(settings: Settings, *, file: str) -> None:
    """What an initiative is judged by has to be an offence that is counted by place."""
    known = [*POLICE_UK_OFFENCES]
    for one in settings.initiatives:
        for offence in one.offences:
            if offence not in known:
                near = difflib.get_close_matches(offence, known, n=1, cutoff=0.5)
                nearest = f" Did you mean '{near[0]}'?" if near else ""
                raise SettingsError(
                    f"{file}: initiatives, '{one.name}', offences: found '{offence}', expected an"
                    f" offence as data.police.uk names it.{nearest} Correct the name."
                )


def _of_partners() -> list[str]:
    """Themes, flags and datasets: what partners' files count may break as well."""
    themes = [row["candidate"] for row in load_table("candidate").rows if row["kind"] == "theme"]
    flags = [row["field"] for row in load_table("partner_fields").rows if row["kind"] == "flag"]
    datasets = [row["dataset"] for row in load_table("partner_datasets").rows]
    return [str(name) for name in dict.fromkeys([*themes, *flags, *datasets])]

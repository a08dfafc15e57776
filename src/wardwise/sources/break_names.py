"""The offences that the settings' breaks name have to be offences that are counted."""

from __future__ import annotations

import difflib

from wardwise.domain.errors import SettingsError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.domain.settings import Settings
from wardwise.reference.load import load_table


def refuse_unknown_offences(settings: Settings, *, file: str) -> None:
    """A break under a name that no count bears would break nothing, and nobody would see it."""
    published = [str(row["offence"]) for row in load_table("ons_headline_offence").rows]
    known = [*POLICE_UK_OFFENCES, *published, *_of_partners()]
    for number, one in enumerate(settings.series_breaks, start=1):
        for offence in one.offences:
            if offence not in known:
                near = difflib.get_close_matches(offence, known, n=1, cutoff=0.5)
                nearest = f" Did you mean '{near[0]}'?" if near else ""
                raise SettingsError(
                    f"{file}: series_breaks[{number}].offences: found '{offence}', expected an"
                    f" offence as data.police.uk or the ONS tables name it.{nearest} Correct the"
                    " name."
                )


def _of_partners() -> list[str]:
    """Themes, flags and datasets: what partners' files count may break as well."""
    themes = [row["candidate"] for row in load_table("candidate").rows if row["kind"] == "theme"]
    flags = [row["field"] for row in load_table("partner_fields").rows if row["kind"] == "flag"]
    datasets = [row["dataset"] for row in load_table("partner_datasets").rows]
    return [str(name) for name in dict.fromkeys([*themes, *flags, *datasets])]

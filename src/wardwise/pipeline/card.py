"""An initiative set down before it begins: told, and on request locked so that it stays so."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Sequence
from pathlib import Path

from wardwise.domain.card import Card, card_text, lock_card
from wardwise.domain.errors import SettingsError
from wardwise.domain.figure import Json
from wardwise.domain.settings import InitiativeSettings, Settings
from wardwise.figures.desk import Desk
from wardwise.figures.initiative_card import terms_of, with_power
from wardwise.figures.initiative_power import power_of
from wardwise.figures.initiative_rows import Rows
from wardwise.pipeline.assess import STORE
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.inputs import check_folders
from wardwise.pipeline.keeping import who
from wardwise.pipeline.laid_out import laid_out
from wardwise.pipeline.progress import quiet
from wardwise.sources.cards import FOLDER
from wardwise.sources.settings import read_settings
from wardwise.store.lock import sharing
from wardwise.store.tidy import TidyStore


def card(
    settings_file: Path,
    *,
    name: str,
    folders: Sequence[Path],
    store: Path | None = None,
    locked_on: datetime.date | None = None,
    tell: Callable[[str], None] = quiet,
) -> str:
    """The card of one initiative; locked and written beside the settings if a day is given."""
    settings = read_settings(settings_file)
    check_folders(folders)
    initiative = _named(settings, name, file=settings_file.name)
    if locked_on is not None and locked_on >= initiative.start:
        raise SettingsError(
            f"{settings_file.name}: initiatives, '{initiative.name}': it started on"
            f" {initiative.start}, and a card is locked before the start. Without a card the"
            " evaluation is made all the same, and says that none was locked."
        )
    tidy = TidyStore(store or Path("out") / STORE)
    with sharing(tidy.root, "card", by=who()):
        gathered = Gatherer(settings, folders, tidy, beside=settings_file.parent).gather(tell)
        rows = Rows(Desk(laid_out(settings, gathered, tidy), settings), initiative)
        terms = with_power(terms_of(rows), power_of(rows))
    if locked_on is None:
        return "\n".join([*_told(initiative, terms), "It is not locked: add --lock."])
    made = _locked(settings_file.parent, initiative, locked_on, terms)
    return "\n".join(
        [
            *_told(initiative, terms),
            f"Locked on {locked_on} in {made.file}, hash {made.sha256}",
            "Write the first twelve digits of the hash into the minutes.",
        ]
    )


def _named(settings: Settings, name: str, *, file: str) -> InitiativeSettings:
    known = {one.name: one for one in settings.initiatives}
    found = next((one for one in known if name.casefold() in (one.casefold(), known[one].slug)), "")
    if found:
        return known[found]
    near = difflib.get_close_matches(name, [*known], n=1)
    nearest = f" Did you mean '{near[0]}'?" if near else ""
    raise SettingsError(
        f"{file}: initiatives: found {', '.join(known) or 'none'}, expected '{name}'.{nearest}"
        " List the initiative in the settings first."
    )


def _locked(
    beside: Path,
    initiative: InitiativeSettings,
    locked_on: datetime.date,
    terms: dict[str, Json],
) -> Card:
    """The card on disk; one that is there already stays as it is."""
    made = lock_card(file="", initiative=initiative.name, locked_on=locked_on, terms=terms)
    name = f"{initiative.slug}-{made.sha256[:8]}.json"
    made = lock_card(
        file=f"{FOLDER}/{name}", initiative=initiative.name, locked_on=locked_on, terms=terms
    )
    (beside / FOLDER).mkdir(exist_ok=True)
    path = beside / FOLDER / name
    if not path.exists():
        path.write_text(card_text(made), "utf-8")
    return made


def _told(initiative: InitiativeSettings, terms: dict[str, Json]) -> list[str]:
    """The card as lines to read."""
    areas = terms["areas"]
    assert isinstance(areas, dict)
    lines = [f"Card of {initiative.name}", ""]
    lines += [
        f"  {role.replace('_', ' '):<24}{_count(lsoas)} neighbourhoods"
        for role, lsoas in areas.items()
    ]
    told = {name: value for name, value in terms.items() if name != "areas"}
    for name, value in told.items():
        if isinstance(value, dict):
            lines += [f"  {key.replace('_', ' ')}: {one}" for key, one in value.items()]
        else:
            lines.append(f"  {name.replace('_', ' '):<24}{_plain(value)}")
    return [*lines, ""]


def _count(lsoas: Json) -> int:
    return len(lsoas) if isinstance(lsoas, list) else 0


def _plain(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "–" if value is None else str(value)

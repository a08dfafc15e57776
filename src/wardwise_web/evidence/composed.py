"""What a build reads: the settings as saved, with commissioned places and files laid over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from wardwise_web.evidence.handed_over import lay_down
from wardwise_web.evidence.models import DataFolder, HandedFile, SettingsVersion
from wardwise_web.evidence.runs import EngineRefused, holds_mapping, why_no_secret
from wardwise_web.evidence.shelf import DATA, PARTNERS, is_below_a_root, shelf
from wardwise_web.people.models import Partnership


def settings_now(partnership: Partnership) -> str:
    """The settings for a build that starts now, as text; EngineRefused where there are none."""
    return _as_text(lay_down(partnership, yaml.safe_load(_as_decided(partnership))))


def secret_missing(partnership: Partnership) -> str:
    """Why partners' files could not be read now for want of their secret; nothing if it is here."""
    try:
        folders = [shelf(partnership), *folders_now(partnership)]
        return why_no_secret(_as_decided(partnership), folders)
    except EngineRefused:
        return ""  # there are no settings, or a folder is not allowed: the build says that


def has_mapping(partnership: Partnership, name: str) -> bool:
    """Whether a build would find a mapping: of the partnership's own, or in a folder it reads."""
    if partnership.mappings.filter(name=name).exists():
        return True
    try:
        return holds_mapping(name, folders_now(partnership))
    except EngineRefused:
        return False  # a folder is not allowed: the build says that


def _as_decided(partnership: Partnership) -> str:
    last = SettingsVersion.objects.filter(partnership=partnership).first()
    if last is None:
        raise EngineRefused("There are no settings yet. Write them first: 'Engine settings'.")
    commissioned = partnership.commissioned.first()
    files = HandedFile.objects.filter(
        dataset__partnership=partnership, erased_at__isnull=True
    ).select_related("dataset")
    return laid_over(
        last.text,
        places=list(commissioned.places) if commissioned else None,
        files=[_file(one) for one in files],
    )


def laid_over(text: str, *, places: list[str] | None, files: list[dict[str, Any]]) -> str:
    """The text with what people decided elsewhere in the application.

    Places of the terms of reference replace those of the text; files are added to its own.
    """
    whole: dict[str, Any] = yaml.safe_load(text)
    if places is not None:
        whole["places"] = {**(whole.get("places") or {}), "commissioned": places}
    if files:
        whole["partner_files"] = [*(whole.get("partner_files") or ()), *files]
    return _as_text(whole)


def _as_text(whole: dict[str, Any]) -> str:
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=100)


def _file(one: HandedFile) -> dict[str, Any]:
    return {
        "dataset": one.dataset.kind,
        "file": one.path.removeprefix(f"{DATA}/{PARTNERS}/"),
        "mapping": one.dataset.mapping,
        "supplier": one.dataset.supplier,
        "received_on": one.received_on.isoformat(),
        "controller": one.dataset.controller,
        "gateway": one.dataset.gateway,
        "purpose": one.dataset.purpose,
        "retain_until": one.dataset.retain_until.isoformat(),
        "marking": one.dataset.marking,
    }


def folders_now(partnership: Partnership) -> list[Path]:
    """The partnership's own data and the folders it points at, as far as they still may be."""
    own = shelf(partnership) / DATA
    pointed = DataFolder.objects.filter(partnership=partnership, left_at__isnull=True)
    found = [Path(one.path) for one in pointed]
    for path in found:
        if not is_below_a_root(path):
            raise EngineRefused(
                f"{path.name}: this server no longer lets a partnership read this folder."
                " Take it off the list of folders."
            )
    return ([own] if own.is_dir() else []) + found

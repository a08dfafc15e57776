"""The demo's evidence: Exampleshire's files handed in, its settings, its built assessment."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile

from wardwise_web.evidence.demo_agreements import by_mistake, load_agreements
from wardwise_web.evidence.kinds import kind_named
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build, Dataset
from wardwise_web.evidence.runs import build_demo, copy_run
from wardwise_web.evidence.services import (
    Declaration,
    ask_for_build,
    begin_build,
    declare_dataset,
    end_build,
    hand_in,
    save_mapping,
    save_settings,
)
from wardwise_web.evidence.shelf import DATA, PARTNERS, shelf


if TYPE_CHECKING:
    from wardwise_web.people.models import Partnership
    from wardwise_web.people.stage import DemoPlay

MADE = ".exampleshire"
AGENCIES = {
    "Police": "police",
    "Fire and rescue": "fire",
    "Health": "health",
    "Treatment provider": "health",
    "Probation": "probation",
}
NO_AGREEMENT = {
    "s.17A": "Section 17A requires it to be supplied",
    "s.115": "Section 115 allows it; an agreement is being written",
}
CHILDREN = ("exclusions", "youth_justice", "victims", "suspects", "offenders")


def load(play: DemoPlay) -> Build:
    """Build Exampleshire, keep the build, and lay its files out as if partners had sent them."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    build = ask_for_build(partnership=play.partnership, settings_yaml="", by=play.actor("analyst"))
    begin_build(build=build)
    # a finished run of Exampleshire, given by whoever starts the demo often: same documents
    ready = os.environ.get("WARDWISE_DEMO_RUN")
    told = (
        copy_run(Path(ready), build.folder) if ready else build_demo(build.folder, tell=play.tell)
    )
    end_build(build=build, told=told, manifest=read_manifest(build.folder))
    if (build.folder.parent / MADE).is_dir():
        play.tell("Handing in the partners' files")
        _hand_in_all(play, play.partnership, build.folder.parent / MADE)
    return build


def _hand_in_all(play: DemoPlay, partnership: Partnership, made: Path) -> None:
    text, _, listed = (made / "exampleshire.yaml").read_text("utf-8").partition("partner_files:")
    # the register of this application has that plan, and hands it over to each build itself
    text = re.sub(r"^plan: .*\n", "", text, flags=re.MULTILINE)
    own = shelf(partnership)
    # linked and not copied: nothing here ever writes into a file that is there
    shutil.copytree(
        made, own, copy_function=os.link, ignore=shutil.ignore_patterns("*.yaml", "truth*")
    )
    by = play.actor("analyst")
    for file in sorted(made.rglob("exampleshire_*.yaml")):
        save_mapping(partnership=partnership, name=file.stem, text=file.read_text("utf-8"), by=by)
    save_settings(
        partnership=partnership,
        text=text,
        note="As the year was begun",
        based_on=0,
        by=by,
    )
    declared: dict[tuple[str, str, str], Dataset] = {}
    for one in yaml.safe_load(f"partner_files:{listed}")["partner_files"]:
        key = (one["dataset"], one["supplier"], one["mapping"])
        if key not in declared:
            declared[key] = _declared(play, partnership, one)
        came = own / DATA / PARTNERS / one["file"]
        with came.open("rb") as content:
            hand_in(
                dataset=declared[key],
                upload=UploadedFile(File(content), came.name, size=came.stat().st_size),
                received_on=datetime.date.fromisoformat(str(one["received_on"])),
                by=by,
            )
        came.unlink()
    load_agreements(play, list(declared.values()))
    by_mistake(play, next(one for one in declared.values() if one.kind == "fires"))


def _declared(play: DemoPlay, partnership: Partnership, one: dict[str, Any]) -> Dataset:
    kind = kind_named(one["dataset"])
    about_people = kind.is_record_level
    police = kind.supplier == "Police"
    return declare_dataset(
        partnership=partnership,
        agency=play.agencies[AGENCIES.get(kind.supplier, "council")],
        declaration=Declaration(
            kind=kind.name,
            supplier=one["supplier"],
            controller=one["controller"],
            gateway=one["gateway"],
            lawful_basis=_basis(about_people, police),
            regime=("part 3" if police else "part 2") if about_people else "none",
            special_category=about_people,
            special_condition="Data Protection Act 2018, schedule 1, paragraph 6"
            if about_people
            else "",
            about_children=kind.name in CHILDREN,
            purpose=one["purpose"],
            retention="agreement",
            retain_until=datetime.date.fromisoformat(str(one["retain_until"])),
            marking=one["marking"],
            mapping=one["mapping"],
            # agreements are entered after the files, and named where there is one
            no_agreement_because=NO_AGREEMENT.get(one["gateway"], "Those who replied agreed to it"),
        ),
        by=play.actor("analyst"),
    )


def _basis(about_people: bool, police: bool) -> str:
    if not about_people:
        return "None: no row is about a person"
    if police:
        return "Data Protection Act 2018, section 35: necessary for a law enforcement purpose"
    return "UK GDPR, article 6(1)(e): public task"

"""The demo's evidence: Exampleshire's built assessment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.runs import build_demo, copy_run
from wardwise_web.evidence.services import ask_for_build, begin_build, end_build


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay


def load(play: DemoPlay) -> Build:
    """Build Exampleshire and keep the build."""
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
    return build

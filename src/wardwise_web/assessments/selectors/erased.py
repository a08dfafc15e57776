"""What a paper rested on that is not held any more."""

from __future__ import annotations

from wardwise_web.assessments.models import FrozenPaper
from wardwise_web.core.jinja import day
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import HandedFile


def erased_since(frozen: FrozenPaper) -> list[HandedFile]:
    """Files that its build read and that were erased: what was erased stays out of every build."""
    if not (frozen.build.folder / "manifest.json").is_file():
        return []
    read = {one["sha256"] for one in read_manifest(frozen.build.folder).whole["files"]}
    gone = HandedFile.objects.filter(
        dataset__partnership=frozen.build.partnership_id, erased_at__isnull=False
    )
    return [one for one in gone if one.sha256 in read]


def erasure_in_words(frozen: FrozenPaper) -> str:
    """What can be made again of it and what cannot, and why; nothing if nothing was erased."""
    gone = erased_since(frozen)
    if not gone:
        return ""
    names = "; ".join(f"{one.name} on {day(one.erased_at)} ({one.erased_because})" for one in gone)
    return (
        "The build cannot be made again to the byte, nor its figures be worked again from the"
        f" data: erased since were {names}. The paper is made from the figures as they were"
        " approved, which are kept with it, and can be read as it was."
    )

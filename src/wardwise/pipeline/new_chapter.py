"""Starts a chapter: the folder and its five files; its line in the contents is for a person."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

import wardwise
from wardwise.domain.errors import SettingsError


FILES = {
    "__init__.py": '''"""{question}"""

from wardwise.chapters.{name}.analyse import analyse
from wardwise.chapters.{name}.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="{name}",
    title="{title}",
    question="{question}",
    needs=(),
    analyse=analyse,
    write=write,
)
''',
    "findings.py": '''"""What the chapter found."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding


@dataclass(frozen=True)
class {class_name}Findings:
    """Its figures, and the key findings by which it speaks to the summary."""

    offences: Figure
    key_findings: tuple[KeyFinding, ...] = ()
''',
    "analyse.py": '''"""The sums."""

from __future__ import annotations

from wardwise.chapters.{name}.findings import {class_name}Findings
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure


def analyse(desk: Desk) -> {class_name}Findings:
    """Begin with the whole; replace it by what the chapter asks."""
    return {class_name}Findings(
        offences=offences_figure(desk, area=desk.area, period=desk.latest, offence=None)
    )
''',
    "write.py": '''"""The words."""

from __future__ import annotations

from wardwise.chapters.{name}.findings import {class_name}Findings
from wardwise.document.blocks import Paragraph
from wardwise.document.section import Section
from wardwise.document.text import say
from wardwise.document.words import whole


def write(found: {class_name}Findings) -> Section:
    """The answer first, set larger."""
    answer = say(
        "{{n}} offences were recorded in {{period}}.",
        n=whole(found.offences),
        period=found.offences.period.label,
    )
    return Section(
        title="{title}",
        anchor="{anchor}",
        new_page=True,
        blocks=(Paragraph(answer, lead=True),),
    )
''',
    "test_chapter.py": '''"""A worked example: a few rows, the answer worked by hand."""

from __future__ import annotations

from tests.builders import desk_with
from wardwise.chapters.{name} import CHAPTER
from wardwise.document.blocks import Paragraph


def test_the_answer_worked_by_hand() -> None:
    # 3 + 4 = 7 offences in the two months that are held and the ten with none
    desk = desk_with(monthly={{"Burglary": [0] * 10 + [3, 4]}})
    found = CHAPTER.analyse(desk)
    assert found.offences.value == 7
    lead = CHAPTER.write(found).blocks[0]
    assert isinstance(lead, Paragraph)
    assert "7 offences" in str(lead.text)
''',
}


def new_chapter(name: str, *, root: Path | None = None) -> str:
    """Write the folder; say the one line that puts it into the contents."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise SettingsError(
            f"'{name}' cannot be the name of a chapter: expected small letters, digits and"
            " underscores, like night_time_economy, and no word of Python's own."
        )
    folder = (root or Path(wardwise.__file__).parent) / "chapters" / name
    if folder.exists():
        raise SettingsError(f"chapters/{name}: this chapter is there already. Choose another name.")
    title = name.replace("_", " ").capitalize()
    words = {
        "name": name,
        "title": title,
        "anchor": name.replace("_", "-"),
        "question": f"{title}: what does the evidence say?",
        "class_name": "".join(part.capitalize() for part in name.split("_")),
    }
    folder.mkdir(parents=True)
    for file, text in FILES.items():
        (folder / file).write_text(text.format(**words), "utf-8")
    return (
        f"chapters/{name} is there. Add it to src/wardwise/contents.py:\n"
        f"from wardwise.chapters.{name} import CHAPTER as {name.upper()}\n"
        "and put the name where it belongs in ASSESSMENT. Then run 'make fix' and 'make test-unit'."
    )

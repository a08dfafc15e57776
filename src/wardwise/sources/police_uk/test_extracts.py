"""Which extract of a month is used, by the written rule."""

from __future__ import annotations

from pathlib import Path

from wardwise.sources.police_uk.extracts import choose
from wardwise.sources.police_uk.file_names import FileName
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.repeats import Repeats
from wardwise.sources.police_uk.schema import Kind


def file(extract: str, month: str, rows: int) -> Prepared:
    """A street file of an extract, by its number of rows alone."""
    name = FileName(month, "sampleshire", Kind.STREET)
    member = f"{month}/{month}-sampleshire-street.csv"
    source = SourceFile(Path(extract), member, f"{extract}/{member}", name, False)
    return Prepared(
        source=source,
        sha256="",
        size=0,
        rows=rows,
        force="Sampleshire Police",
        repeats=Repeats({}),
    )


def used(*files: Prepared) -> list[str]:
    """The extracts that are used, month by month."""
    return [
        each.source.container.name
        for each, is_used in zip(files, choose(files)[0], strict=True)
        if is_used
    ]


def test_the_extract_that_reaches_further_is_the_later() -> None:
    # 'a' ends in July and 'z' in June, so 'a' was published later whatever its name
    assert used(file("z", "2023-06", 100), file("a", "2023-06", 100), file("a", "2023-07", 9)) == [
        "a",
        "a",
    ]


def test_of_two_that_end_alike_the_one_with_more_months_is_the_later() -> None:
    files = (file("z", "2023-06", 100), file("a", "2023-06", 100), file("a", "2023-05", 9))
    assert used(*files) == ["a", "a"]


def test_otherwise_the_name_that_comes_last_is_the_later() -> None:
    assert used(file("a", "2023-06", 100), file("b", "2023-06", 100)) == ["b"]


def test_of_three_each_later_one_is_held_against_the_one_used_until_then() -> None:
    # the second (90) is 10% below the first (100) and yields; the third (96) is 4% below the
    # first, which is still used then, and takes its place
    files = (
        file("first", "2023-06", 100),
        file("second", "2023-06", 90),
        file("second", "2023-07", 9),
        file("third", "2023-06", 96),
        file("third", "2023-08", 9),
    )
    assert used(*files) == ["second", "third", "third"]
    choices = choose(files)[1]
    assert [files[choice.kept].source.container.name for choice in choices] == ["first", "third"]


def test_months_that_one_extract_holds_need_no_choice() -> None:
    files = (file("a", "2023-05", 100), file("b", "2023-06", 1))
    assert choose(files) == ([True, True], [])

"""A backup taken from one place fills an empty one, and the audit there is whole."""

from __future__ import annotations

import json

import pytest

from tests.postgres import NoPostgres, postgres_server
from tests.web.installation import Installation


pytestmark = pytest.mark.slow
COUNTS = """
import json
from django.apps import apps
print(json.dumps({m._meta.label: m.objects.count() for m in apps.get_models()}, sort_keys=True))
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def two_places(request, tmp_path):
    """An installation with people in it, and an empty one."""
    here, there = tmp_path / "here", tmp_path / "there"
    if request.param == "sqlite":
        yield Installation(here), Installation(there)
        return
    try:
        with postgres_server() as server:
            yield (
                Installation(here, server.new_database("here")),
                Installation(there, server.new_database("there")),
            )
    except NoPostgres as why:
        pytest.skip(str(why))


def test_a_backup_fills_an_empty_place_and_the_audit_is_whole(two_places, tmp_path):
    full, empty = two_places
    full.seat()
    (full.home / "uploads").mkdir()
    (full.home / "uploads" / "crime.csv").write_text("a,b\n1,2\n", "utf-8")
    copy = tmp_path / "copy.tar.gz"
    full.command("backup", str(copy))
    said = empty.command("restore", str(copy))
    assert "The audit is whole" in said
    assert (empty.home / "uploads" / "crime.csv").read_text("utf-8") == "a,b\n1,2\n"
    before, after = (json.loads(one.python(COUNTS)) for one in (full, empty))
    assert before == after
    assert before["people.Person"] == 13


def test_a_place_that_is_not_empty_is_left_alone(tmp_path):
    full = Installation(tmp_path / "full")
    full.seat()
    copy = tmp_path / "copy.tar.gz"
    full.command("backup", str(copy))
    assert "is not empty" in full.command("restore", str(copy), is_well=False)
    assert "The audit is whole" in full.command("verify_audit")


def test_a_copy_that_was_altered_is_not_put_back(tmp_path):
    full, empty = Installation(tmp_path / "full"), Installation(tmp_path / "empty")
    full.seat()
    copy = tmp_path / "copy.tar.gz"
    full.command("backup", str(copy))
    alter(copy, tmp_path)
    assert "is not as it was written" in empty.command("restore", str(copy), is_well=False)
    assert not (empty.home / "wardwise.db").exists()


def alter(copy, folder):
    """Change one part and leave the list of hashes as it was."""
    import tarfile

    inside = folder / "inside"
    with tarfile.open(copy) as archive:
        archive.extractall(inside, filter="data")
    witness = inside / "audit-witness.txt"
    witness.write_text(witness.read_text("utf-8").replace("1", "2", 1), "utf-8")
    with tarfile.open(copy, "w:gz") as archive:
        for path in sorted(inside.rglob("*")):
            archive.add(path, path.relative_to(inside), recursive=False)

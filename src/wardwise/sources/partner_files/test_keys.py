"""Keys: HMAC-SHA256 as the standard library has it; the same person the same key."""

from __future__ import annotations

import hmac
import stat
from pathlib import Path

import pyarrow as pa

from wardwise.domain.settings import PeopleSettings
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.secret import new_secret, read_secret


SECRET = b"a made-up secret for tests 0123456789"


def test_a_key_is_the_first_sixteen_bytes_of_the_hmac() -> None:
    (found,) = Keys(SECRET).of("person", pa.array(["N1"])).to_pylist()
    assert found == hmac.digest(SECRET, b"person:N1", "sha256")[:16].hex()
    long = SECRET * 5  # longer than a block of SHA-256: hashed first, as RFC 2104 says
    (found,) = Keys(long).of("record", pa.array(["N1"]), namespace="force").to_pylist()
    assert found == hmac.digest(long, b"record:force:N1", "sha256")[:16].hex()


def test_the_same_identity_written_otherwise_is_the_same_person() -> None:
    written = pa.array(["Nominal 12", " nominal  12 ", "NOMINAL\t12", "Nominal 13", ""])
    keys = Keys(SECRET).of("person", written).to_pylist()
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert keys[4] is None


def test_another_secret_kind_or_namespace_is_another_key() -> None:
    one = pa.array(["N1"])
    found = {
        Keys(SECRET).of("person", one)[0].as_py(),
        Keys(SECRET).of("record", one)[0].as_py(),
        Keys(SECRET).of("person", one, namespace="other")[0].as_py(),
        Keys(b"another secret of thirty-two letters").of("person", one)[0].as_py(),
    }
    assert len(found) == 4
    assert Keys(SECRET).fingerprint != Keys(SECRET + b"1").fingerprint


def test_a_new_secret_is_read_back_and_is_its_owners_alone(tmp_path: Path) -> None:
    told = new_secret(tmp_path / "keys" / "secret")
    people = PeopleSettings(secret_file="keys/secret")
    found = read_secret(people, folders=[tmp_path])
    assert len(found) == 64
    assert found.decode() not in told
    assert stat.S_IMODE((tmp_path / "keys" / "secret").stat().st_mode) == 0o600


def test_a_secret_may_come_from_the_environment(tmp_path: Path) -> None:
    people = PeopleSettings(secret_variable="OURS")
    found = read_secret(people, folders=[tmp_path], environment={"OURS": SECRET.decode()})
    assert found == SECRET

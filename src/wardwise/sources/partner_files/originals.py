"""A supplier's own file: only its hash survives, or a copy that nobody reads without the secret.

The copy is encrypted with AES-256 in Galois/counter mode (NIST SP 800-38D); its key is derived
from the partnership's secret with HKDF (RFC 5869). The hash of the file and the date until
which it may be kept are bound to it: a copy whose date was changed no longer opens.
"""

from __future__ import annotations

import datetime
import os
import re
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from wardwise.domain.errors import StoreError


FOLDER = "originals"
_NONCE_BYTES = 12
_NAME = re.compile(r"([0-9a-f]{64})_(\d{4}-\d\d-\d\d)\.aes")


def keep_encrypted(
    path: Path, *, sha256: str, retain_until: datetime.date, secret: bytes, root: Path
) -> Path:
    """Put an encrypted copy into the store; one that is there already is left."""
    target = root / FOLDER / f"{sha256}_{retain_until.isoformat()}.aes"
    if target.is_file():
        return target
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = nonce + _cipher(secret).encrypt(nonce, path.read_bytes(), target.stem.encode())
    beside = target.with_name(f".new-{os.getpid()}-{target.name}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(sealed)
        os.replace(beside, target)
    except OSError as error:
        raise StoreError(
            f"{path.name}: its encrypted copy cannot be written ({error.strerror})."
            " Free some space or give another folder with --store."
        ) from error
    return target


def open_encrypted(copy: Path, *, secret: bytes) -> bytes:
    """The original's bytes; StoreError with another secret, or if the copy was changed."""
    sealed = copy.read_bytes()
    try:
        return _cipher(secret).decrypt(
            sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], copy.stem.encode()
        )
    except InvalidTag:
        raise StoreError(
            f"{copy.stem[:12]}: the encrypted copy cannot be opened: the secret is another, or"
            " the copy or its date was changed. Give the secret that it was kept with."
        ) from None


def past_retention(root: Path, *, today: datetime.date) -> tuple[Path, ...]:
    """Copies whose date is past, which have to be erased."""
    found = ((copy, _NAME.fullmatch(copy.name)) for copy in sorted((root / FOLDER).glob("*.aes")))
    return tuple(copy for copy, named in found if named and named[2] < today.isoformat())


def erase_original(root: Path, *, sha256: str) -> int:
    """Delete every copy of a file; how many there were."""
    copies = list((root / FOLDER).glob(f"{sha256}_*.aes"))
    for copy in copies:
        copy.unlink()
    return len(copies)


def _cipher(secret: bytes) -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"wardwise originals 1")
    return AESGCM(derive.derive(secret))

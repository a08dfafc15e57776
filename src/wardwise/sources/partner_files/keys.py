"""A person or a record becomes a key: HMAC-SHA256 with the partnership's own secret.

The same identity gives the same key in every file and year; without the secret a key says
nothing, and a dictionary of all possible identities does not help.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc


_BLOCK = 64
_KEY_BYTES = 16


@dataclass(frozen=True)
class Keys:
    """Makes keys with one secret. Only the first 16 bytes are kept, as hexadecimal text."""

    secret: bytes

    @property
    def fingerprint(self) -> str:
        """Tells two secrets apart without giving either away."""
        return self._key(b"fingerprint:")[:16]

    def of(self, kind: str, identities: pa.Array, *, namespace: str = "") -> pa.Array:
        """Key of every identity, empty where there is none. Each distinct one is worked once."""
        coded = pc.dictionary_encode(normalised(identities))
        start = f"{kind}:{namespace}:" if namespace else f"{kind}:"
        # one state for the secret and the kind, copied for each identity
        inner, outer = self._states(start.encode())
        keys = [
            _digest(inner, outer, identity.encode()) if identity else None
            for identity in coded.dictionary.to_pylist()
        ]
        return pa.array(keys, pa.string()).take(coded.indices)

    def _key(self, message: bytes) -> str:
        return _digest(*self._states(b""), message)

    def _states(self, start: bytes) -> tuple[hashlib._Hash, hashlib._Hash]:
        """SHA-256 after the two paddings of RFC 2104, and after ``start`` in the inner one."""
        key = self.secret if len(self.secret) <= _BLOCK else hashlib.sha256(self.secret).digest()
        padded = key.ljust(_BLOCK, b"\0")
        inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in padded))
        inner.update(start)
        return inner, hashlib.sha256(bytes(byte ^ 0x5C for byte in padded))


def normalised(identities: pa.Array) -> pa.Array:
    """The same identity written with other blanks, letters or case is the same."""
    text = pc.utf8_upper(pc.utf8_normalize(identities, "NFKC"))
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(text, r"\s+", " "))


def _digest(inner: hashlib._Hash, outer: hashlib._Hash, message: bytes) -> str:
    first, second = inner.copy(), outer.copy()
    first.update(message)
    second.update(first.digest())
    return second.digest()[:_KEY_BYTES].hex()

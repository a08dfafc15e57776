"""The list of what was erased, and the certificates: a re-import asks it what to leave out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from wardwise.domain.erasure import Certificate, Erased
from wardwise.domain.errors import StoreError


FOLDER, LIST = "erasures", "erased.json"
_ID = 12  # characters of a certificate's name


@dataclass(frozen=True)
class Register:
    """Every erasure of one store, earliest first. Nothing is ever taken out of it."""

    root: Path

    @cached_property
    def entries(self) -> tuple[Erased, ...]:
        """What was erased; StoreError if the list is damaged, for then nobody knows."""
        path = self.root / FOLDER / LIST
        try:
            return tuple(Erased(**each) for each in json.loads(path.read_text("utf-8")))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError) as error:
            raise StoreError(
                f"{LIST}: the list of what was erased cannot be read, and without it people who"
                " asked to be erased would come back. Restore it from a copy."
            ) from error

    @property
    def key(self) -> str:
        """One hash of every erasure: what was read before one is read again after it."""
        return hashlib.sha256(repr(self.entries).encode()).hexdigest() if self.entries else ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a document has to say of them, each once."""
        return tuple(dict.fromkeys(each.told for each in self.entries))

    def tokens(self, kind: str) -> Mapping[str, Erased]:
        """What is remembered of people, or of files → the erasure."""
        return {each.token: each for each in self.entries if each.kind == kind}

    def remember(self, erased: Sequence[Erased]) -> Register:
        """Add to the list, in one step; a register that knows of them."""
        known = {(each.kind, each.token, each.dataset) for each in self.entries}
        new = [each for each in erased if (each.kind, each.token, each.dataset) not in known]
        text = json.dumps([asdict(each) for each in (*self.entries, *new)], indent=1)
        _write(self.root / FOLDER / LIST, text)
        return Register(self.root)

    def certify(self, certificate: Certificate) -> Path:
        """Write the certificate under its own name."""
        path = self.root / FOLDER / f"{named(certificate)}.json"
        told = {"certificate": named(certificate), **asdict(certificate)}
        _write(path, json.dumps(told, indent=1, ensure_ascii=False))
        return path


def named(certificate: Certificate) -> str:
    """A name from who, when and what: known before anything is erased."""
    said = f"{certificate.kind}|{certificate.what}|{certificate.by}|{certificate.at}"
    return hashlib.sha256(said.encode()).hexdigest()[:_ID]


def _write(path: Path, text: str) -> None:
    beside = path.with_name(f".new-{os.getpid()}-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, "utf-8")
        os.replace(beside, path)
    except OSError as error:
        raise StoreError(
            f"{path.name}: it cannot be written into the store ({error.strerror})."
            " Nothing was erased. Free some space or give another folder with --store."
        ) from error

"""`wardwise erase`: people and files out of the store, with a certificate."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from wardwise.domain.erasure import Certificate, Erased, Kind, token_of
from wardwise.domain.errors import ExtractError
from wardwise.pipeline.keeping import who
from wardwise.sources.partner_files.originals import erase_original, past_retention
from wardwise.store.erase import Swept, sweep_store
from wardwise.store.erased import Register, named
from wardwise.store.tidy import TidyStore


_KEY_LENGTH, _SHA_LENGTH = 32, 64


@dataclass(frozen=True)
class Eraser:
    """Who erases, when, and out of which store."""

    store: Path
    by: str
    at: datetime.datetime

    def person(self, key: str, *, fingerprint: str = "") -> Certificate:
        """Every row of one person, in every file; the key itself is forgotten."""
        key = key.strip().lower()
        if not _is_hexadecimal(key, _KEY_LENGTH):
            raise ExtractError(
                file="--key",
                problem=f"found {len(key)} characters, expected a key of 32 of 0-9 and a-f.",
                remedy="Give the person's own number with --person and --settings instead.",
            )
        return self._erase("person", "one person", [("", token_of(key))], fingerprint)

    def dataset(self, dataset: str, sha256: str) -> Certificate:
        """Every row of one file of a dataset."""
        sha256 = sha256.strip().lower()
        if not _is_hexadecimal(sha256, _SHA_LENGTH):
            raise ExtractError(
                file="--file",
                problem=f"found {len(sha256)} characters, expected a SHA-256: 64 of 0-9 and a-f.",
                remedy="The manifest and the evidence chapter's table of files say it.",
            )
        return self._erase("dataset", f"{dataset}, SHA-256 {sha256}", [(dataset, sha256)])

    def expired(self) -> tuple[Certificate, ...]:
        """Every file that was to be kept until a day that is past, and every such original."""
        today = self.at.date().isoformat()
        found = sorted(
            {
                (line["dataset"], line["sha256"])
                for line in _file_lines(self.store)
                if line["retain_until"] < today
            }
        )
        made = [self.dataset(dataset, sha256) for dataset, sha256 in found]
        return (*made, *self.old_originals())

    def old_originals(self) -> tuple[Certificate, ...]:
        """Every encrypted copy that is past its date, whatever is held of its rows."""
        old = past_retention(self.store, today=self.at.date())
        if not old:
            return ()
        for copy in old:
            copy.unlink(missing_ok=True)  # another run may have been first
        hashes = ", ".join(copy.name.split("_")[0] for copy in old)
        what = f"encrypted originals past their date, SHA-256 {hashes}"
        certificate = Certificate("dataset", what, self.by, self._when, {}, (), len(old), 0)
        Register(self.store).certify(certificate)
        return (certificate,)

    def _erase(
        self, kind: Kind, what: str, which: Sequence[tuple[str, str]], fingerprint: str = ""
    ) -> Certificate:
        name = named(self._certificate(kind, what, None, 0))
        day = self.at.date().isoformat()
        # remembered first: broken off after this, a re-import already leaves the rows out
        register = Register(self.store).remember(
            [Erased(kind, token, day, name, dataset, fingerprint) for dataset, token in which]
        )
        swept = sweep_store(TidyStore(self.store), register)
        held = {file.sha256 for file in swept.files}
        held |= {token for _, token in which} if kind == "dataset" else set()
        originals = sum(erase_original(self.store, sha256=sha256) for sha256 in sorted(held))
        certificate = self._certificate(kind, what, swept, originals)
        register.certify(certificate)
        return certificate

    def _certificate(
        self, kind: Kind, what: str, swept: Swept | None, originals: int
    ) -> Certificate:
        taken = swept.taken if swept else None
        return Certificate(
            kind=kind,
            what=what,
            by=self.by,
            at=self._when,
            rows={name: n for name, n in sorted(taken.by_table.items()) if n} if taken else {},
            files=swept.files if swept else (),
            originals=originals,
            made_again=swept.made_again if swept else 0,
            free_texts=taken.free_texts if taken else 0,
            notes=NOTES,
        )

    @property
    def _when(self) -> str:
        return self.at.isoformat(timespec="seconds")


NOTES = (
    "Documents that were made before stand as they are; one that is made again names the erasure.",
    "The supplier's file, copies of it in data folders, and backups are not reached: delete them.",
)


def erase_old_originals(store: Path) -> tuple[str, ...]:
    """What a run does before anything else; a notice where anything was past its date."""
    eraser = Eraser(store, who(), datetime.datetime.now(datetime.UTC))
    return tuple(
        f"{one.originals} encrypted originals were past their date and are deleted"
        f" (certificate {named(one)})."
        for one in eraser.old_originals()
    )


def certificate_text(certificate: Certificate) -> str:
    """The certificate as a person reads it."""
    rows = [f"  {n:>10,}  rows of {name}" for name, n in certificate.rows.items()]
    files = [f"  {one.path} ({one.sha256[:12]}…): {one.rows:,} rows" for one in certificate.files]
    return "\n".join(
        [
            f"Certificate of erasure {named(certificate)}",
            f"What         {certificate.what}",
            f"By           {certificate.by}",
            f"When         {certificate.at}",
            "Rows erased",
            *(rows or ["           0  there were none in the store"]),
            f"  {certificate.free_texts:>10,}  free texts emptied in rows that stay",
            f"  {certificate.originals:>10,}  encrypted originals deleted",
            *(["Files", *files] if files else []),
            *certificate.notes,
        ]
    )


def _file_lines(store: Path) -> list[dict[str, str]]:
    found = sorted((store / "tidy").glob("*/partner_file.parquet"))
    return [line for path in found for line in pq.read_table(path).to_pylist()]


def _is_hexadecimal(text: str, length: int) -> bool:
    return len(text) == length and set(text) <= set("0123456789abcdef")

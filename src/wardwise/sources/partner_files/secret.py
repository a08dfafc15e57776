"""The partnership's own secret: without it nobody can go from a key back to a person."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from wardwise.domain.errors import SecretMissing
from wardwise.domain.settings import PeopleSettings


FEWEST_CHARACTERS = 32
FEWEST_DIFFERENT = 10
_HOW = "Make one with 'wardwise new-secret FILE', keep it apart from the data, and name it under"


def read_secret(
    people: PeopleSettings, *, folders: Sequence[Path], environment: Mapping[str, str] | None = None
) -> bytes:
    """The secret from the file that is named, or else from the environment."""
    if people.secret_file:
        text = _from_file(people.secret_file, folders)
        where = Path(people.secret_file).name
    else:
        variables = os.environ if environment is None else environment
        text = variables.get(people.secret_variable, "").strip()
        where = f"the variable {people.secret_variable}"
    if not text:
        raise SecretMissing(
            f"{where}: there is no secret. {_HOW} people.secret_file, or put it into the variable."
        )
    if len(text) < FEWEST_CHARACTERS or len(set(text)) < FEWEST_DIFFERENT:
        raise SecretMissing(
            f"{where}: the secret is too short or too plain: {FEWEST_CHARACTERS} characters or"
            f" more are needed. {_HOW} people.secret_file."
        )
    return text.encode()


def new_secret(to: Path) -> str:
    """Write a new secret that only its owner may read; one that is there is left alone."""
    if to.exists():
        raise SecretMissing(
            f"{to.name}: there is a file of that name, and a secret that is lost makes every"
            " key unlike the ones before. Give another name."
        )
    to.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(f"{secrets.token_hex(32)}\n")
    return (
        f"A new secret is in {to.name}. Keep a copy in a safe place apart from the data: with"
        " another secret the same person has another key."
    )


def _from_file(name: str, folders: Sequence[Path]) -> str:
    places = [Path(name)] if Path(name).is_absolute() else [folder / name for folder in folders]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise SecretMissing(
            f"{Path(name).name}: the file of the secret is not there. {_HOW} people.secret_file."
        )
    try:
        return found.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise SecretMissing(
            f"{found.name}: the file of the secret cannot be read as text. {_HOW}"
            " people.secret_file."
        ) from None

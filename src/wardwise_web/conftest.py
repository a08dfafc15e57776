"""What the web application's tests may ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest


if TYPE_CHECKING:
    from django.test import Client

    from wardwise_web.people.stage import DemoPlay


PASSWORD = "correct horse battery staple"  # of made-up people in a database of one test


def apart(home: Path) -> dict[str, Any]:
    """Settings of an installation that nobody else writes to: uploads, builds, the witness."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    return {
        "HOME": home,
        "MEDIA_ROOT": home / "uploads",
        "RUNS": home / "runs",
        "WITNESS": home / "audit-witness.txt",
        "EMAIL_FILE_PATH": home / "mail",
        # it begins with no wrong tries; tests about the second factor switch it on
        "CACHES": {"default": {"BACKEND": memory, "LOCATION": str(home)}},
        "SECOND_FACTOR": False,
        # the real one is slow on purpose, and no test asks how slow
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
    }


@pytest.fixture(autouse=True)
def own_home(settings: Any, tmp_path: Path) -> Path:
    """A folder of its own for each test."""
    for name, value in apart(tmp_path / "home").items():
        setattr(settings, name, value)
    return Path(settings.HOME)


@pytest.fixture
def seats(db: None) -> DemoPlay:
    """Exampleshire's agencies and people, seated through the services; nothing is built."""
    from wardwise_web.people.demo import load
    from wardwise_web.people.stage import DemoPlay

    del db
    play = DemoPlay(tell=lambda _: None, password=PASSWORD)
    load(play)
    return play


@pytest.fixture
def sign_in(seats: DemoPlay) -> Callable[[str], Client]:
    """A browser in which somebody of the demo is signed in."""
    from django.test import Client

    def signed_in(who: str) -> Client:
        client = Client()
        client.force_login(seats.people[who], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in

"""Somebody who is added gets a mail, sent by the worker."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.models import Holding, Partnership


def test_whoever_is_added_is_told_once_the_change_is_kept(
    sign_in, settings, django_capture_on_commit_callbacks
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    asked = {"name": "Noor Bell", "email": "noor@exampleshire.example"}
    with django_capture_on_commit_callbacks(execute=True):
        sign_in("administrator").post("/p/exampleshire/people/add/", asked)
    (sent,) = mail.outbox
    assert sent.to == ["noor@exampleshire.example"]
    assert "/sign-in/password/reset/" in sent.body


GIVEN = {
    "slug": "safer",
    "area": "E06000032",
    "agency": "Luton Council",
    "administrator": "Ada Moss",
    "email": "ada@luton.example",
}


def test_a_partnership_begins_with_an_administrator(db, capsys):
    call_command("begin_partnership", "Safer Luton", **GIVEN)
    (held,) = Holding.objects.all()
    assert (held.role, held.person.name) == (Role.ADMINISTRATOR, "Ada Moss")
    password = capsys.readouterr().out.splitlines()[1]
    assert held.person.check_password(password)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"slug": "Safer Luton"}, "--slug: found 'Safer Luton', expected letters"),
        ({"email": "ada.moss"}, "--email: found 'ada.moss', expected a mail address"),
        ({"area": "Luton"}, "--area: found 'Luton', expected the code of a district"),
    ],
)
def test_what_is_wrong_is_one_sentence(db, wrong, said):
    with pytest.raises(CommandError, match=said):
        call_command("begin_partnership", "Safer Luton", **{**GIVEN, **wrong})
    assert not Partnership.objects.exists()


@pytest.mark.parametrize("again", [{"email": "other@luton.example"}, {"slug": "another"}])
def test_neither_a_slug_nor_an_address_is_used_twice(db, again):
    call_command("begin_partnership", "Safer Luton", **GIVEN)
    with pytest.raises(CommandError, match=r"already|has an account"):
        call_command("begin_partnership", "Another", **{**GIVEN, **again})
    assert Partnership.objects.count() == 1

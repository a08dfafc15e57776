"""The audit: whole when nobody touched it, and not when somebody did."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from wardwise_web.core.audit.models import AuditEvent, ChainHead
from wardwise_web.core.audit.selectors import verdict
from wardwise_web.core.audit.services import NotInTransaction, record
from wardwise_web.core.audit.verify import Verdict
from wardwise_web.core.permissions.actor import system
from wardwise_web.core.permissions.thing import Kind, Thing


THING = Thing(Kind.CYCLE, 1, 1)


@pytest.fixture
def emptied_after(django_db_setup, django_db_blocker):
    """What these tests keep is emptied, the chain's beginning too: the next test finds it again."""
    yield
    with django_db_blocker.unblock():
        ChainHead.objects.get_or_create(id=1)


@pytest.fixture
def ten_rows(emptied_after, transactional_db):
    for n in range(10):
        with transaction.atomic():
            record("test.done", by=system(1), thing=THING, details={"n": n})


def test_a_chain_that_nobody_touched_is_whole(ten_rows):
    assert verdict() == Verdict(rows=10, faults=(), unwitnessed=0)


def test_an_altered_row_is_found(ten_rows):
    AuditEvent.objects.filter(sequence=4).update(actor_name="Somebody else")
    assert verdict().faults == ("Row 4 was altered after it was written.",)


def test_an_end_that_was_cut_off_is_found_by_the_witness(ten_rows):
    AuditEvent.objects.filter(sequence__gt=8).delete()
    last = AuditEvent.objects.last()
    ChainHead.objects.update(sequence=last.sequence, hash=last.hash)
    assert verdict().faults == ("The end was cut off: rows 9 to 10 were witnessed.",)


def test_a_row_is_not_written_apart_from_its_change(emptied_after, transactional_db):
    with pytest.raises(NotInTransaction):
        record("test.done", by=system(1), thing=THING)


def test_the_command_says_that_it_is_whole_or_what_is_wrong(ten_rows, capsys):
    call_command("verify_audit")
    assert "The audit is whole: 10 rows." in capsys.readouterr().out
    AuditEvent.objects.filter(sequence=10).update(reason="another")
    with pytest.raises(CommandError, match="Row 10 was altered"):
        call_command("verify_audit")

"""``python -m wardwise_web begin_partnership``: a partnership and its first administrator."""

from __future__ import annotations

import getpass
import re
import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email, validate_slug
from django.db import transaction
from django.utils import timezone

from wardwise_web.people.beginning import first_administrator
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.services import found_partnership


AREA = re.compile(r"[EW]\d{8}")


class Command(BaseCommand):
    """Prints a password once; the administrator changes it and invites everybody else."""

    help = "begin a partnership with its first agency and administrator"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who and what."""
        parser.add_argument("name", help='name of the partnership, such as "Safer Exampleshire"')
        parser.add_argument("--slug", required=True, help="its part of addresses, such as safer")
        parser.add_argument("--area", required=True, help="its area's code, such as E06000032")
        parser.add_argument("--agency", required=True, help="the first agency, often the council")
        parser.add_argument("--administrator", required=True, help="the administrator's name")
        parser.add_argument("--email", required=True, help="the administrator's mail address")

    def handle(self, *_: Any, **given: Any) -> None:
        """Make both, or neither."""
        _is_in_order(given)
        if Partnership.objects.filter(slug=given["slug"]).exists():
            raise CommandError(f"There is a partnership with the slug '{given['slug']}' already.")
        if Person.objects.filter(email__iexact=given["email"]).exists():
            raise CommandError("Somebody with this mail address has an account: give another.")
        password = secrets.token_urlsafe(15)
        with transaction.atomic():
            partnership = found_partnership(
                name=given["name"],
                slug=given["slug"],
                area_code=given["area"],
                operator=getpass.getuser(),
            )
            begun = first_administrator(
                partnership=partnership,
                agency_name=given["agency"],
                email=given["email"],
                name=given["administrator"],
                on=timezone.localdate(),
            )
            begun.person.set_password(password)
            begun.person.save(update_fields=["password"])
        self.stdout.write(f"{partnership.name} has begun. {begun.person.email} signs in with")
        self.stdout.write(password)
        self.stdout.write("It is shown this once. Change it after the first sign-in.")


def _is_in_order(given: dict[str, Any]) -> None:
    """What cannot be changed afterwards is looked at first."""
    asked = (
        ("slug", validate_slug, "letters without accents, digits and hyphens, such as safer-luton"),
        ("email", validate_email, "a mail address"),
    )
    for name, validate, expected in asked:
        try:
            validate(given[name])
        except ValidationError as refused:
            found = given[name]
            raise CommandError(f"--{name}: found '{found}', expected {expected}.") from refused
    if not AREA.fullmatch(given["area"]):
        raise CommandError(
            f"--area: found '{given['area']}', expected the code of a district or of a community"
            " safety partnership: E or W and eight digits, such as E06000032."
        )

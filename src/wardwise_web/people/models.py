"""Partnerships, agencies, people, and what each person may do there from when to when."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from wardwise_web.core.permissions.markings import CLEARANCES, LOWEST
from wardwise_web.core.permissions.roles import HELD
from wardwise_web.core.permissions.thing import Kind, Thing


class Partnership(models.Model):
    """A community safety partnership: everything else hangs from one of these."""

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    area_code = models.CharField(max_length=9)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    """People are found by their mail address."""

    def create_user(self, email: str, password: str | None = None, **given: object) -> Person:
        """Somebody who can sign in; without a password only by the council's own sign-in."""
        made = self.model(email=self.normalize_email(email).lower(), **given)
        made.set_password(password)
        made.save()
        return made

    def get_by_natural_key(self, username: str | None) -> Person:
        """However they write their address."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with an account. No flag here gives any right: holdings do."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    last_seen = models.DateTimeField(null=True, blank=True)  # for "since you were last here"

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """That somebody was added to a partnership. It gives no right: holdings do."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="memberships")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "partnership"], name="member_once")
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.partnership}"


class Agency(models.Model):
    """A body that takes part: a responsible authority, or another that co-operates."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="agencies")
    name = models.CharField(max_length=120)
    responsible_authority = models.BooleanField(default=False)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    succeeded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "name"], name="agency_named_once"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="agency_left_after_it_joined",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(Kind.AGENCY, self.partnership_id, self.pk or "", agency_id=self.pk)


class Holding(models.Model):
    """A role that a person holds for an agency, from a moment, perhaps to one.

    Rows are ended and never altered or deleted: what anybody could see on any past date can be
    read from them.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="holdings")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="holdings")
    role = models.CharField(max_length=20, choices=[(role, role.label) for role in HELD])
    cycle_id = models.BigIntegerField(null=True, blank=True)  # one year's assessment alone
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["starts_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="holding_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"


class Clearance(models.Model):
    """The highest marking that a person may see in a partnership, and since when."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="clearances")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="clearances")
    marking = models.CharField(
        max_length=30, choices=[(one, one) for one in CLEARANCES], default=LOWEST
    )
    compartments = models.JSONField(default=list)  # names of closed subjects
    starts_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["starts_at", "id"]

    def __str__(self) -> str:
        return f"{self.person} {self.marking}"


class BrokenGlass(models.Model):
    """That somebody opened for a few hours what their role does not: why, and until when."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="broken_glasses")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="broken_glasses")
    reason = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-starts_at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gte=F("starts_at")) & ~Q(reason=""),
                name="glass_broken_for_a_reason_and_a_while",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} until {self.ends_at}"

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(Kind.EMERGENCY, self.partnership_id, self.pk or "", owner_id=self.person_id)

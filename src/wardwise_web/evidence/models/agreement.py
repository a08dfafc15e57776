"""Agreements under which partners share data, term by term."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.models import Partnership, Person


class SharingAgreement(models.Model):
    """Who shares what with whom, and who can renew it; its dates are terms, and a renewal a row."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="agreements")
    name = models.CharField(max_length=160)
    parties = models.CharField(max_length=400)
    purpose = models.CharField(max_length=300)
    renewer = models.CharField(max_length=200)  # whose signature renews it: an office, not a person

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "name"], name="agreement_named_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def term(self) -> AgreementTerm:
        """The last term: no agreement is without one."""
        return self.terms.all()[0]

    def is_in_force(self, on: datetime.date) -> bool:
        """Whether some term holds on a day: the day of its end is the last."""
        return any(one.starts_on <= on <= one.ends_on for one in self.terms.all())

    def as_thing(self) -> Thing:
        """As the permissions see it: it binds agencies, and is theirs to read."""
        return Thing(Kind.AGENCY, self.partnership_id, self.pk or "")


class AgreementTerm(models.Model):
    """From when until when it holds, and who entered that."""

    agreement = models.ForeignKey(SharingAgreement, models.PROTECT, related_name="terms")
    starts_on = models.DateField()
    ends_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-ends_on", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="agreement_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} to {self.ends_on}"

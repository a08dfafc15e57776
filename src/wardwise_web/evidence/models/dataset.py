"""What a partner hands in, and the law under which it does."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.models.agreement import SharingAgreement
from wardwise_web.evidence.states import Regime, Retention
from wardwise_web.people.models import Agency, Partnership, Person


class Dataset(models.Model):
    """A kind of file from one agency, with what the law asks to be known of it.

    ``kind`` is the engine's name of the dataset, such as ``recorded_crime``; ``is_record_level``
    says whether a row of it is about a person. Nothing is taken in before all of it is declared.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="datasets")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="datasets")
    kind = models.CharField(max_length=60)
    is_record_level = models.BooleanField()
    supplier = models.CharField(max_length=120)
    controller = models.CharField(max_length=200)
    gateway = models.CharField(max_length=200)  # as the engine reads it: s.17A, s.115, other: …
    lawful_basis = models.CharField(max_length=300)
    regime = models.CharField(max_length=10, choices=Regime.choices)
    special_category = models.BooleanField()
    special_condition = models.CharField(max_length=300, blank=True)
    about_children = models.BooleanField()
    purpose = models.CharField(max_length=300)
    retention = models.CharField(max_length=20, choices=Retention.choices)
    retain_until = models.DateField()
    marking = models.CharField(max_length=60)
    mapping = models.CharField(max_length=80)
    agreement = models.ForeignKey(
        SharingAgreement, models.PROTECT, null=True, blank=True, related_name="datasets"
    )
    no_agreement_because = models.CharField(max_length=300, blank=True)
    declared_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    declared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["kind", "supplier", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(special_category=False) | ~Q(special_condition=""),
                name="special_category_has_its_condition",
            ),
            models.CheckConstraint(
                condition=Q(agreement__isnull=True) | Q(no_agreement_because=""),
                name="dataset_under_an_agreement_or_says_why_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} from {self.supplier}"

    def as_thing(self) -> Thing:
        """As the permissions see it: records about people are a kind of their own."""
        return Thing(
            Kind.RECORD_DATASET if self.is_record_level else Kind.DATASET,
            self.partnership_id,
            self.pk or "",
            agency_id=self.agency_id,
            marking=self.marking,
        )


class HandedFile(models.Model):
    """One file of a dataset as it came: its bytes are kept under ``path`` until it is erased."""

    dataset = models.ForeignKey(Dataset, models.PROTECT, related_name="files")
    name = models.CharField(max_length=120)  # safe, as the documents print it
    path = models.CharField(max_length=300)  # below the partnership's evidence
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    received_on = models.DateField()
    handed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    handed_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True)
    erased_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    erased_because = models.CharField(max_length=300, blank=True)
    certificate = models.TextField(blank=True)  # of the engine's rows; none had been read if empty

    class Meta:
        ordering: ClassVar = ["received_on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dataset", "sha256"],
                condition=Q(erased_at__isnull=True),
                name="same_bytes_once",
            ),
            models.UniqueConstraint(
                fields=["path"], condition=Q(erased_at__isnull=True), name="one_file_on_a_path"
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True, erased_by__isnull=True, erased_because="")
                | Q(erased_at__isnull=False, erased_by__isnull=False) & ~Q(erased_because=""),
                name="erased_by_somebody_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.name

"""The assessment as a paper: its steps, votes, the frozen document, releases, review links."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from wardwise_web.assessments.models.chapter import Chapter, PassageVersion
from wardwise_web.assessments.models.cycle import Cycle
from wardwise_web.assessments.states import Choice, PaperState
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.models import Build
from wardwise_web.people.models import Agency, Person


class Paper(models.Model):
    """One version of a cycle's assessment; a correction of a published one is the next."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="papers")
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=20, default=PaperState.DRAFTING.value)
    comments_due = models.DateField(null=True)  # while circulated
    quorum = models.PositiveSmallIntegerField(null=True)  # votes that the board needs
    correction = models.TextField(blank=True)  # what was wrong with the version before

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "number"], name="paper_numbered_once"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(correction=""), name="correction_says_what_was_wrong"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cycle}, version {self.number}"

    @property
    def author_ids(self) -> frozenset[int]:
        """Whoever wrote in any chapter, and the chapters' analysts."""
        saved = PassageVersion.objects.filter(
            passage__chapter__cycle=self.cycle_id, saved_by__isnull=False
        )
        analysts = Chapter.objects.filter(cycle=self.cycle_id, analyst__isnull=False)
        return frozenset(saved.values_list("saved_by_id", flat=True)) | frozenset(
            analysts.values_list("analyst_id", flat=True)
        )

    @property
    def round(self) -> int:
        """How often it came before the board, whose votes count for that time alone."""
        return self.steps.filter(now=PaperState.BOARD).count()

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        return Thing(
            Kind.APPROVAL,
            self.cycle.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            author_ids=self.author_ids,
            state=self.state,
        )


class PaperStep(models.Model):
    """One move of the paper: who, when, why."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="steps")
    was = models.CharField(max_length=20)
    now = models.CharField(max_length=20)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.paper}: {self.now}"


class Vote(models.Model):
    """One board member's vote in one round."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="votes")
    round = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, related_name="+")
    choice = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Choice])
    note = models.TextField(blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["paper", "round", "person"], name="one_vote_a_member_a_round"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.choice}"


class FrozenPaper(models.Model):
    """What the board approved: its words and the build, then its files with their hashes.

    The words are kept in the transaction of the approval; a worker writes the files.
    """

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="frozen")
    round = models.PositiveSmallIntegerField()
    build = models.ForeignKey(Build, models.PROTECT, related_name="+")
    data_hash = models.CharField(max_length=64)
    words = models.TextField()  # words.json as it is written into the folder
    words_hash = models.CharField(max_length=64)
    approved_at = models.DateTimeField(auto_now_add=True)
    files = models.JSONField(default=dict)  # name → sha256, once written
    marking = models.CharField(max_length=60, default=LOWEST)
    frozen_at = models.DateTimeField(null=True)
    told = models.TextField(blank=True)  # why it could not be written
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["approved_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["paper", "round"], name="frozen_once_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.paper}, approved"

    @property
    def folder(self) -> Path:
        """Where its files are: kept for ever, and in backups."""
        cycle = self.paper.cycle
        name = f"{cycle.name.replace('/', '-')}-version-{self.paper.number}-{self.round}"
        return Path(settings.HOME) / "approved" / cycle.partnership.slug / name

    def as_thing(self) -> Thing:
        """As the permissions see it: for partners, under the marking of what it holds."""
        return Thing(
            Kind.RELEASE,
            self.paper.cycle.partnership_id,
            self.pk or "",
            cycle_id=self.paper.cycle_id,
            author_ids=self.paper.author_ids,
            # never 'published': the public reads the public summary, which is the release's
            state="approved",
            marking=self.marking,
        )


class Release(models.Model):
    """An approved paper on its way to the public: one asks, another confirms."""

    frozen = models.ForeignKey(FrozenPaper, models.PROTECT, related_name="releases")
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)
    confirmed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["asked_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["frozen"], name="released_once"),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | (Q(confirmed_at__isnull=False) & ~Q(confirmed_by=F("asked_by"))),
                name="released_by_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"release of {self.frozen}"

    def as_thing(self) -> Thing:
        """As the public sees it: the public build holds nothing above the lowest marking."""
        state = "published" if self.confirmed_at else "asked for"
        cycle = self.frozen.paper.cycle
        return Thing(
            Kind.RELEASE, cycle.partnership_id, self.pk or "", cycle_id=cycle.pk, state=state
        )


class Remaking(models.Model):
    """The frozen paper made again from what is stored, and whether it is the same."""

    frozen = models.ForeignKey(FrozenPaper, models.PROTECT, related_name="remakings")
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    agrees = models.BooleanField(null=True)
    told = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-asked_at", "-id"]

    def __str__(self) -> str:
        return f"{self.frozen} made again"


class ReviewLink(models.Model):
    """One chapter for one reader without an account, for a few days. The token is not kept."""

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    for_whom = models.CharField(max_length=120)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"link to {self.chapter} for {self.for_whom}"

    def as_thing(self) -> Thing:
        """As the permissions see it."""
        cycle = self.chapter.cycle
        return Thing(Kind.REVIEW_LINK, cycle.partnership_id, self.pk or "", cycle_id=cycle.pk)


class LinkOpening(models.Model):
    """Each time that a link was opened, and each time that it was refused."""

    link = models.ForeignKey(ReviewLink, models.PROTECT, related_name="openings")
    at = models.DateTimeField(auto_now_add=True)
    was_open = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.link} opened"

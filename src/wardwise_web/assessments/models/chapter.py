"""Chapters, the partnership's own words in them, and what people said of a paragraph."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from wardwise_web.assessments.models.cycle import Cycle
from wardwise_web.assessments.states import Answer, Change, ChapterState, PaperState
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence.models import Build
from wardwise_web.people.models import Person


PLACE = 120  # letters of an anchor, and of a block's name


class Chapter(models.Model):
    """A section of the build that people write in. It outlives builds: its anchor finds it."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="chapters")
    anchor = models.SlugField(max_length=PLACE)
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, default=ChapterState.DRAFT.value)
    analyst = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    writers = models.ManyToManyField(Person, related_name="+")  # partners who write in it

    class Meta:
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "anchor"], name="chapter_once_a_cycle")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def standing(self) -> str:
        """Its own state while it is drafted, then that of the paper it is in."""
        paper = self.cycle.papers.last()
        if paper is None or paper.state == PaperState.DRAFTING:
            return self.state
        return str(paper.state)

    @property
    def author_ids(self) -> frozenset[int]:
        """Whoever saved words in it, and its analyst: none of them assures it."""
        saved = PassageVersion.objects.filter(passage__chapter=self, saved_by__isnull=False)
        found = set(saved.values_list("saved_by_id", flat=True))
        return frozenset(found | ({self.analyst_id} if self.analyst_id else set()))

    def as_thing(self) -> Thing:
        """As the permissions see it. Its paragraphs have markings of their own."""
        return Thing(
            Kind.CHAPTER,
            self.cycle.partnership_id,
            self.pk or "",
            cycle_id=self.cycle_id,
            owner_id=self.analyst_id,
            author_ids=self.author_ids,
            named_ids=frozenset(self.writers.values_list("pk", flat=True)),
            state=self.standing,
        )


class ChapterStep(models.Model):
    """One move of a chapter: a new row each time."""

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="steps")
    was = models.CharField(max_length=20)
    now = models.CharField(max_length=20)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.chapter}: {self.now}"


class Passage(models.Model):
    """Own words at one place: after a block of a section, by the block's name."""

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="passages")
    section = models.CharField(max_length=PLACE)
    after = models.CharField(max_length=PLACE)
    position = models.PositiveIntegerField(default=0)  # among those at the same place
    version = models.PositiveIntegerField(default=0)  # the number of the words that stand

    class Meta:
        ordering: ClassVar = ["position", "id"]

    def __str__(self) -> str:
        return f"words {self.pk} of {self.chapter}"


class PassageVersion(models.Model):
    """Every save is a row. Words that were taken out are a version without words."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    saved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["passage", "number"], name="passage_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.passage}, version {self.number}"


class Backing(models.Model):
    """What somebody gave for a typed number: a figure of the build, or a source in words."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="backings")
    text = models.CharField(max_length=120)  # the number as it was typed
    figure_id = models.CharField(max_length=10, blank=True)
    source = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(figure_id="") & ~Q(source="")) | (~Q(figure_id="") & Q(source="")),
                name="backing_is_a_figure_or_a_source",
            )
        ]

    def __str__(self) -> str:
        return f"{self.text}: {self.figure_id or self.source}"


class ChangedBlock(models.Model):
    """A computed block whose words a new build changed; somebody has to look at each."""

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="changes")
    build = models.ForeignKey(Build, models.PROTECT, related_name="+")
    before_build = models.ForeignKey(Build, models.PROTECT, related_name="+")
    section = models.CharField(max_length=PLACE)
    block = models.CharField(max_length=PLACE)
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Change])
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    marking = models.CharField(max_length=60, default=LOWEST)
    reviewed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    superseded = models.BooleanField(default=False)  # a later build changed it again

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["chapter", "build", "section", "block"], name="block_changed_once_a_build"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="change_reviewed_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chapter}, {self.block}: {self.kind}"


class MarkingChange(models.Model):
    """A paragraph's marking was raised, or somebody asks that it be lowered.

    ``block`` is a computed block's name or ``words-7``. Raising holds at once; lowering when
    a second person grants it.
    """

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="marking_changes")
    section = models.CharField(max_length=PLACE)
    block = models.CharField(max_length=PLACE)
    was = models.CharField(max_length=60)
    now = models.CharField(max_length=60)
    is_lowering = models.BooleanField()
    reason = models.TextField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    holds = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["asked_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(is_lowering=False)
                | Q(holds=False)
                | (Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by"))),
                name="marking_lowered_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="marking_decided_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.block}: {self.was} to {self.now}"


class Comment(models.Model):
    """What somebody said of one paragraph, with the words that it was said of."""

    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="comments")
    section = models.CharField(max_length=PLACE)
    block = models.CharField(max_length=PLACE)  # a computed block's name, or "words-7"
    quoted = models.TextField(blank=True)
    marking = models.CharField(max_length=60, default=LOWEST)  # of the paragraph, then
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey("ReviewLink", models.PROTECT, null=True, related_name="comments")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(by__isnull=False, link__isnull=True)
                | Q(by__isnull=True, link__isnull=False),
                name="comment_by_a_person_or_through_a_link",
            )
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} on {self.chapter}"

    @property
    def who(self) -> str:
        """Its writer's name."""
        if self.link is not None:
            return f"{self.link.for_whom} (through a review link)"
        return self.by.name if self.by else ""


class Response(models.Model):
    """What became of a comment; the last row counts."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="responses")
    answer = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Answer])
    words = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.comment}: {self.answer}"

"""What the assessment rests on, what is wrong with it, and how far it can be trusted."""

from wardwise.chapters.evidence_and_trust.analyse import analyse
from wardwise.chapters.evidence_and_trust.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="evidence_and_trust",
    title="The evidence and how far to trust it",
    question="What does this assessment rest on, and how far can it be trusted?",
    needs=(),
    analyse=analyse,
    write=write,
)

"""What the records are, what became of their rows, and how far they can be trusted."""

from wardwise.chapters.records_and_trust.analyse import analyse
from wardwise.chapters.records_and_trust.write import write
from wardwise.figures.records_desk import RecordsChapter


CHAPTER = RecordsChapter(
    name="records_and_trust",
    title="The records and how far to trust them",
    question="What are these records, what became of their rows, and how far can they be trusted?",
    analyse=analyse,
    write=write,
)

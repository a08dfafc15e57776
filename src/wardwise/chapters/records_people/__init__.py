"""Who was harmed and who is suspected, in shares, and what the one was to the other."""

from wardwise.chapters.records_people.analyse import analyse
from wardwise.chapters.records_people.write import write
from wardwise.figures.records_desk import RecordsChapter


CHAPTER = RecordsChapter(
    name="records_people",
    title="Victims and suspects",
    question="Who was harmed, who is suspected, and what were they to one another?",
    analyse=analyse,
    write=write,
)

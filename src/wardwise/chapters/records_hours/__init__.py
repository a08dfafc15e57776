"""When it happened: hour by weekday, and how surely that is known."""

from wardwise.chapters.records_hours.analyse import analyse
from wardwise.chapters.records_hours.write import write
from wardwise.figures.records_desk import RecordsChapter


CHAPTER = RecordsChapter(
    name="records_hours",
    title="Hours and weekdays",
    question="At which hour of which weekday did it happen, and how surely is that known?",
    analyse=analyse,
    write=write,
)

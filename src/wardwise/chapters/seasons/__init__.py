"""When was crime recorded: which months, from when on another level, which days and hours?"""

from wardwise.chapters.seasons.analyse import analyse
from wardwise.chapters.seasons.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="seasons",
    title="When",
    question="When in the year, the week and the day was crime recorded, and since when so?",
    needs=(),
    analyse=analyse,
    write=write,
)

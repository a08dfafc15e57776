"""How much crime is recorded, and what has changed?"""

from wardwise.chapters.levels_and_patterns.analyse import analyse
from wardwise.chapters.levels_and_patterns.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="levels_and_patterns",
    title="Levels and patterns of crime and disorder",
    question="How much crime is recorded, and what has changed?",
    needs=(),
    analyse=analyse,
    write=write,
)

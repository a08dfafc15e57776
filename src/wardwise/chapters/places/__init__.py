"""Where was crime recorded, and what is different there?"""

from wardwise.chapters.places.analyse import analyse
from wardwise.chapters.places.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="places",
    title="Places",
    question="Where was crime recorded, and what is different there?",
    needs=(),
    analyse=analyse,
    write=write,
)

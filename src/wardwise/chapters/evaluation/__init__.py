"""Did what the partnership did work?"""

from wardwise.chapters.evaluation.analyse import analyse
from wardwise.chapters.evaluation.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="evaluation",
    title="Did it work?",
    question="Did what the partnership did work?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.is_told,
)

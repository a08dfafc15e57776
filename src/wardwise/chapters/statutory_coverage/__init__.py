"""Each thing that the law asks of the assessment, and whether this paper has it."""

from wardwise.chapters.statutory_coverage.analyse import analyse
from wardwise.chapters.statutory_coverage.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="statutory_coverage",
    title="What the law asks, and where it is met",
    question="What does the law ask of this assessment, and where is it met?",
    needs=(),
    analyse=analyse,
    write=write,
)

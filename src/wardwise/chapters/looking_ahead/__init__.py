"""What is to be expected next, and what stood out last quarter?"""

from wardwise.chapters.looking_ahead.analyse import analyse
from wardwise.chapters.looking_ahead.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="looking_ahead",
    title="Looking ahead",
    question="What is to be expected next, and what stood out last quarter?",
    needs=(),
    analyse=analyse,
    write=write,
)

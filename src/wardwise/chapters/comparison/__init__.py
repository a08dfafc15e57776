"""How does the partnership compare with those like it, with its force and with the country?"""

from wardwise.chapters.comparison.analyse import analyse
from wardwise.chapters.comparison.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="comparison",
    title="How the partnership compares",
    question="How does crime here compare with similar partnerships, the force and the country?",
    needs=(),
    analyse=analyse,
    write=write,
)

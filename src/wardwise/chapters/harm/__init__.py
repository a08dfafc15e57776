"""Which offences weigh most, and where?"""

from wardwise.chapters.harm.analyse import analyse
from wardwise.chapters.harm.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="harm",
    title="Harm",
    question="Which offences weigh most, and where?",
    needs=("harm",),
    analyse=analyse,
    write=write,
)

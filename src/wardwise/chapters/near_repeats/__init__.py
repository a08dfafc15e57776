"""After one crime, how near and for how long is the next one likelier?"""

from wardwise.chapters.near_repeats.analyse import analyse
from wardwise.chapters.near_repeats.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="near_repeats",
    title="Near repeats",
    question="After one crime, how near and for how long is the next one likelier?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: bool(found.offences),
)

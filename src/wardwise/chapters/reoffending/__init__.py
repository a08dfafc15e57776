"""Of those dealt with or suspected once, how many offend again, and is it as was predicted?"""

from wardwise.chapters.reoffending.analyse import analyse
from wardwise.chapters.reoffending.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="reoffending",
    title="Reoffending",
    question="How many of those dealt with once offend again, and is it as was predicted?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.is_told,
)

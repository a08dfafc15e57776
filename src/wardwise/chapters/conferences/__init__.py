"""What do the conferences on domestic abuse hear, who refers, and what comes of it?"""

from wardwise.chapters.conferences.analyse import analyse
from wardwise.chapters.conferences.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="conferences",
    title="Domestic abuse conferences",
    question="What do the conferences on domestic abuse hear, who refers, and what comes of it?",
    needs=(),
    analyse=analyse,
    write=write,
    is_told=lambda found: found.is_told,
)

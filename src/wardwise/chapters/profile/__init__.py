"""What is known of each proposed priority, in the seven parts of the 2007 process?"""

from wardwise.chapters.profile.analyse import analyse
from wardwise.chapters.profile.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="profile",
    title="Profiles of the proposed priorities",
    question="What is known of each proposed priority, and what follows from it?",
    needs=(),
    analyse=analyse,
    write=write,
)

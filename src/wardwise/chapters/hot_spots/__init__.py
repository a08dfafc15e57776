"""Where do offences lie together beyond chance, for how long, and does that foretell?"""

from wardwise.chapters.hot_spots.analyse import analyse
from wardwise.chapters.hot_spots.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="hot_spots",
    title="Hot spots",
    question="Where do offences lie together beyond chance, and do they stay there?",
    needs=(),
    analyse=analyse,
    write=write,
)

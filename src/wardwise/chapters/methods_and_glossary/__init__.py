"""How every figure was worked out, what the words mean, and which tables were used."""

from wardwise.chapters.methods_and_glossary.analyse import analyse
from wardwise.chapters.methods_and_glossary.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="methods_and_glossary",
    title="Methods and glossary",
    question="How was each figure worked out, and what do the words mean?",
    needs=(),
    analyse=analyse,
    write=write,
)

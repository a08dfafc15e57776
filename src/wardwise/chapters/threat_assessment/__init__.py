"""Which problems pose the greatest threat, and how far can the order be trusted?"""

from wardwise.chapters.threat_assessment.analyse import analyse
from wardwise.chapters.threat_assessment.write import write
from wardwise.figures.chapter import Chapter


CHAPTER = Chapter(
    name="threat_assessment",
    title="Threat assessment",
    question="Which problems pose the greatest threat, and how far can the order be trusted?",
    needs=(),
    analyse=analyse,
    write=write,
)

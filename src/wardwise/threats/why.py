"""Why each candidate is proposed or is not, in sentences that follow its own evidence."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.threats.case import speaks_against, speaks_for
from wardwise.threats.decided import decided_words
from wardwise.threats.facts import Fact, facts
from wardwise.threats.field import Field, Scored
from wardwise.threats.propose import Proposal, why_watched
from wardwise.threats.reason import (
    Reason,
    first_of,
    joined,
    place,
    plain,
    rate,
    reason,
    sentence,
    share,
)


MOST_FACTS = 8

ALWAYS_SAID = ("trend", "forecast", "peers", "public_concern")
"""Facts for a candidate that are said however little they weigh."""


MUST_SAY = ("line", "unweighed")
"""Doubts about how a proposed candidate was scored: said whatever else is against it."""


def reasons(field: Field, proposal: Proposal) -> dict[str, Reason]:
    """Candidate → why. No two are of one shape while the evidence has more to tell them apart.

    Two facts are enough for most; where two candidates would read the same with the numbers
    swapped, the second says one more, and so on.
    """
    said: dict[str, Reason] = {}
    shapes: set[str] = set()
    for one in field.scored:
        for number in range(2, MOST_FACTS + 1):
            made = _why(one, field, proposal, number=number)
            if made.shape not in shapes:
                break
        shapes.add(made.shape)
        said[one.name] = made
    return said


def _why(one: Scored, field: Field, proposal: Proposal, *, number: int) -> Reason:
    decision = proposal.decided.get(one.name)
    if decision is not None:
        word = "Proposed" if decision.propose else "Not proposed"
        start = plain(f"{word} by decision: {_stopped(decision.reason)}")
        return joined([start, *_standing(one, field, proposal)])
    if isinstance(one.risk, NotKnown):
        return _not_known(one, field)
    if one.evidence.is_nil:
        return reason("None was recorded in the year.")
    if one.name in proposal.names:
        return _for(one, field, proposal, number=number)
    return _against(one, field, proposal, number=number)


def _for(one: Scored, field: Field, proposal: Proposal, *, number: int) -> Reason:
    found = facts(one, field)
    lifting = speaks_for(one, field, proposal)
    hardest = list(lifting[:number])
    telling = [fact for fact in lifting[number:] if fact.about in ALWAYS_SAID]
    against = speaks_against(one, field, proposal)
    told = [*against[:number], *(each for each in against[number:] if each.about in MUST_SAY)]
    plainly = [fact for fact in _neutral(found) if fact.about not in _spoken_of(told)]
    beside = [fact for fact in found if fact.about == "concentration"]
    said = [*hardest, *telling, *plainly[: number - len(hardest)], *beside]
    sentences = [sentence(fact.clause) for fact in said]
    held = [] if any(fact.about == "open" for fact in told) else [_held(one, field)]
    return joined([*sentences, _list("Against it: ", told), *held])


def _spoken_of(told: list[Fact]) -> set[str]:
    """What is said against it, and so not said for it as well; "level" is of change and place."""
    about = {fact.about for fact in told}
    return about | ({"trend", "peers"} if "level" in about else set())


def _neutral(found: list[Fact]) -> list[Fact]:
    """Facts that push neither way: they say what the problem is where nothing stands out."""
    order = ("severity", "judged", "trend", "volume", "peers")
    level = [fact for fact in found if fact.push == 0 and fact.about in order]
    return sorted(level, key=lambda fact: order.index(fact.about))


def _against(one: Scored, field: Field, proposal: Proposal, *, number: int) -> Reason:
    """What decided against the last that is proposed, and what keeps it in view all the same."""
    rival = last_by_score(field, proposal)
    if rival is None or one.name in proposal.passed_over:
        return joined(_standing(one, field, proposal))
    sentences = [decided_words(one, rival, field, number=number - 1)]
    if one.level == max(other.level for other in _left_out(field, proposal)):
        sentences.insert(0, plain("It is next in line."))
    watched = why_watched(one, proposal)
    if watched:
        sentences.append(_watched(one, field, watched))
    return joined(sentences)


def _left_out(field: Field, proposal: Proposal) -> list[Scored]:
    told = (*proposal.names, *proposal.passed_over, *proposal.decided)
    return [one for one in field.counted if one.name not in told]


def _watched(one: Scored, field: Field, because: str) -> Reason:
    if one.evidence.verdict is Verdict.ROSE:
        return reason(f"It is watched because {because}.")
    words = f"It is watched because {because}: {{top_percent}} of the trials have it"
    return reason(f"{words} {first_of(field.k)}.", top_percent=share(one.share.top_percent))


def _standing(one: Scored, field: Field, proposal: Proposal) -> list[Reason]:
    """Where the score puts it, and how near that is to the last one proposed."""
    if isinstance(one.rank, NotKnown):
        return [_not_known(one, field)]
    stands = {"rank": place(one.rank)}
    relative = proposal.passed_over.get(one.name)
    if relative:
        is_part = relative in one.evidence.within
        words = (
            f"it is part of {relative}, which is proposed"
            if is_part
            else (f"{relative}, which is part of it, is proposed instead")
        )
        return [reason("By its score it stands {rank}; ", **stands) + plain(words + ".")]
    last = last_by_score(field, proposal)
    if one.name in proposal.names or last is None or last.value <= one.value:
        return [reason("By its score it stands {rank}.", **stands), _drawn(one, field)]
    gap = {"gap": rate(last.value - one.value)}
    words = "By its score it stands {rank}, {gap} below the last that is proposed."
    return [reason(words, **stands, **gap), _drawn(one, field)]


def last_by_score(field: Field, proposal: Proposal) -> Scored | None:
    """Who got the last place that the score gave away; of two alike, the later in order."""
    chosen = [
        one
        for one in field.counted
        if one.name in proposal.names and one.name not in proposal.decided
    ]
    return max(chosen, key=lambda one: proposal.names.index(one.name), default=None)


def _not_known(one: Scored, field: Field) -> Reason:
    volume = one.evidence.volume
    why = volume.reason if isinstance(volume, NotKnown) else "too little is known to score it"
    sentences = [plain(f"Not scored: {_stopped(why)}")]
    if one.evidence.data_needed:
        sentences.append(plain(f"Needed: {_stopped(one.evidence.data_needed)}"))
    if one.evidence.held_by:
        sentences.append(plain(f"Held by: {_stopped(one.evidence.held_by)}"))
    judged = next((fact for fact in facts(one, field) if fact.about == "judged"), None)
    if judged is not None:
        sentences.append(sentence(judged.clause))
    words = (
        f"If its likelihood could be anything, it would be {first_of(field.k)} in {{top_percent}} "
        "of the trials."
    )
    sentences.append(reason(words, top_percent=share(one.share.top_percent)))
    return joined(sentences)


def _held(one: Scored, field: Field) -> Reason:
    """How firmly it holds its place, in words that follow the share of draws."""
    percent, first = round(one.share.top_percent), first_of(field.k)  # as it is printed
    if percent >= 95:
        words = f"Other weights hardly move it: {{top_percent}} of the trials have it {first}."
    elif percent >= 75:
        words = f"It holds its place {first} in {{top_percent}} of the trials."
    elif percent >= 50:
        words = f"Its place hangs on the weights: it is {first} in {{top_percent}} of the trials."
    else:
        words = f"Treat its place as open: only {{top_percent}} of the trials have it {first}."
    return reason(words, top_percent=share(one.share.top_percent))


def _drawn(one: Scored, field: Field) -> Reason:
    """The same for one that is not proposed."""
    percent, first = one.share.top_percent, first_of(field.k)
    marks = {"top_percent": share(percent)}
    if percent < 1:
        return reason(f"It comes {first} in hardly any draw ({{top_percent}}).", **marks)
    if percent < 50:
        return reason(f"It comes {first} in {{top_percent}} of the trials.", **marks)
    return reason(f"It comes {first} in {{top_percent}} of the trials, a near thing.", **marks)


def _list(start: str, held: list[Fact]) -> Reason:
    made = reason(start) + held[0].clause
    for fact in held[1:]:
        made = made + "; " + fact.clause
    return made + "."


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."

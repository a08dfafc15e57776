"""Why each candidate is proposed or is not, in sentences that follow its own evidence."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown
from wardwise.threats.facts import Fact, facts
from wardwise.threats.field import Field, Scored
from wardwise.threats.propose import Proposal, why_watched
from wardwise.threats.reason import (
    Reason,
    in_words,
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
        return _for(one, field, number=number)
    return _against(one, field, proposal, number=number)


def _for(one: Scored, field: Field, *, number: int) -> Reason:
    found = facts(one, field)
    lifting = [fact for fact in found if fact.push > 0]
    hardest = lifting[:number]
    telling = [fact for fact in lifting[number:] if fact.about in ALWAYS_SAID]
    plainly = _neutral(found)[: number - len(hardest)]
    beside = [fact for fact in found if fact.about == "concentration"]
    lowering = [fact for fact in found if fact.push < 0][: number - 1]
    said = _led([*hardest, *telling, *beside]) + plainly
    sentences = [sentence(fact.clause) for fact in said]
    if lowering:
        sentences.append(_list("Against it: ", lowering))
    return joined([*sentences, *_unweighed(one), _held(one, field)])


def _neutral(found: list[Fact]) -> list[Fact]:
    """Facts that push neither way: they say what the problem is where nothing stands out."""
    order = ("severity", "judged", "trend", "volume", "peers")
    level = [fact for fact in found if fact.push == 0 and fact.about in order]
    return sorted(level, key=lambda fact: order.index(fact.about))


def _led(held: list[Fact]) -> list[Fact]:
    """A growing problem leads with its growth, a concentrated one with its places."""
    leads = ("trend", "concentration")
    return sorted(held, key=lambda fact: leads.index(fact.about) if fact.about in leads else 9)


def _against(one: Scored, field: Field, proposal: Proposal, *, number: int) -> Reason:
    found = facts(one, field)
    lowering = [fact for fact in found if fact.push < 0][:number]
    lifting = [fact for fact in found if fact.push > 0][: number - 1]
    plainly = _neutral(found)[: max(number - 2, 0 if lowering or lifting else 1)]
    sentences = [sentence(fact.clause) for fact in (lowering or lifting) + plainly]
    if lowering and lifting:
        sentences.append(_list("For it: ", lifting))
    watched = why_watched(one, proposal)
    if watched:
        sentences.append(reason(f"It is watched because {watched}."))
    return joined([*sentences, *_unweighed(one), *_standing(one, field, proposal)])


def _unweighed(one: Scored) -> list[Reason]:
    """What has no severity has a harm that rests on judgement alone, and that is said."""
    if not isinstance(one.scores["severity"].score, NotKnown):
        return []
    return [plain("It has no severity weight, so its harm rests on judgement alone.")]


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
    last = _last_by_score(field, proposal)
    if one.name in proposal.names or last is None or last.value <= one.value:
        return [reason("By its score it stands {rank}.", **stands), _drawn(one, field)]
    gap = {"gap": rate(last.value - one.value)}
    words = "By its score it stands {rank}, {gap} below the last that is proposed."
    return [reason(words, **stands, **gap), _drawn(one, field)]


def _last_by_score(field: Field, proposal: Proposal) -> Scored | None:
    chosen = [
        one
        for one in field.counted
        if one.name in proposal.names and one.name not in proposal.decided
    ]
    return min(chosen, key=lambda one: one.value, default=None)


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
        f"If its likelihood could be anything, it would be {_first(field.k)} in {{top_percent}} of"
        " the draws."
    )
    sentences.append(reason(words, top_percent=share(one.share.top_percent)))
    return joined(sentences)


def _held(one: Scored, field: Field) -> Reason:
    """How firmly it holds its place, in words that follow the share of draws."""
    percent, first = one.share.top_percent, _first(field.k)
    if percent >= 95:
        words = f"Other weights would hardly move it: {{top_percent}} of the draws have it {first}."
    elif percent >= 75:
        words = f"It holds its place {first} in {{top_percent}} of the draws."
    elif percent >= 50:
        words = f"Its place hangs on the weights: it is {first} in {{top_percent}} of the draws."
    else:
        words = f"Treat its place as open: only {{top_percent}} of the draws have it {first}."
    return reason(words, top_percent=share(percent))


def _drawn(one: Scored, field: Field) -> Reason:
    """The same for one that is not proposed."""
    percent, first = one.share.top_percent, _first(field.k)
    marks = {"top_percent": share(percent)}
    if percent < 1:
        return reason(f"It comes {first} in hardly any draw ({{top_percent}}).", **marks)
    if percent < 50:
        return reason(f"It comes {first} in {{top_percent}} of the draws.", **marks)
    return reason(f"It comes {first} in {{top_percent}} of the draws, a near thing.", **marks)


def _first(k: int) -> str:
    return "first" if k == 1 else f"among the first {in_words(k)}"


def _list(start: str, held: list[Fact]) -> Reason:
    made = reason(start) + held[0].clause
    for fact in held[1:]:
        made = made + "; " + fact.clause
    return made + "."


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."

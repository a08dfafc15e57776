"""Of what kinds the incidents of a theme are, where no person in them is described."""

from __future__ import annotations

from wardwise.chapters.profile.findings import OwnCounts, Profile
from wardwise.chapters.profile.returned_words import kind_called
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.sources import counted_in, source_line
from wardwise.document.text import say
from wardwise.document.words import between, percent, whole
from wardwise.domain.nothing import NotKnown


def kinds_table(profile: Profile) -> tuple[Table, ...]:
    """One row a kind; nothing where the priority is made of crimes."""
    own = profile.own
    if not isinstance(own, OwnCounts) or isinstance(own.kinds, NotKnown):
        return ()
    groups = own.kinds
    return (
        Table(
            name=f"profile-{profile.slug}-kinds",
            caption=f"{profile.name}: of what kind, {own.period.label}",
            columns=(
                Column("Kind", Align.LEFT),
                Column(counted_in(own.source).capitalize()),
                Column("Share"),
                Column("95% interval", quiet=True),
            ),
            rows=tuple(
                (
                    kind_called(one.name),
                    whole(one.count),
                    percent(one.share, 0),
                    between(one.share, 0, "%"),
                )
                for one in groups.groups
            ),
            notes=(say("A kind of too few to be printed is withheld."),) if groups.hides else (),
            source=source_line(own.source, own.period),
        ),
    )

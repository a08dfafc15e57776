"""Names that nobody has: made of our own syllables, so that they can be hunted for."""

from __future__ import annotations

from itertools import product


FORENAMES_F = (
    "Aldwena", "Brisolde", "Cathmira", "Dorwyna", "Elspira", "Fenolla", "Gwendrith", "Hesperine",
    "Isobrane", "Jorunelle", "Kestrina", "Lysmara", "Merrowyn", "Nethelda", "Ottoline", "Perrindra",
    "Quenilda", "Rosamere", "Sythella", "Thornessa", "Ulmadine", "Verbenia", "Wystara", "Yselwyn",
)  # fmt: skip
FORENAMES_M = (
    "Aldrec", "Brimoth", "Corvane", "Dunmar", "Edrulf", "Farrowan", "Garrimond", "Hobrian",
    "Ivorane", "Jasperil", "Kenrulf", "Lorimand", "Morvane", "Nethric", "Osbrand", "Peregrane",
    "Quillan", "Rothmund", "Sigwart", "Tamblyn", "Ulfrec", "Vintern", "Wystric", "Yorrick",
)  # fmt: skip
_FIRST = ("Thistle", "Bramble", "Quill", "Fennel", "Grimble", "Hazzle", "Inkle", "Jolliver",
          "Kettle", "Lumber", "Muddle", "Nettle", "Ospring", "Pebble", "Quibble", "Rumble",
          "Saffle", "Tumble", "Umber", "Vetchel", "Wimble", "Yarble", "Zeddle", "Crimple",
          "Dapple", "Elding", "Gobble", "Hummle", "Ingle", "Jumble")  # fmt: skip
_SECOND = ("thwaitely", "forthing", "wickham-on", "dykeson", "garthley", "mortlake-y", "puddock",
           "rakeson", "snaithe", "throppe", "uffing", "verrow", "wharram", "yoxley", "zeal-hay",
           "bottomwhite", "crumpton", "dibbley", "fothergilly", "grubbins")  # fmt: skip
SURNAMES = tuple(first + second.replace("-", "") for first, second in product(_FIRST, _SECOND))

MAIL = "post.exampleshire.example"
"""No such name can be registered: RFC 2606 keeps .example for examples."""
TELEPHONE = "07700 900"
"""Ofcom keeps 07700 900000 to 900999 for stories."""
TOLD = (
    "{victim} came home and found the door forced; she can be reached on {telephone}",
    "Informant {victim} of {address} gave a description of two people",
    "{victim} (mail {mail}) was approached from behind",
    "Attended {address}. {victim} did not wish to make a statement",
)
"""What officers write; every line holds somebody's details."""

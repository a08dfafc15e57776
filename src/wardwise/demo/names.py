"""Names of the made-up country: none is a real partnership, ward or force."""

from __future__ import annotations


HOME = "E06999001"
"""Exampleshire. No real code has a number that high."""

FORCES = (
    ("E23999001", "Midshire"),
    ("E23999002", "Eastmarch"),
    ("E23999003", "Saltreach"),
    ("E23999004", "Northfold"),
    ("E23999005", "Westwater"),
)

# name, force, residents, LSOAs
DISTRICTS = (
    ("Exampleshire", 0, 210_000, 125),
    ("Thrushcombe", 0, 148_000, 88),
    ("Larkminster", 0, 164_000, 97),
    ("Wenbrook Vale", 0, 118_000, 70),
    ("Aldermarsh", 1, 182_000, 30),
    ("Brackenholt", 1, 131_000, 24),
    ("Corvale", 1, 226_000, 36),
    ("Dunsmoor Cross", 1, 97_000, 18),
    ("Eastwithy", 1, 154_000, 26),
    ("Fernhallow", 2, 203_000, 33),
    ("Galewick", 2, 118_000, 20),
    ("Hobmere", 2, 169_000, 28),
    ("Inglestead", 2, 88_000, 16),
    ("Jackdaw Hills", 2, 76_000, 14),
    ("Kestrelbridge", 3, 241_000, 38),
    ("Lindenhay", 3, 139_000, 24),
    ("Marlcaster", 3, 276_000, 42),
    ("Nettlefold Bay", 3, 112_000, 20),
    ("Oakenshott", 3, 158_000, 26),
    ("Pipers Reach", 4, 193_000, 32),
    ("Quillborough", 4, 217_000, 35),
    ("Rookhampton", 4, 145_000, 24),
    ("Saltwhistle", 4, 126_000, 22),
    ("Tansybridge", 4, 174_000, 29),
)

# Two districts that share one partnership, as some real ones do
SHARED_PARTNERSHIP = ("Inglestead", "Jackdaw Hills", "Inglestead and the Hills")

# From the middle of the town outwards
WARDS = (
    "Market and Minster", "Castle Hythe", "Draper's Field", "Lamplight", "Old Staithe",
    "Priory and St Wendred's", "Tollhouse", "Abbot's Quay", "Barleymead", "Elmhanger",
    "Foxglove Rise", "Swanpool", "Rushey Meadow", "Ivygate", "Kilnfield",
    "Quarrybank East", "Nightingale Wood", "Mallowdown", "Juniper Heath", "Long Pasture",
)  # fmt: skip

STREETS = (
    "Acorn", "Bakehouse", "Barque", "Beechnut", "Bellflower", "Blacksmith's", "Bramble", "Brindle",
    "Canary", "Capstan", "Chandler's", "Cherry", "Clover", "Cobbler's", "Cooper's", "Cormorant",
    "Damson", "Dovecote", "Dyer's", "Elder", "Fallow", "Ferryman's", "Fiddler's", "Flint",
    "Foundry", "Friar's", "Garland", "Goldfinch", "Gorse", "Granary", "Guillemot", "Harrow",
    "Hawthorn", "Hazel", "Heron", "Hopfield", "Ironmonger's", "Juniper", "Kingfisher", "Lantern",
    "Larch", "Lavender", "Lockkeeper's", "Lupin", "Maltings", "Mariner's", "Meadow", "Medlar",
    "Millrace", "Mulberry", "Oyster", "Packhorse", "Paddock", "Partridge", "Pear Tree", "Pilgrim",
    "Plover", "Poplar", "Quarry", "Quince", "Ropewalk", "Rowan", "Saddler's", "Sandpiper",
    "Sexton's", "Shearwater", "Shepherd's", "Skylark", "Sorrel", "Spindle", "Staithe", "Sycamore",
    "Tanner's", "Teasel", "Thatcher's", "Thistle", "Turnstile", "Vicarage", "Wagtail", "Walnut",
    "Watermill", "Weaver's", "Wherry", "Willow", "Windmill", "Woodpecker", "Yarrow", "Yewtree",
)  # fmt: skip
STREET_KINDS = ("Road", "Street", "Lane", "Close", "Avenue", "Way", "Drive", "Terrace", "Gardens")
BUILDINGS = ("Supermarket", "Parking Area", "Petrol Station", "Shopping Area", "Nightclub",
             "Park/Open Space", "Sports/Recreation Area", "Hospital", "Bus/Coach Station",
             "Lower Quay, Harbour Steps")  # fmt: skip

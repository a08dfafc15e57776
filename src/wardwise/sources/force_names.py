"""One police force under the several names that suppliers give it.

data.police.uk writes 'Devon & Cornwall Police' in rows and 'devon-and-cornwall' in file
names, the Home Office 'Devon and Cornwall', ONS 'Devon & Cornwall' and 'London, City of'.
"""

from __future__ import annotations

import re


# Words that name the kind of body and not the place
_BODY = re.compile(r"\b(police|service|constabulary|heddlu|force|area|the)\b")

# Names that differ in more than those words
_SAME = {
    "btp": "british transport",
    "city of": "city of london",
    "city of london of": "city of london",
    "london city of": "city of london",
    "met": "metropolitan",
    "psni": "northern ireland",
    "of northern ireland": "northern ireland",
    "hampshire and isle of wight": "hampshire",
    "de cymru": "south wales",
    "gogledd cymru": "north wales",
    "dyfed powys": "dyfed powys",
}


def force_key(name: str) -> str:
    """The part of a force's name that all suppliers share.

    >>> force_key("Devon & Cornwall Police") == force_key("devon-and-cornwall")
    True
    >>> force_key("London, City of") == force_key("City of London Police")
    True
    """
    text = name.casefold().replace("&", " and ").replace(",", " ").replace("-", " ")
    text = " ".join(_BODY.sub(" ", text).split())
    return _SAME.get(text, text)

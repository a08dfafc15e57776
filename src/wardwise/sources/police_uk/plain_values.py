"""The values that counting needs, decoded from the bytes of a plain file.

Numbers are compared and decoded eight bytes at a time, as one 64-bit word ("SIMD within a
register"). Every function gives None where a value is not of the plain form.

References
----------
L. Lamport, "Multiple byte processing with full-word instructions", Communications of the
ACM 18 (1975) 471-475.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.plain_fields import Eights, PlainFields
from wardwise.sources.police_uk.raw_lines import Positions
from wardwise.sources.police_uk.schema import EAST, NORTH, SOUTH, WEST


Numbers = NDArray[np.int64]

MINUS, POINT, ZERO, WALES = 45, 46, 48, 87
LONGEST = 32


def _each_byte(value: int) -> np.uint64:
    return np.uint64(value * 0x0101010101010101)


def _words(text: bytes) -> list[int]:
    """A text of up to 32 bytes as four words, the last eight bytes first."""
    padded = text.rjust(LONGEST, b"\0")
    return [int.from_bytes(padded[at : at + 8], "little") for at in (24, 16, 8, 0)]


_TYPES = [name.encode() for name in POLICE_UK_OFFENCES]
_TYPE_WORDS = np.array([_words(name) for name in _TYPES], dtype=np.uint64).T.copy()
_TYPE_MASKS = np.array([_words(b"\xff" * len(name)) for name in _TYPES], dtype=np.uint64).T.copy()

# No two crime types share their length and their last two letters
_BY_ENDING = np.full(LONGEST << 16, -1, dtype=np.int8)
for _number, _name in enumerate(_TYPES):
    _BY_ENDING[len(_name) << 16 | int.from_bytes(_name[-2:], "little")] = _number

# The last n of eight bytes
_LAST = np.array([0] + [2**64 - 2 ** (64 - 8 * n) for n in range(1, 9)], dtype=np.uint64)


def plain_offences(fields: PlainFields) -> Numbers | None:
    """Offence number of every row."""
    begins, ends = fields.field("Crime type")
    length = ends - begins
    if int(length.min()) < 1 or int(length.max()) >= LONGEST:
        return None
    last = fields.eights[ends - 8]
    number = _BY_ENDING[length << 16 | (last >> np.uint64(48)).astype(np.int64)].astype(np.int64)
    if int(number.min()) < 0:
        return None
    differs = (last ^ _TYPE_WORDS[0][number]) & _TYPE_MASKS[0][number]
    for at in (1, 2, 3):
        word = fields.eights[ends - 8 * (at + 1)]
        differs |= (word ^ _TYPE_WORDS[at][number]) & _TYPE_MASKS[at][number]
    return None if differs.any() else number


def plain_places(fields: PlainFields, *, places: PlaceNumbers) -> Numbers | None:
    """Place number of every row: LSOA 2021 or none. Any other code is not plain."""
    begins, ends = fields.field("LSOA code")
    is_coded = ends - begins == 9
    if not (is_coded | (ends == begins)).all():
        return None
    digits = fields.eights[begins + 1]
    if not _are_digits(digits)[is_coded].all():
        return None
    number = np.where(is_coded, _value(digits), 0)
    # 'E01' and 'W01' stand before six digits; 0 stands for no code
    row = np.where(is_coded, number - 1_000_000, len(places.by_digits[0]) - 1)
    if int(row.min()) < 0 or int(row.max()) >= len(places.by_digits[0]):
        return None
    country = fields.data[begins]
    if not ((country == ord("E")) | (country == WALES) | ~is_coded).all():
        return None
    found = places.by_digits[(country == WALES).astype(np.int64), row]
    found = np.where(is_coded, found, places.NO_CODE)
    return None if (found == places.UNKNOWN).any() else found


def points_are_plain(fields: PlainFields) -> bool:
    """Whether every point is two decimal numbers in or near the country, or not there."""
    return _is_degrees(fields, "Longitude", whole=1, low=WEST, high=EAST) and _is_degrees(
        fields, "Latitude", whole=2, low=SOUTH, high=NORTH
    )


def _is_degrees(fields: PlainFields, column: str, *, whole: int, low: float, high: float) -> bool:
    begins, ends = fields.field(column)
    is_there = ends > begins
    begins, ends = begins[is_there], ends[is_there]
    if not len(begins):
        return True
    is_west = fields.data[begins] == MINUS
    first = begins + is_west
    decimals = ends - first - whole - 1
    if int(decimals.min()) < 1 or int(decimals.max()) > 8:
        return False
    if not (fields.data[first + whole] == POINT).all():
        return False
    after = fields.eights[ends - 8] & _LAST[decimals] | _each_byte(ZERO) & ~_LAST[decimals]
    degrees = _whole_number(fields, first, whole)
    degrees = np.where(is_west, -degrees - 1, degrees)  # -0.4 lies between -1 and 0
    is_within = (degrees >= low) & (degrees < high)
    return bool(_are_digits(after).all() and is_within.all())


def _whole_number(fields: PlainFields, first: Positions, whole: int) -> Numbers:
    """The number in ``whole`` characters; far out of range if one is not a digit."""
    number = np.zeros(len(first), dtype=np.int64)
    for at in range(whole):
        digit = fields.data[first + at].astype(np.int64) - ZERO
        number = number * 10 + np.where((digit >= 0) & (digit <= 9), digit, 1000)
    return number


def _are_digits(words: Eights) -> NDArray[np.bool_]:
    """Whether all eight bytes of each word are digits."""
    value = words ^ _each_byte(ZERO)  # a digit becomes 0 to 9, anything else more
    are_digits: NDArray[np.bool_] = ((value | (value + _each_byte(0x76))) & _each_byte(0x80)) == 0
    return are_digits


def _value(words: Eights) -> Numbers:
    """The number that eight digits spell, by adding up pairs, fours and eights of them."""
    value = (words & _each_byte(0x0F)) * np.uint64(10 * 256 + 1) >> np.uint64(8)
    value = (value & np.uint64(0x00FF00FF00FF00FF)) * np.uint64(100 * 2**16 + 1) >> np.uint64(16)
    value = (value & np.uint64(0x0000FFFF0000FFFF)) * np.uint64(10_000 * 2**32 + 1)
    return (value >> np.uint64(32)).astype(np.int64)

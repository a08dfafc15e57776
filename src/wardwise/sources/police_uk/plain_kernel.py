"""Walk once over the bytes of a plain street file: check every field and count every row.

Each step takes the comma before a field and gives the comma after it, or NOT_PLAIN, which
goes through all later steps. Eight bytes are looked at as one word; where some are marked,
the lowest mark is exact and only the lowest is used. Numbers of 64 bits wrap around.

The file must be followed by bytes of nought: every search ends there. Each function also runs
as plain Python, which is how the tests see its lines.

References
----------
L. Lamport, "Multiple byte processing with full-word instructions", Communications of the
ACM 18 (1975) 471-475.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.plain_bytes import Bytes, byte_at, word_at
from wardwise.sources.police_uk.plain_forms import (
    Alike,
    Counts,
    Found,
    Lists,
    Text,
    Words,
)
from wardwise.sources.police_uk.schema import EAST, NORTH, SOUTH, WEST


NOT_PLAIN = -1
ROWS, REPEATS, CELLS, BEYOND_ASCII = range(4)  # see ``Found.totals``
ID_LENGTH = 64
TYPES = 16  # places in a row of counts: 14 crime types, rounded up
LONGEST = 32  # bytes of a crime type, and one
ROW_BITS = 24  # of a number that holds a row beside a fingerprint

NEWLINE, RETURN, QUOTE, COMMA, MINUS = 10, 13, 34, 44, 45
POINT, ZERO, ENGLAND, WALES = 46, 48, 69, 87
_WEST, _EAST, _SOUTH, _NORTH = int(WEST), int(EAST), int(SOUTH), int(NORTH)
_UNKNOWN, _NO_CODE = PlaceNumbers.UNKNOWN, PlaceNumbers.NO_CODE


def _each_byte(value: int) -> np.uint64:
    return np.uint64(value * 0x0101010101010101)


_NONE, _ONE, _SEVEN, _EIGHT, _TOP = (np.uint64(n) for n in (0, 1, 7, 8, 56))
_SIXTEEN, _ROW_BITS, _HALF, _LAST_TWO = (np.uint64(n) for n in (16, ROW_BITS, 32, 48))
_ONES, _HIGHS, _LOWS = _each_byte(1), _each_byte(0x80), _each_byte(0x0F)
_COMMAS, _QUOTES, _SPACES, _ZEROS = (_each_byte(n) for n in (COMMA, QUOTE, 32, ZERO))
_FROM_ZERO, _OVER_NINE = _each_byte(0x80 - ZERO), _each_byte(0x80 - 10)
_ORDER = np.uint64(0x0001020304050607)
_PAIRS, _FOURS = np.uint64(0x00FF00FF00FF00FF), np.uint64(0x0000FFFF0000FFFF)
_BY_PAIRS, _BY_FOURS = np.uint64(10 << 8 | 1), np.uint64(100 << 16 | 1)
_BY_EIGHTS = np.uint64(10_000 << 32 | 1)
_ROW = np.uint64((1 << ROW_BITS) - 1)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / the golden ratio: spreads what it multiplies


def _first_marked(marks: np.uint64) -> int:
    lowest = marks & (~marks + _ONE)
    return int(np.int64(((lowest >> _SEVEN) * _ORDER) >> _TOP))


def _text_end(data: Bytes, at: int) -> int:
    """The first comma, quotation mark or control character from a byte on."""
    while True:
        word = word_at(data, at)
        comma, quote = word ^ _COMMAS, word ^ _QUOTES
        ends = ((comma - _ONES) & ~comma) | ((quote - _ONES) & ~quote)
        marks = (ends | ((word - _SPACES) & ~word)) & _HIGHS
        if marks != _NONE:
            return at + _first_marked(marks)
        at += 8


def _not_digits(word: np.uint64) -> np.uint64:
    value = word ^ _ZEROS  # a digit becomes 0 to 9, anything else more
    return (value | (value + _OVER_NINE)) & _HIGHS


def _value(digits: np.uint64) -> int:
    value = ((digits & _LOWS) * _BY_PAIRS) >> _EIGHT
    value = ((value & _PAIRS) * _BY_FOURS) >> _SIXTEEN
    return int(np.int64(((value & _FOURS) * _BY_EIGHTS) >> _HALF))


def _field_end(data: Bytes, at: int) -> int:
    """Past a text, which may stand in quotation marks as a whole."""
    if at < 0:
        return NOT_PLAIN
    if byte_at(data, at + 1) == QUOTE:
        end = _text_end(data, at + 2)
        while byte_at(data, end) == COMMA:
            end = _text_end(data, end + 1)
        end += 1 if byte_at(data, end) == QUOTE else 0
    else:
        end = _text_end(data, at + 1)
    return end if byte_at(data, end) == COMMA else NOT_PLAIN


def _line_end(data: Bytes, at: int) -> int:
    """Past the last field: the next row's first byte."""
    if at < 0:
        return NOT_PLAIN
    end = _text_end(data, at + 1)
    end += 1 if byte_at(data, end) == RETURN else 0
    return end + 1 if byte_at(data, end) == NEWLINE else NOT_PLAIN


def _fingerprint(data: Bytes, at: int) -> np.uint64:
    """Of the 64 bytes of a Crime ID; 0 if there is a comma or anything below a digit in them."""
    mixed, high, low = _GOLDEN, _NONE, _HIGHS
    for number in range(0, ID_LENGTH, 8):
        word = word_at(data, at + number)
        high |= word
        low &= word + _FROM_ZERO
        mixed = (mixed ^ word) * _GOLDEN
    is_plain = (high & _HIGHS) == _NONE and (low & _HIGHS) == _HIGHS
    return mixed | _ONE if is_plain else _NONE


def _seen_before(seen: Words, mixed: np.uint64, row: int) -> int:
    """The row with the same fingerprint, or -1 and the row is remembered."""
    last = len(seen) - 1
    own = mixed << _ROW_BITS  # 40 bits of the fingerprint, over 24 of the row
    slot = np.int64(mixed >> _HALF) & last
    while seen[slot] != _NONE:
        if seen[slot] & ~_ROW == own:
            return int(np.int64(seen[slot] & _ROW)) - 1
        slot = (slot + 1) & last
    seen[slot] = own | np.uint64(row + 1)
    return -1


def _alike_end(data: Bytes, at: int, words: Words, length: int) -> int:
    """Past month and force, if they are as in every row."""
    differs = _NONE
    for number in range(len(words)):
        differs |= word_at(data, at + min(8 * number, length - 8)) ^ words[number]
    return at + length - 1 if differs == _NONE else NOT_PLAIN


def _degrees_end(data: Bytes, at: int, whole: int, low: int, high: int) -> int:
    """Past nothing, or past a number with that many digits before the point."""
    if at < 0 or byte_at(data, at + 1) == COMMA:
        return at if at < 0 else at + 1
    is_west = byte_at(data, at + 1) == MINUS
    at += 2 if is_west else 1
    degrees = 0
    for number in range(whole):
        digit = byte_at(data, at + number) - ZERO
        degrees = degrees * 10 + (digit if 0 <= digit <= 9 else 1000)
    degrees = -degrees - 1 if is_west else degrees  # -0.4 lies between -1 and 0
    if byte_at(data, at + whole) != POINT or degrees < low or degrees >= high:
        return NOT_PLAIN
    others = _not_digits(word_at(data, at + whole + 1))
    decimals = 8 if others == _NONE else _first_marked(others)
    end = at + whole + 1 + decimals
    return end if decimals > 0 and byte_at(data, end) == COMMA else NOT_PLAIN


def _place(data: Bytes, at: int, by_digits: Counts) -> int:
    """Number of the LSOA 2021 or of one carried whole. Any other code is not plain."""
    if at < 0 or byte_at(data, at + 1) == COMMA:
        return _UNKNOWN if at < 0 else _NO_CODE
    country, digits = byte_at(data, at + 1), word_at(data, at + 2)
    is_code = country in (ENGLAND, WALES)
    if not is_code or _not_digits(digits) != _NONE or byte_at(data, at + 10) != COMMA:
        return _UNKNOWN
    row = _value(digits) - 1_000_000  # 'E01' and 'W01' stand before six digits
    if row < 0 or row >= by_digits.shape[1]:
        return _UNKNOWN
    return int(by_digits[1 if country == WALES else 0, row])


def _offence(data: Bytes, at: int, end: int, lists: Lists) -> int:
    """Number of the crime type between two commas."""
    length = end - at - 1
    if end < 0 or length < 2 or length >= LONGEST:
        return NOT_PLAIN
    ending = np.int64(word_at(data, end - 8) >> _LAST_TWO)
    number = int(lists.by_ending[length << 16 | ending])
    differs = _NONE
    for count in range(4 if number >= 0 else 0):
        word = word_at(data, end - 8 * (count + 1))
        differs |= (word ^ lists.type_words[number, count]) & lists.type_masks[number, count]
    return number if differs == _NONE else NOT_PLAIN


def _gather(counts: Counts, is_counted: NDArray[np.bool_], cells: Counts) -> int:
    """The counts above nought in order of place and type, and nought in their stead."""
    cell = 0
    for place in range(len(is_counted)):
        for slot in range(place * TYPES, (place + is_counted[place]) * TYPES):
            if counts[slot]:
                cells[0, cell], cells[1, cell] = place - 1, slot - place * TYPES
                cells[2, cell] = counts[slot]
                counts[slot] = 0
                cell += 1
        is_counted[place] = False
    return cell


def _is_beyond_ascii(data: Bytes, size: int) -> bool:
    high = _NONE
    for at in range(0, size, 8):
        high |= word_at(data, at)
    return bool((high & _HIGHS) != _NONE)


def walk(text: Text, alike: Alike, lists: Lists, found: Found) -> bool:
    """Count a file. Whether it is plain; if it is not, what was found means nothing."""
    data, at, row, repeats = text.data, text.start, 0, 0
    found.seen[:] = _NONE
    while 0 <= at < text.size:
        found.starts[row] = at
        mixed = _fingerprint(data, at)  # the next comma but one is not yet known to be right
        if mixed != _NONE:
            before = _seen_before(found.seen, mixed, row)
            if before >= 0:
                found.repeats[repeats], found.repeats[repeats + 1] = before, row
                repeats += 2
            at += ID_LENGTH
        at = _alike_end(data, at, alike.words, alike.length)
        at = _degrees_end(data, at, 1, _WEST, _EAST)
        at = _degrees_end(data, at, 2, _SOUTH, _NORTH)
        at = _field_end(data, at)
        place = _place(data, at, lists.by_digits)
        at = NOT_PLAIN if place == _UNKNOWN else at + (1 if place == _NO_CODE else 10)
        at = kind = _field_end(data, at)
        at = _field_end(data, at)
        offence = _offence(data, kind, at, lists)
        at = _line_end(data, _field_end(data, at))
        if at < 0 or offence < 0:
            at = NOT_PLAIN
        else:
            found.counts[(place + 1) * TYPES + offence] += 1
            found.is_counted[place + 1] = True
            row += 1
    found.totals[ROWS], found.totals[REPEATS] = row, repeats
    found.totals[CELLS] = _gather(found.counts, found.is_counted, found.cells)
    found.totals[BEYOND_ASCII] = _is_beyond_ascii(data, text.size)
    return at == text.size

"""Adding up number words: "two million three hundred and one" is 2,000,301."""

from __future__ import annotations

from decimal import Decimal

ZERO = Decimal(0)
HALF = Decimal("0.5")
ONE = Decimal(1)
HUNDRED = Decimal(100)
THOUSAND = Decimal(1000)


class Tally:
    """The value of number words read from left to right.

    A word is refused where it cannot continue the number: "two three" are two numbers, "twenty three" is one.

    >>> tally = Tally()
    >>> tally.add(Decimal(2)), tally.multiply(Decimal(1000000)), tally.add(Decimal(301)), tally.add(Decimal(5))
    (True, True, True, False)
    >>> tally.value
    Decimal('2000301')
    """

    __slots__ = ("_closed", "_group", "_room", "depth", "scale")

    def __init__(self, depth: int = 0) -> None:
        self.depth = depth
        """How many numbers this one is a part of."""
        self._closed: list[tuple[Decimal, Decimal]] = []
        """Groups that a scale word ended, with their scale, largest first."""
        self._group: Decimal | None = None
        self._room: Decimal | None = None
        self.scale = ONE
        """The last factor, if the number ends with it: a million in "two million", 1 in "two million and one"."""

    @property
    def value(self) -> Decimal:
        """The sum so far."""
        return sum((value for value, _ in self._closed), start=self._group or ZERO)

    @property
    def group(self) -> Decimal | None:
        """What a scale word would multiply."""
        return self._group

    @property
    def empty(self) -> bool:
        """Whether nothing was read."""
        return not self._closed and self._group is None

    def fits(self, value: Decimal) -> bool:
        """Whether a number word of this value can come next."""
        limit = self._room if self._group is not None else self._closed[-1][1] if self._closed else None
        return limit is None or 0 < value < limit

    def add(self, value: Decimal) -> bool:
        """Take a number word ("three", "twenty", "5.2"); tells whether it fits."""
        if not self.fits(value):
            return False
        self._group = value if self._group is None else self._group + value
        self._room = room(value)
        self.scale = ONE
        return True

    def add_inverted(self, value: Decimal) -> bool:
        """Take the tens after the ones: "einundzwanzig"."""
        ones = self._group
        if ones is None or value >= HUNDRED or value < 20 or ones % 10 == 0 or (ones % HUNDRED) >= 10:
            return False
        self._group = ones + value
        self._room = ONE
        return True

    def multiply(self, factor: Decimal) -> bool:
        """Take a scale word ("hundred", "dozen", "million"); tells whether it fits."""
        took = self._multiply_group(factor) if factor < THOUSAND else self._close_group(factor)
        if took:
            self.scale = factor
        return took

    def fits_factor(self, factor: Decimal) -> bool:
        """Whether a scale word multiplies what was read last, and does not add to it."""
        if factor.normalize().as_tuple().digits != (1,):
            return False
        return self.empty or (self._group is not None and self._group < factor) or self.scale >= THOUSAND

    def _multiply_group(self, factor: Decimal) -> bool:
        if self._group is None and not self.fits(factor):
            return False
        if self._group is not None and self._group >= factor and factor == HUNDRED:
            return False
        self._group = (self._group or ONE) * factor
        self._room = factor if factor == HUNDRED else ONE
        return True

    def _close_group(self, factor: Decimal) -> bool:
        """End a group of up to three digits.

        A scale after smaller ones multiplies them as well: "three lakh crore", "455 mil 228 millones".
        """
        smaller = [value for value, scale in self._closed if scale < factor]
        larger = self._closed[: len(self._closed) - len(smaller)]
        if larger and larger[-1][1] == factor:
            return False
        counted = sum(smaller, start=self._group or ZERO) if smaller or self._group is not None else ONE
        self._closed = [*larger, (counted * factor, factor)]
        self._group = self._room = None
        return True


def room(value: Decimal) -> Decimal:
    """Below what a following number word must stay: 10 after "twenty", 100 after "three hundred", else 1."""
    if value < 20 or value != value.to_integral_value():
        return ONE
    place = ONE
    while value % (place * 10) == 0:
        place *= 10
    return place

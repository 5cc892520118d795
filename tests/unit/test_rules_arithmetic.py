"""Reckoning with intervals: whatever the points, the result holds; and widening never makes a difference."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Interval
from claimcheck.rules._arithmetic import (
    Fit,
    Value,
    added,
    change,
    divided,
    fit,
    middle,
    multiplied,
    size,
    subtracted,
    total,
)  # fmt: skip

numbers = st.integers(-2000, 2000).map(lambda n: Decimal(n) / 4)
positive = st.integers(1, 4000).map(lambda n: Decimal(n) / 4)


@st.composite
def held(draw: st.DrawFn, of: st.SearchStrategy[Decimal]) -> tuple[Interval, Decimal]:
    """An interval and a point of it."""
    low, point, high = sorted((draw(of), draw(of), draw(of)))
    open_low, open_high = draw(st.booleans()) and low < point, draw(st.booleans()) and point < high
    return Interval(low=low, high=high, low_open=open_low, high_open=open_high), point


def holds(interval: Interval, point: Decimal) -> bool:
    return interval.meets(Interval(low=point, high=point))


@given(held(numbers), held(numbers))
def test_sums_and_differences_hold_those_of_their_points(
    a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]
) -> None:
    assert holds(added(a[0], b[0]), a[1] + b[1])
    assert holds(subtracted(a[0], b[0]), a[1] - b[1])


@given(held(numbers), held(positive))
def test_products_hold_those_of_their_points(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    assert holds(multiplied(a[0], b[0]), a[1] * b[1])


@given(held(positive), held(positive))
def test_quotients_hold_those_of_their_points(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    quotient = divided(a[0], b[0])
    assert quotient.low is not None
    assert quotient.high is not None
    tiny = Decimal("1e-20")  # a third has no last digit
    assert quotient.low - tiny <= a[1] / b[1] <= quotient.high + tiny


@given(held(numbers), held(numbers), positive)
def test_widening_never_parts_two_values(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal], by: Decimal) -> None:
    one, two = (Value(i, i) for i, _ in (a, b))
    wider = one + Value.between(-by, by)
    assert fit(wider, two) <= fit(one, two)


def test_open_ends_stay_open() -> None:
    more = Interval(low=Decimal(20), high=None, low_open=True)
    assert added(more, Interval(low=Decimal(5), high=Decimal(5))) == Interval(low=Decimal(25), high=None, low_open=True)
    assert subtracted(Interval(low=Decimal(5), high=Decimal(5)), more) == Interval(
        low=None, high=Decimal(-15), high_open=True
    )
    assert multiplied(more, Interval(low=Decimal(2), high=Decimal(3))).high is None
    assert divided(Interval(low=Decimal(1), high=Decimal(2)), more).low == 0


def test_a_quotient_by_zero_has_no_limit() -> None:
    assert divided(Interval(low=Decimal(1), high=Decimal(2)), Interval(low=Decimal(0), high=Decimal(4))) == Interval(
        low=Decimal("0.25"), high=None
    )


def test_outer_intervals_only_strain() -> None:
    said = Value(Interval(low=Decimal(10), high=Decimal(10)), Interval(low=Decimal(9), high=Decimal(11)))
    assert fit(said, Value.exactly(Decimal(10))) is Fit.MEETS
    assert fit(said, Value.exactly(Decimal(11))) is Fit.STRAINS
    assert fit(said, Value.exactly(Decimal(12))) is Fit.APART


@pytest.mark.parametrize(("before", "after", "percent"), [(500, 460, -8), (640, 880, "37.5"), (5, 10, 100)])
def test_change_in_percent(before: int, after: int, percent: str) -> None:
    assert change(Value.exactly(Decimal(before)), Value.exactly(Decimal(after))).core.low == Decimal(percent)


def test_a_rounded_percentage_fits_its_rounded_ends() -> None:
    """260 to 310 million is 19.23 percent; said are "19.2 percent" and figures to the million."""
    reckoned = change(
        Value.between(Decimal("259.5"), Decimal("260.5")), Value.between(Decimal("309.5"), Decimal("310.5"))
    )
    assert fit(reckoned, Value.between(Decimal("19.15"), Decimal("19.25"))) is Fit.MEETS
    assert fit(reckoned, Value.between(Decimal("28.5"), Decimal("29.5"))) is Fit.APART


def test_size_drops_the_sign_of_a_fall() -> None:
    assert size(Value.between(Decimal(-6), Decimal(-4))).core == Interval(low=Decimal(4), high=Decimal(6))
    assert size(Value.between(Decimal(4), Decimal(6))).core == Interval(low=Decimal(4), high=Decimal(6))


def test_the_sum_of_nothing() -> None:
    assert total([]).core == Interval(low=Decimal(0), high=Decimal(0))
    assert middle(Value(Interval(low=Decimal(4), high=None), Interval())) == 4
    assert middle(Value(Interval(), Interval())) == 0

"""Figures, dates and lists in words."""

from decimal import Decimal
from fractions import Fraction

import pytest

from charterlang.model.quantities import Duration, Money
from charterlang.papers.catalogue import Catalogue
from charterlang.papers.press import TemplateFault, TemplateFiles


@pytest.fixture(scope="module")
def english():
    return Catalogue(TemplateFiles(), "en")


@pytest.mark.parametrize(
    ("share", "fraction", "percent"),
    [
        (Fraction(3, 4), "three quarters", "75%"),
        (Fraction(1, 2), "one half", "50%"),
        (Fraction(2, 3), "two thirds", "two thirds"),
        (Fraction(1), "all", "100%"),
        (Fraction(1, 100), "1%", "1%"),
        (Fraction(51, 100), "51%", "51%"),
        (Fraction(33, 400), "8.25%", "8.25%"),
        (Fraction(5, 6), "five sixths", "five sixths"),
    ],
)
def test_shares(english, share, fraction, percent):
    assert english.fraction(share) == fraction
    assert english.percent(share) == percent


@pytest.mark.parametrize(
    ("money", "said"),
    [
        (Money(Decimal(500_000_000), "USD"), "USD 500,000,000"),
        (Money(Decimal("12.50"), "EUR"), "EUR 12.5"),
        (Money(Decimal(30), "minuto"), "30 minuto"),
    ],
)
def test_money(english, money, said):
    assert english.money(money) == said


def test_money_in_a_declared_currency_has_its_title(english):
    assert english.money(Money(Decimal(30), "minuto"), "Minutos") == "30 Minutos"


@pytest.mark.parametrize(
    ("duration", "said", "often"),
    [
        (Duration(1, "month"), "one month", "every month"),
        (Duration(2, "year"), "two years", "every two years"),
        (Duration(30, "day"), "30 days", "every 30 days"),
    ],
)
def test_durations(english, duration, said, often):
    assert english.duration(duration) == said
    assert english.every(duration) == often


@pytest.mark.parametrize(
    ("iso", "region", "said"),
    [
        ("2012-03-12", "US", "March 12, 2012"),
        ("2012-03-12", "DE", "12 March 2012"),
        ("2012-13-12", "DE", "2012-13-12"),
        ("the harvest", "", "the harvest"),
    ],
)
def test_dates(english, iso, region, said):
    assert english.date(iso, region) == said


def test_lists(english):
    assert str(english.join(["a"])) == "a"
    assert str(english.join(["a", "b", "c"])) == "a, b and c"
    assert str(english.join(["a", "", "c"], "or")) == "a or c"
    assert str(english.join([])) == ""


def test_what_is_given_is_never_read_as_a_pattern(english):
    assert str(english.say("of its owner", name="{owner}", owner="**x**")) == "the {owner} of **x**"


def test_a_phrase_that_is_missing_is_named(english):
    with pytest.raises(TemplateFault, match="no such thing"):
        english.say("no such thing")

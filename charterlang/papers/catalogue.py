"""The fixed words of one language: patterns that phrases are made of, figures, and the furniture of a paper.

`templates/LANG/phrases.json` holds the patterns. A pattern is a line of template markup (`papers.markup`) with names
in braces where values go: `"with the prior written consent of {of}"`. A translation is another folder with the same
keys, in any order of words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from charterlang.model.quantities import Duration, Money
from charterlang.papers.markup import Phrase, Value, inlines, token
from charterlang.papers.press import TemplateFault, TemplateFiles
from charterlang.papers.tree import Text

_BRACES = re.compile(r"\{([a-z_]+)\}")
Said = str | int | Phrase
"""What may stand in the place of a name in a pattern."""


class Catalogue:
    """The words of one language."""

    def __init__(self, files: TemplateFiles, language: str) -> None:
        """Read the catalogue of `language`, one that has templates."""
        self.language = language
        self.words: Mapping[str, str] = files.data(f"{language}/words.json")
        self._place = f"{language}/phrases.json"
        self._phrases: Mapping[str, Any] = files.data(self._place)

    def has(self, key: str) -> bool:
        """Whether there is a pattern of that name."""
        return key in self._phrases

    def pattern(self, key: str) -> Any:
        """The pattern as the file has it: a line, a list of lines, or a table of them.

        Raises:
            TemplateFault: the catalogue lacks it.
        """
        try:
            return self._phrases[key]
        except KeyError:
            raise TemplateFault(self._place, 0, f"The catalogue has no phrase “{key}”.") from None

    def say(self, key: str, /, **given: Said) -> Phrase:
        """The pattern `key` with `given` in its braces; braces that nobody gives stay as they are."""
        return self.set(str(self.pattern(key)), **given)

    def set(self, pattern: str, /, **given: Said) -> Phrase:
        """A pattern of one's own, with `given` in its braces."""
        values: list[Value] = []

        def put(match: re.Match[str]) -> str:
            name = match[1]
            if name not in given:
                return match[0]
            value = given[name]
            if value == "":
                return ""
            values.append(value)
            return token(len(values) - 1)

        return Phrase(inlines(_BRACES.sub(put, pattern), values))

    def name(self, table: str, key: str) -> str:
        """The word for `key` in a table of words (`asset kinds`), else `key` itself with its hyphens opened."""
        found = self._phrases.get(table, {}).get(key)
        return str(found) if found else key.replace("-", " ").replace("_", " ")

    # --- lists -------------------------------------------------------------------------------------------------

    def join(self, parts: Sequence[Said], word: str = "and") -> Phrase:
        """The parts as a list in a sentence: "a, b and c"."""
        if not parts:
            return Phrase(())
        rest = [part for part in parts if part != ""]
        said = self.set("{part}", part=rest[0]) if rest else Phrase(())
        for place, part in enumerate(rest[1:], 2):
            key = f"list {word}" if place == len(rest) else "list"
            said = self.say(key, so_far=said, part=part)
        return said

    # --- figures -----------------------------------------------------------------------------------------------

    def number(self, number: int | Decimal | Fraction) -> str:
        """A number in figures, its thousands parted as the language does."""
        figures: Mapping[str, str] = self.pattern("figures")
        if isinstance(number, Fraction):
            number = _decimal(number)
        text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        swapped = {",": figures["thousands"], ".": figures["decimal"]}
        return "".join(swapped.get(each, each) for each in text)

    def count(self, number: int) -> str:
        """A whole number as running text has it: small ones in words."""
        small: Sequence[str] = self.pattern("small numbers")
        return small[number] if 0 <= number < len(small) else self.number(number)

    def percent(self, share: Fraction) -> str:
        """A share in percent; in words where percent would not be exact."""
        hundredfold = share * 100
        if 10000 % hundredfold.denominator:
            return self.fraction(share)
        figures: Mapping[str, str] = self.pattern("figures")
        return figures["percent"].replace("{number}", self.number(hundredfold))

    def fraction(self, share: Fraction) -> str:
        """A share as lawyers write it: "three quarters"; in percent where there is no such word."""
        if share == 1:
            return str(self.pattern("the whole"))
        singular, plural = self.pattern("fractions").get(str(share.denominator), ("", ""))
        if not singular or share > 1:
            figures: Mapping[str, str] = self.pattern("figures")
            return figures["percent"].replace("{number}", self.number(share * 100))
        if share.numerator == 1:
            return str(singular)
        return str(plural).replace("{number}", self.count(share.numerator))

    def duration(self, duration: Duration) -> str:
        """A span of time: "two years", "30 days"."""
        one, many = self.pattern("durations")[duration.unit]
        if duration.number == 1:
            return str(one)
        return str(many).replace("{number}", self.count(duration.number))

    def every(self, duration: Duration) -> str:
        """How often: "every month", "every two years"."""
        one, many = self.pattern("every")[duration.unit]
        if duration.number == 1:
            return str(one)
        return str(many).replace("{number}", self.count(duration.number))

    def money(self, money: Money, currency: str = "") -> str:
        """An amount with its currency, by code or by the title of a declared one."""
        figures: Mapping[str, str] = self.pattern("figures")
        code = re.fullmatch(r"[A-Z]{3}", money.currency)
        pattern = figures["money by code" if code else "money by name"]
        amount = self.number(money.amount)
        return pattern.replace("{amount}", amount).replace("{currency}", currency or money.currency)

    def date(self, iso: str, region: str = "") -> str:
        """A date given as 2012-03-12, in the manner of the region ("US"); other text as it is."""
        match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", iso)
        months: Sequence[str] = self.pattern("months")
        if match is None or not 1 <= int(match[2]) <= 12:
            return iso
        figures: Mapping[str, str] = self.pattern("figures")
        pattern = figures.get(f"date {region}", figures["date"])
        year, month, day = match.groups()
        return (
            pattern.replace("{day}", str(int(day))).replace("{month}", months[int(month) - 1]).replace("{year}", year)
        )


def _decimal(number: Fraction) -> Decimal:
    """A fraction as a decimal of at most four places, exact where that is possible."""
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal("0.0001")).normalize()


def words(text: str) -> Phrase:
    """Plain words as a phrase."""
    return Phrase((Text(text),)) if text else Phrase(())

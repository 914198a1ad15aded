"""Charters to draw: the samples, federations of any size, and one whose every name means harm."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from charterlang.model.charter import Charter
from charterlang.model.load import load
from charterlang.powers.analyse import Analysis
from charterlang.source import LocalFiles, MemoryFiles, Sources

EXAMPLES = Path(__file__).parents[2] / "examples"
SAMPLES = {
    "kitchen": EXAMPLES / "good" / "occupy-kitchen.charter",
    "loom": EXAMPLES / "good" / "loom-foundation.charter",
    "brindle": EXAMPLES / "bad" / "brindle-inc.charter",
}


class Drawn:
    """A charter with all that a picture may ask for."""

    def __init__(self, charter: Charter, sources: Sources) -> None:
        self.charter = charter
        self.sources = sources
        self.analysis = Analysis(charter)
        self.verdicts = self.analysis.verdicts


def sample(name: str) -> Drawn:
    return from_file(SAMPLES[name])


@cache
def from_file(path: Path) -> Drawn:
    loaded = load(str(path), LocalFiles()).value
    return Drawn(loaded.charter, loaded.sources)


@cache
def from_text(text: str) -> Drawn:
    loaded = load("test.charter", MemoryFiles({"test.charter": text}))
    assert [finding.message for finding in loaded.findings if finding.severity == "error"] == []
    return Drawn(loaded.value.charter, loaded.value.sources)


HEAD = (
    'charter "{title}" {{\n  edition 1\n  version "1"\n  jurisdiction DE\n  language {language}\n  currency EUR\n}}\n'
)


def head(title: str = "Federation of mills and bakeries", language: str = "en") -> str:
    return HEAD.format(title=title, language=language)


@cache
def federation(commons: int = 1, associations: int = 1, firms: int = 1, provisions: int = 1, outside: int = 2) -> Drawn:
    """So many of each, tied crosswise."""
    parts = [head(), 'value openness "All that we make stays open." { kind openness }\n']
    for number in range(commons):
        producers = f" produced by a{number % associations}.m{number % associations}\n" if associations else ""
        parts.append(
            f'commons c{number} "Commons of the old seeds of valley {number}" {{\n kind design\n'
            f' produces "seeds and stories"\n{producers} licence CC-BY-SA-4.0\n upholds openness\n}}\n'
        )
    for number in range(associations):
        kept = ", ".join(f"c{place}" for place in range(commons) if place % associations == number)
        protects = f" protects {kept}\n upholds openness\n" if kept else ""
        parts.append(
            f'association a{number} "Association for the care of seeds in valley {number}" {{\n form de.ev\n{protects}'
            f" members m{number} {{ count {20 + number}\n vote one per member }}\n assembly moot of m{number}\n"
            f" board council {{ seats 5\n 5 elected by m{number} }}\n"
            f" powers {{ act requires council\n amend articles requires moot by 3/4\n dissolve requires moot by 4/5 }}\n"
            f" on dissolution assets go to a{(number + 1) % associations}\n}}\n"
        )
    for number in range(firms):
        duties, consent = "", ""
        if associations:
            to = number % associations
            duties = f" duties {{ contribute {2 + number % 9}% of surplus to a{to} }}\n" if number % 3 else ""
            consent = f" and consent of a{to}"
        uses = f" uses c{number % commons}\n" if commons else ""
        parts.append(
            f'firm f{number} "Mill and bakery co-operative number {number} eG" {{\n form de.eg\n{uses}'
            f" members w{number} {{ count {5 + number}\n vote one per member }}\n{duties}"
            f" powers {{ amend articles requires w{number} by 3/4{consent} }}\n}}\n"
        )
    for number in range(outside):
        kind = ("party", "investor", "public", "person")[number % 4]
        parts.append(f'{kind} o{number} "Friends of the valley {number}" {{ }}\n')
        goal = f"f{number % firms}" if firms and number % 2 else f"a{number % associations}" if associations else ""
        if goal:
            period = ("year", "month", "week", "day")[number % 4]
            parts.append(f"flow g{number} from o{number} to {goal} {1000 * (number + 1)} EUR per {period}\n")
    for number in range(provisions):
        lines = []
        if associations:
            lines += [f"by gift from a{number % associations}", f"decided by a{number % associations}.moot"]
        if firms:
            lines.append(f"by purchase from f{number % firms}")
        if outside:
            lines.append(f'affects o{number % outside} by "noise"')
        inner = "\n ".join(lines)
        parts.append(f'provision p{number} "Bread for valley {number}" {{\n need "bread"\n {inner}\n}}\n')
    return from_text("".join(parts))


FEDERATIONS = (
    {"commons": 1, "associations": 0, "firms": 1, "provisions": 0, "outside": 1},
    {"commons": 0, "associations": 1, "firms": 0, "provisions": 0, "outside": 0},
    {"commons": 1, "associations": 2, "firms": 3, "provisions": 1, "outside": 4},
    {"commons": 3, "associations": 4, "firms": 6, "provisions": 2, "outside": 6},
    {"commons": 8, "associations": 8, "firms": 12, "provisions": 4, "outside": 9},
    {"commons": 20, "associations": 24, "firms": 40, "provisions": 9, "outside": 30},
)

NASTY = (
    r"""</title><script>alert(1)</script> \" onload=\"x ]]> --> end; graph TD `md` **b** #quot; & < > {{x}} ${y} \\ """
    "\u202ertl\u2066 Ünï\u00ad \u6c34\u8eca \u0645\u0637\u062d\u0646"
)

_HOSTILE = """
value openness "@" { kind openness }
commons c "@" { kind software
 produces "@"
 licence MIT
 upholds openness }
association a "@" { form de.ev
 protects c
 upholds openness
 empowers m by "@"
 members m "@" { count 30
 vote one per member }
 board b "@" { seats 3
 3 elected by m }
 powers { act requires b
 relicense c requires m by 3/4 }
 on dissolution assets go to f }
firm f "@" { form de.eg
 uses c
 members w "@" { count 12
 vote one per member }
 duties { must "@"
 contribute 3% of surplus to a } }
party p "@" { side community }
provision s "@" { need "@"
 by purchase from f
 decided by a.m
 affects p by "@" remedied by duty of f }
flow x "@" from p to f 10 EUR per month in kind
flow y "@" from f to p 3 EUR per month
"""


def hostile() -> Drawn:
    """Every title and every piece of prose is markup, code and marks of direction."""
    return from_text(head(NASTY) + _HOSTILE.replace("@", NASTY))


LOOPS = (
    head("Kreislauf", "de")
    + """
currency minuto "Minuto" { kind mutual-credit }
association verein "Saatgutverein e.V." { form de.ev
 members leute "Mitglieder" { count 30 } }
firm garten "Gärtnerei eG" { form de.eg
 members w { count 12 } }
firm ofen "Bäckerei eG" { form de.eg
 members w { count 9 } }
party stadt "Stadt" { side community }
flow f1 from stadt to verein 1200 EUR per month
flow f2 from verein to garten 900 EUR per month
flow f3 from garten to ofen 12500.50 EUR per year
flow f4 from ofen to verein 300 EUR per month
flow f5 from garten to stadt 2000 EUR per year in kind
flow f6 from stadt to ofen 5000 EUR
flow f7 from garten to ofen 40 minuto per week
flow f8 from ofen to garten 35 minuto per week
"""
)

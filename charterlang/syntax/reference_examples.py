"""For each declaration: how it is written, and a slip that is often made. The tests hold both to what they are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

EXAMPLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "charter": (
            """\
charter "Occupy Kitchen" {
  edition       1
  version       "2012-03"
  jurisdiction  US-NY
  language      en
  currency      USD
  adopted       on 2012-03-12
}
""",
            """\
charter "Occupy Kitchen" {
  edition: 1
  adopted on 12.03.2012
}
""",
        ),
        "use": ('use "values.charter"\nuse std/values/openness\n', "use values.charter\n"),
        "value": (
            """\
value neutrality "No vendor may own the name under which the community works." {
  kind         identity
  breached by  transfer loom-mark, act on loom-mark
}
""",
            'value neutrality "No vendor may own the name." {\n  broken by transfer loom-mark\n}\n',
        ),
        "commons": (
            """\
commons cookbook "The Open Cookbook" {
  kind           knowledge
  produces       "recipes, methods and supply maps"
  produced by    kitchen.citizens, kitchen.cooks
  licence        CC-BY-SA-4.0, irrevocable
  contributions  under inbound=outbound
  access         open to anyone
  upholds        openness
}
""",
            'commons cookbook "The Open Cookbook" {\n  license CC BY-SA 4.0\n}\n',
        ),
        "asset": (
            """\
asset loom-mark "Word mark LOOM" {
  kind     trademark
  of       loom
  held by  loom-foundation
}
""",
            'asset loom-mark "Word mark LOOM" {\n  held loom-foundation\n}\n',
        ),
        "entity": (
            """\
association kitchen "Friends of the Occupy Kitchen" {
  form      us.ny.nfp
  protects  cookbook
  upholds   openness

  members citizens {
    count  400
    open to anyone after 1 month admitted by council
    vote   one per member
  }

  board council {
    seats 5
    5 elected by citizens
    term        2 years, staggered
    decides by  majority
  }

  powers {
    act                 requires council
    relicense cookbook  requires citizens by 3/4 and council by 2/3
    dissolve            requires citizens by 4/5 and consent of new-york-ag testing purpose
  }

  on dissolution assets go to vermont-land-trust
}
""",
            """\
association kitchen "Friends of the Occupy Kitchen" {
  powers {
    relicense cookbook require 3/4 of citizens
  }
}
""",
        ),
        "agreement": (
            """\
agreement partner-agreement "Loom Partner Agreement" {
  between loom-foundation, warp

  duties {
    warp contributes 3% of revenue to loom-foundation
    loom-foundation licenses loom-mark to warp
  }

  term       5 years, renewable
  on breach  warp loses licence of loom-mark after 60 days
}
""",
            "agreement partner-agreement {\n  between loom-foundation and warp\n}\n",
        ),
        "currency": (
            """\
currency minuto "Minuto" {
  unit          "one minute of work"
  credit limit  6000 minuto per member
}
""",
            'currency minuto "Minuto" {\n  limit 6,000 minuto per member\n}\n',
        ),
        "provision": (
            """\
provision meals "Hot meals at the camp" {
  need        "Three meals a day for everyone in the camp"
  by          gift from vermont-farmers
  by          purchase from vendors paid by vendor-fund
  decided by  kitchen.food-group
  affects     vendors by "trade lost to free food" remedied by vendor-fund
}
""",
            "provision meals {\n  need three meals a day\n}\n",
        ),
        "flow": (
            "flow tithe from vendors to kitchen 500 USD per month\n",
            "flow tithe from vendors to kitchen $500 per month\n",
        ),
        "define": (
            'define "Net surplus" as "what is left of a year\'s income after costs and reserves"\n',
            'define surplus as "what is left"\n',
        ),
        "clause": (
            """\
clause harvest-feast "Harvest feast" {
  in bylaws of kitchen
  because  "it has always done so"
  text     \"\"\"
    Once a year the association feeds whoever comes.
  \"\"\"
}
""",
            "clause harvest-feast {\n  text Once a year the association feeds whoever comes.\n}\n",
        ),
        "expect": (
            "expect openness is entrenched\nexpect nobody among vendors, donors can relicense cookbook\n",
            "expect openness entrenched\n",
        ),
        "allow": (
            'allow GOV120 because "the class is closed on purpose until the first assembly"\n',
            "allow GOV120\n",
        ),
    }
)  # fmt: skip

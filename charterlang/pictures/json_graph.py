"""The tie graph as JSON: nodes and links, as graph libraries read it."""

from __future__ import annotations

import json

from charterlang.model.charter import Charter
from charterlang.pictures.plain_graph import plain_graph
from charterlang.powers.verdicts import Verdicts
from charterlang.source import Sources


def json_graph(charter: Charter, verdicts: Verdicts | None = None, sources: Sources | None = None) -> str:
    """The tie graph in node-link form, `links` from the id of the `source` to that of the `target`."""
    from networkx.readwrite import json_graph as form

    data = form.node_link_data(plain_graph(charter, verdicts, sources), edges="links")
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

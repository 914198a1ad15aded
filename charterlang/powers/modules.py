"""Parts of a net that bear on the goal through one node only: a federation falls apart into its members.

Whatever is done inside such a module shows outside as one thing: its node holds or it does not. So a smallest
coalition for the whole takes a smallest coalition of the module or nothing of it, and the module can be solved by
itself, once. A node is the door of a module if every way from anything in its cone to the goal passes through it:
it dominates its cone. Dominators are found as in K. D. Cooper, T. J. Harvey and K. Kennedy, "A simple, fast
dominance algorithm" (2001), walking from the goal towards the leaves.
"""

from __future__ import annotations

from collections.abc import Mapping

from charterlang.powers.nets import Net


def doors(net: Net, parties: Mapping[int, int]) -> list[int]:
    """The doors of modules, inner before outer, the goal last.

    `parties` gives each leaf a number; leaves with one number belong together and must lie in one module.
    """
    shared: dict[int, list[int]] = {}
    for leaf, party in parties.items():
        shared.setdefault(party, []).append(leaf)
    towards = [sorted({source for _, inputs in gates for source, _ in inputs}) for gates in net.rules]
    for group in shared.values():
        if len(group) > 1:  # a node of its own for the party ties its leaves together
            for leaf in group:
                towards[leaf].append(len(towards))
            towards.append([])
    order = _postorder(net.goal, towards)
    above = _dominators(net.goal, towards, order)
    return _self_contained(len(net), towards, order, above, [bool(gates) for gates in net.rules])


def _postorder(root: int, towards: list[list[int]]) -> list[int]:
    """The nodes reached from the root, each after all that is first reached from it."""
    seen = {root}
    order: list[int] = []
    stack = [(root, iter(towards[root]))]
    while stack:
        node, rest = stack[-1]
        for after in rest:
            if after not in seen:
                seen.add(after)
                stack.append((after, iter(towards[after])))
                break
        else:
            order.append(node)
            stack.pop()
    return order


def _dominators(root: int, towards: list[list[int]], order: list[int]) -> dict[int, int]:
    """For each node the last node that all ways from the root to it pass through; the root for itself."""
    place = {node: at for at, node in enumerate(order)}
    before: dict[int, list[int]] = {node: [] for node in order}
    for node in order:
        for after in towards[node]:
            before[after].append(node)
    above = {root: root}
    changed = True
    while changed:
        changed = False
        for node in reversed(order[:-1]):
            meeting = -1
            for one in before[node]:
                if one not in above:
                    continue
                if meeting < 0:
                    meeting = one
                    continue
                other = one
                while meeting != other:
                    if place[meeting] < place[other]:
                        meeting = above[meeting]
                    else:
                        other = above[other]
            if above.get(node) != meeting:
                above[node] = meeting
                changed = True
    return above


def _self_contained(
    real: int, towards: list[list[int]], order: list[int], above: dict[int, int], derived: list[bool]
) -> list[int]:
    """The nodes that dominate all they depend on, inner before outer.

    An arrow to a node x leads out of every module below x's own dominator, so it spoils the doors on the way up from
    its tail to there; x itself is no way out of x.
    """
    root = order[-1]
    depth = {root: 0}
    for node in reversed(order[:-1]):
        depth[node] = depth[above[node]] + 1
    lowest = {node: depth[node] + 1 for node in order}  # the least depth from which an arrow below leads out
    for node in order:
        for after in towards[node]:
            if depth[after] > depth[node]:
                continue
            up = node
            while depth[up] > depth[after]:
                up = above[up]
            lowest[node] = min(lowest[node], depth[after] + (1 if up == after else 0))
    found: list[int] = []
    for node in sorted(order, key=lambda node: (-depth[node], node)):
        if lowest[node] > depth[node] and node < real and derived[node]:
            found.append(node)
        if node != root:
            lowest[above[node]] = min(lowest[above[node]], lowest[node])
    return found

"""Groups that grow together: a union-find (Tarjan 1975, with path halving)."""

from collections.abc import Callable, Iterator
from typing import Any


class Forest:
    """Nodes in groups. A group's root is its least node by `key`, whatever the order of joins."""

    def __init__(self, key: Callable[[str], Any] = str) -> None:
        self.key = key
        self.parent: dict[str, str] = {}

    def __contains__(self, node: str) -> bool:
        return node in self.parent

    def root(self, node: str) -> str:
        """Return the root of a node's group; a new node is a group of its own."""
        parent = self.parent
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def join(self, one: str, two: str) -> None:
        """Make one group of the groups of two nodes."""
        least, other = sorted((self.root(one), self.root(two)), key=self.key)
        self.parent[other] = least

    def groups(self) -> Iterator[tuple[str, list[str]]]:
        """Yield `(root, nodes)` of each group, both in the order of `key`."""
        found: dict[str, list[str]] = {}
        for node in sorted(self.parent, key=self.key):
            found.setdefault(self.root(node), []).append(node)
        yield from found.items()

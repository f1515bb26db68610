"""Stub."""
from collections.abc import Iterator
from dateline.extract.actors.page import Page
from dateline.extract.actors.resolve import Mentioned, Resolver
from dateline.extract.actors.slots import Slot


class Anaphora:
    def __init__(self, page: Page, resolver: Resolver) -> None:
        self.page, self.resolver = page, resolver

    def in_order(self, slots: list[Slot]) -> Iterator[Mentioned]:
        for slot in slots:
            m = self.resolver.read(slot)
            if m:
                yield m

"""How a name in a text hangs on its neighbours: whose body it is, whether it goes on."""

from collections.abc import Iterable

from dateline.extract.actors.hits import Hit
from dateline.extract.actors.page import Page
from dateline.extract.actors.slots import INSIDE
from dateline.extract.actors.titles import Title, TitleAt

OWN_NAMES = frozenset({"state", "adjective", "combining", "metonym"})
# Words that may stand between an organisation's name and its title ("UN human rights chief").
GAP = 2


class Neighbours:
    """The names of a page by token."""

    def __init__(self, page: Page, hits: Iterable[Hit]) -> None:
        self.page = page
        self.hits = list(hits)
        self.at = {i: hit for hit in self.hits for i in range(hit.start, hit.end)}

    def foreign(self) -> dict[int, TitleAt]:
        """Return the bodies' names that another state's name makes titles, by first token."""
        found = (self._foreign(hit) for hit in self.hits)
        return {at.start: at for at in found if at}

    def _foreign(self, hit: Hit) -> TitleAt | None:
        """Return a body's name as a title, where another state stands before ("Polish Senate")."""
        agencies = hit.only("agency")
        before = self.before(hit) or self.after(hit)
        if not agencies or not before or before.kind not in OWN_NAMES:
            return None
        if {entry.country for entry in before.entries} & {entry.country for entry in agencies}:
            return None
        words = self.page.text(hit.start, hit.end).lower()
        title = Title(words=words, role=agencies[0].role, official=True, person=False, offices=())
        return TitleAt(hit.start, hit.end, title)

    def before(self, hit: Hit) -> Hit | None:
        """Return the name right before another, a possessive mark between them or not."""
        mark = self.page.lower[hit.start - 1] == "'s" if hit.start else False
        return self.at.get(hit.start - 2 if mark else hit.start - 1)

    def after(self, hit: Hit) -> Hit | None:
        """Return the name after another and "of" ("Congress of the Philippines")."""
        page = self.page
        index = hit.end
        if page.lower[index : index + 1] != ["of"]:
            return None
        index += 2 if page.lower[index + 1 : index + 2] == ["the"] else 1
        return self.at.get(index)

    def generic(self, hit: Hit) -> bool:
        """Tell whether a body's name is common, and after a state's ("Iran's Security Council")."""
        if hit.kind not in {"agency", "organisation"}:
            return False
        if len({entry.country for entry in hit.only("agency")}) > 1:
            return True
        before = self.before(hit)
        return before is not None and before.kind != hit.kind

    def modifies(self, hit: Hit) -> bool:
        """Tell whether a name before a title belongs to it, not to what stands before."""
        page = self.page
        if hit.only("adjective", "combining"):
            return True
        if page.lower[hit.end] == "'s" or page.words[hit.end - 1].endswith(("'s", "s'")):
            return True
        if hit.inner:
            return True
        head = page.head_of(hit.start, hit.end)
        return page.deps[head] in INSIDE and page.heads[head] >= hit.end

    def goes_on(self, hit: Hit) -> bool:
        """Tell whether a name is followed by what it belongs to ("of Russia's parliament")."""
        page = self.page
        if hit.end >= len(page.words):
            return False
        head = page.head_of(hit.start, hit.end)
        return page.lower[hit.end] == "'s" or (
            page.deps[head] in INSIDE and page.heads[head] >= hit.end
        )

    def close(self, hit: Hit, title: int) -> bool:
        """Tell whether a body's name stands near enough to a title, at a token, to own it."""
        if hit.kind in {"agency", "organisation", "group"}:
            gap = [word for word in self.page.words[hit.end : title] if word != "'s"]
            return len(gap) <= (GAP if hit.kind == "organisation" else 0)
        return True

"""Where a record is: a file, or a database of a PostgreSQL server."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

SCHEMES = ("postgresql://", "postgres://")
# What of an address is nobody's business: it is never printed.
SECRET = frozenset({"password", "passfile", "sslpassword"})


@dataclass(frozen=True)
class Address:
    """The address of a record, as it was given. Printed, it is without a password."""

    text: str = field(repr=False)

    @classmethod
    def of(cls, given: "str | Path | Address") -> "Address":
        """Return what was given as an address."""
        return given if isinstance(given, cls) else cls(str(given))

    @property
    def is_server(self) -> bool:
        """Whether it is a database of a server, and no file."""
        return self.text.startswith(SCHEMES)

    @property
    def path(self) -> Path:
        """The file, where it is one."""
        return Path(self.text)

    @property
    def name(self) -> str:
        """What a person calls the record: the file's name without its ending, or the database's."""
        if not self.is_server:
            return self.path.stem
        return unquote(urlsplit(self.shown).path.strip("/")) or "record"

    @cached_property
    def shown(self) -> str:
        """The address without what is secret."""
        if not self.is_server:
            return self.text
        scheme, _, rest = self.text.partition("://")
        # A password may hold any sign that was not escaped: the last @ ends it.
        user, at, rest = rest.rpartition("@")
        try:
            parts = urlsplit(f"{scheme}://{user.partition(':')[0]}{at}{rest}")
            asked = [one for one in parse_qsl(parts.query) if one[0].lower() not in SECRET]
        except ValueError:
            return "postgresql://..."
        query = f"?{urlencode(asked, safe='/,')}" if asked else ""
        return f"{scheme}://{parts.netloc}{parts.path}{query}"

    @property
    def password(self) -> str:
        """The password that stands before the host, as the writer meant it; empty: none."""
        user, _, _ = self.text.partition("://")[2].rpartition("@")
        return unquote(user.partition(":")[2])

    def __str__(self) -> str:
        return self.shown

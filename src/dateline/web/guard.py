"""What stands before every page: who may ask, how, and what an answer lets a browser do.

A page of another site can make a browser ask this server, and by rebinding its name can make it
believe that both are one site. So the Host header is checked on every request, reads too; writes
come from our own pages only; and beyond loopback nothing is answered without a token.
"""

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.errors import UsageError
from dateline.web.problems import status_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# `same-origin` and not `no-referrer`: with that, browsers send our own forms' Origin as `null`.
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
READS, WRITES = {"GET", "HEAD"}, {"POST"}
LOOPBACK = ("localhost", "127.0.0.1", "::1")
COOKIE = "dateline"
# Bytes of a body: a merge of a thousand events takes a hundredth of it.
BODY = 1_000_000
# Characters of a path and a query string.
ADDRESS = 8000


class Guard:
    """Middleware: answers only those who may ask, and adds headers to every answer."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = (), token: str = "") -> None:
        """Guard `app`; `names` are its host names beside loopback's, `token` what must be shown."""
        self.app = app
        self.names = frozenset(name.lower().strip("[]") for name in (*LOOPBACK, *names))
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say why not."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page of ours opens a socket
            await send({"type": "websocket.close", "code": 1008})
            return
        answer = self.refuse(scope) or self.let_in(scope)
        seen = headed(send)
        if answer is not None:
            await answer(scope, receive, seen)
            return
        await self.app(scope, bounded(receive), seen)

    def refuse(self, scope: Scope) -> Response | None:
        """Return why a request is not answered; None where it may be."""
        headers = Headers(scope=scope)
        hosts, method = headers.getlist("host"), scope["method"]
        if len(hosts) != 1 or host_of(hosts[0]) not in self.names:
            return told(UsageError("D123", "", "host"))
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > ADDRESS:
            return told(UsageError("D126", "", "address"))
        if method not in READS | WRITES:
            return told(UsageError("D124", method), 405)
        own = f"{scope['scheme']}://{hosts[0]}"
        if not (may_read(headers) if method in READS else may_write(headers, own)):
            return told(UsageError("D124", "", "another site asked"))
        return None if fits(headers) else told(UsageError("D126", "", "body"))

    def let_in(self, scope: Scope) -> Response | None:
        """Return what a request without the token gets: a cookie where it brings it, else no."""
        if not self.token:
            return None
        headers = Headers(scope=scope)
        bearer = headers.get("authorization", "")
        if same(bearer, f"Bearer {self.token}") or same(cookie(headers), self.token):
            return None
        fields = parse_qsl(scope["query_string"].decode("latin-1"))
        if scope["method"] in READS and same(dict(fields).get("token", ""), self.token):
            rest = urlencode([field for field in fields if field[0] != "token"])
            # One slash before it: two would name another server.
            path = "/" + quote(scope["path"].lstrip("/\\"))
            answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
            answer.set_cookie(COOKIE, self.token, httponly=True, samesite="strict")
            return answer
        return told(UsageError("D125"))


def host_of(header: str) -> str:
    """Return the name in a Host header without its port; "" where it is none."""
    name, _, port = header.strip().lower().rpartition(":")
    if header.endswith("]") or not name:
        name, port = header.strip().lower(), "0"
    if not port.isdigit() or (":" in name and not name.startswith("[")):
        return ""
    return name.strip("[]")


def may_read(headers: Headers) -> bool:
    """Tell whether a read may be answered: no part of another site's page is."""
    site, mode = headers.get("sec-fetch-site", ""), headers.get("sec-fetch-mode", "")
    return site in {"", "none", "same-origin"} or mode == "navigate"


def may_write(headers: Headers, own: str) -> bool:
    """Tell whether a write comes from a page of ours, or from a script that names us as origin."""
    site, origin = headers.get("sec-fetch-site"), headers.getlist("origin")
    return site in {None, "same-origin"} and origin == [own]


def fits(headers: Headers) -> bool:
    """Tell whether a request says that its body is short enough; what it sends is counted too."""
    length = headers.get("content-length", "0")
    return length.isdigit() and len(length) <= len(str(BODY)) and int(length) <= BODY


def cookie(headers: Headers) -> str:
    """Return the token in a request's cookies; "" where there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def same(given: str, token: str) -> bool:
    """Compare in a time that tells nothing."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def told(error: UsageError, status: int = 0) -> Response:
    """Return an error in plain text."""
    return PlainTextResponse(error.line() + "\n", status or status_of(error))


def headed(send: Send) -> Send:
    """Return a `send` that adds our headers."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-cache")
        await send(message)

    return sending


def bounded(receive: Receive) -> Receive:
    """Return a `receive` that hangs up on a body longer than `BODY`."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return {"type": "http.disconnect"} if got > BODY else message

    return receiving

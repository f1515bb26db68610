"""Who is answered: host names, origins, tokens, methods; and what each answer carries."""

import hashlib

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from dateline.web.guard import ADDRESS, BODY, Guard

KEY = "k7-long-and-random"
CSP = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'",
    "img-src": "'self' data:", "connect-src": "'self'", "form-action": "'self'",
    "base-uri": "'none'", "frame-ancestors": "'none'",
}  # fmt: skip


async def echo(request):
    return PlainTextResponse(f"{request.method} {len(await request.body())}")


def client(names=(), token="", site="http://localhost:8765"):
    app = Starlette(routes=[Route("/{path:path}", echo, methods=["GET", "POST"])])
    return TestClient(Guard(app, names, token), site, follow_redirects=False)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8765", 200),
        ("LOCALHOST:1", 200),
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("[::1]", 200),
        ("desk.example:8765", 200),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example", 421),
        ("127.0.0.2", 421),
        ("0.0.0.0:8765", 421),
        ("localhost:", 421),
        ("localhost:80:80", 421),
        ("localhost@evil.example", 421),
        ("evil.example#localhost", 421),
        ("::1", 421),
        ("[::1", 421),
        ("", 421),
        ("localhost,evil.example", 421),
        ("localhost evil.example", 421),
        ("2130706433", 421),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_only_our_own_names_are_answered(host, status, method):
    asked = client(names=["Desk.example"])
    headers = {"host": host, "origin": f"http://{host}"}
    answer = asked.request(method, "/timeline", headers=headers)
    assert answer.status_code == status
    if status != 200 and method != "HEAD":
        assert answer.text.startswith("D123 ")


def test_two_host_headers_are_refused():
    headers = [("host", "localhost"), ("host", "localhost")]
    assert client().get("/", headers=headers).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://localhost:8765"}, 200),
        ({"origin": "http://localhost:8765", "sec-fetch-site": "same-origin"}, 200),
        ({}, 403),
        ({"sec-fetch-site": "same-origin"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://localhost"}, 403),
        ({"origin": "https://localhost:8765"}, 403),
        ({"origin": "http://localhost:8766"}, 403),
        ({"origin": "http://127.0.0.1:8765"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:8765.evil.example"}, 403),
        ({"origin": "http://localhost:8765", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "http://localhost:8765", "sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://localhost:8765", "sec-fetch-site": "none"}, 403),
    ],
)
def test_writes_come_from_our_own_pages(headers, status):
    answer = client().post("/decisions", headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.text.startswith("D124 ")


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("none", "navigate", 200),
        ("same-origin", "cors", 200),
        ("cross-site", "navigate", 200),
        ("cross-site", "no-cors", 403),
        ("cross-site", "cors", 403),
        ("same-site", "no-cors", 403),
    ],
)
def test_no_part_of_another_sites_page_is_answered(site, mode, status):
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode}
    assert client().get("/drawing.json", headers=headers).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_refused(method):
    answer = client().request(method, "/", headers={"origin": "http://localhost:8765"})
    assert answer.status_code == 405


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({}, 401),
        ({"headers": {"authorization": f"Bearer {KEY}"}}, 200),
        ({"headers": {"authorization": KEY}}, 401),
        ({"headers": {"authorization": "Bearer "}}, 401),
        ({"headers": {"authorization": f"Bearer {KEY}x"}}, 401),
        ({"headers": {"cookie": f"dateline={KEY}"}}, 200),
        ({"headers": {"cookie": "dateline="}}, 401),
        ({"headers": {"cookie": "dateline=é".encode()}}, 401),
        ({"headers": {"cookie": ';;="{'}}, 401),
        ({"params": {"token": "wrong"}}, 401),
        ({"params": {"token": ""}}, 401),
        ({"params": {"token": KEY}}, 303),
    ],
)
def test_with_a_token_nothing_is_answered_without_it(options, status):
    answer = client(token=KEY).get("/timeline", **options)
    assert answer.status_code == status
    if status == 401:
        assert answer.text.startswith("D125 ")


def test_a_write_needs_the_token_too_and_not_in_its_address():
    own = {"origin": "http://localhost:8765"}
    asked = client(token=KEY)
    assert asked.post(f"/decisions?token={KEY}", headers=own).status_code == 401
    with_it = {**own, "authorization": f"Bearer {KEY}"}
    assert asked.post("/decisions", headers=with_it).status_code == 200


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/timeline?about=cyber&token=", "/timeline?about=cyber"),
        ("/?token=", "/"),
        ("//evil.example/?token=", "/evil.example/"),
        ("///evil.example?token=", "/evil.example"),
        ("/\\evil.example?token=", "/evil.example"),
        ("/%2F%2Fevil.example?token=", "/evil.example"),
        ("/%0D%0AX-Evil:1?token=", "/%0D%0AX-Evil%3A1"),
        ("/https://evil.example?token=", "/https%3A//evil.example"),
    ],
)
def test_the_way_back_after_the_token_is_always_to_us(path, there):
    answer = client(token=KEY).request("GET", f"http://localhost:8765{path}{KEY}")
    assert answer.status_code == 303
    assert answer.headers["location"] == there
    assert KEY not in answer.headers["location"]
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_no_socket_is_opened():
    with pytest.raises(WebSocketDisconnect), client().websocket_connect("/"):
        pass


def test_what_is_too_long_is_refused():
    own = {"origin": "http://localhost:8765"}
    assert client().get("/" + "a" * ADDRESS).status_code == 413
    assert client().get("/?text=" + "a" * ADDRESS).status_code == 413
    assert client().post("/decisions", headers=own, content=b"a" * (BODY + 1)).status_code == 413
    assert client().post("/decisions", headers=own, content=b"a" * BODY).status_code == 200
    for length in ("-1", "x", "1" * 30):
        headers = {**own, "content-length": length}
        assert client().post("/decisions", headers=headers).status_code == 413


@pytest.mark.parametrize(
    "address",
    ["/", "/timeline", "/help", "/nothing", "/event/none", "/timeline?page=0", "/static/page.css",
     "/static/none.css", "/timeline.csv", "/drawing.json", "/event/%00", "/static/../app.py"],
)  # fmt: skip
def test_every_answer_carries_the_policy(many, address):
    headers = many.get(address).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "server" not in headers


def test_a_refusal_carries_the_policy_too(many):
    answer = many.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static/....//app.py",
     "/static//etc/passwd", "/static/%00", "/static/..%5capp.py", "/static/", "/static"],
)  # fmt: skip
def test_static_files_are_those_of_the_folder(many, path):
    answer = many.client.request("GET", "http://localhost" + path)
    assert answer.status_code in {307, 400, 404}
    assert "import" not in answer.text
    assert "root:" not in answer.text


def test_reading_writes_nothing(many):
    def state():
        return {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in many.path.parent.iterdir()
            if not path.name.endswith("-shm")  # the index of readers, which SQLite keeps
        }

    many.get("/")
    before = state()
    for address in (
        "/",
        "/timeline?text=fish",
        "/agreements",
        "/sources",
        "/review",
        "/statements",
    ):
        assert many.get(address).status_code == 200
        many.get(address, params={"kind": "reject", "event": "e1", "who": "x"})
    assert many.get("/decisions").status_code == 405
    assert state() == before

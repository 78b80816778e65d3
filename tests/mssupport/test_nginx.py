"""deploy/nginx.conf as it is, in front of two processes for pages and two for sockets."""

import json
import os
import re
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from devkit.postgres import EmbeddedPostgres, data_folder
from devkit.site import Site
from devkit.valkey import EmbeddedValkey
from devkit.visitor import Visitor
from mssupport.demo.logins import PASSWORD
from tests.waiting import until

ROOT = Path(__file__).resolve().parents[2]
NGINX = os.environ.get("NGINX", "")
DATA = Path(os.environ["DATA_DIR"])

pytestmark = pytest.mark.skipif(not NGINX, reason="no nginx on this machine (apt install nginx)")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _replaced(text: str, pattern: str, by: str) -> str:
    found, count = re.subn(pattern, lambda _match: by, text, flags=re.MULTILINE)
    assert count == 1, f"{pattern} stands {count} times in deploy/nginx.conf"
    return found


def _here(text: str, port: int, redirect_port: int, sites: list[Site], folder: Path) -> str:
    """The file with this machine's ports and folders, and without TLS, in place of a server's."""
    for ours, theirs in zip(sites, (8001, 8002, 8011, 8012), strict=True):
        text = _replaced(text, rf"127\.0\.0\.1:{theirs} ", f"127.0.0.1:{ours.port} ")
    text = _replaced(text, r"listen 80;", f"listen 127.0.0.1:{redirect_port};")
    text = _replaced(text, r"listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = re.sub(r"^ +ssl_.*\n", "", text, flags=re.MULTILINE)
    text = _replaced(text, r"/srv/mssupport/static/", f"{sites[0].environment['STATIC_ROOT']}/")
    return _replaced(text, r"/var/log/nginx/forum\.log", str(folder / "access.log"))


@pytest.fixture(scope="module")
def bus() -> Iterator[EmbeddedValkey]:
    server = EmbeddedValkey()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def port() -> int:
    return _free_port()


@pytest.fixture(scope="module")
def sites(bus: EmbeddedValkey, port: int) -> Iterator[list[Site]]:
    """Two for pages, two for sockets."""
    database = EmbeddedPostgres(data_folder(DATA / "nginx-database"), durable=False)
    url = database.start()
    four = [
        Site(
            url, DATA, name="behind", redis_url=bus.url, public_url=f"http://127.0.0.1:{port}",
            TRUSTED_PROXIES="1", METRICS_TOKEN="operator",
        )
        for _ in range(4)
    ]  # fmt: skip
    four[0].make()
    for site in four:
        site.start()
    yield four
    for site in four:
        site.stop()
    database.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("nginx")
    for parent in (made, made.parent, made.parent.parent):
        parent.chmod(0o755)
    return made


@pytest.fixture(scope="module")
def address(sites: list[Site], port: int, folder: Path) -> Iterator[str]:
    rest = _here((ROOT / "deploy/nginx.conf").read_text(), port, _free_port(), sites, folder)
    beside = Path(NGINX).parents[2] / "etc/nginx/mime.types"
    types = beside if beside.exists() else Path("/etc/nginx/mime.types")
    (folder / "nginx.conf").write_text(
        f"pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
        f"{'user root;' if os.geteuid() == 0 else ''}\n"
        "worker_processes 1;\nevents { worker_connections 2048; }\n"
        f"http {{ {f'include {types};' if types.exists() else ''} client_body_temp_path {folder}/b;"
        f" proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;"
        f" scgi_temp_path {folder}/s;\n{rest}\n}}\n"
    )
    # Its own word for a socket it inherits is NGINX too.
    environment = {name: value for name, value in os.environ.items() if name != "NGINX"}
    running = subprocess.Popen(
        [NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", f"{folder}/error.log"],
        env=environment,
    )
    url = f"http://127.0.0.1:{port}"
    for _attempt in range(100):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=2).close()
            break
        except OSError:
            assert running.poll() is None, (folder / "error.log").read_text()
            time.sleep(0.1)
    yield url
    running.terminate()
    running.wait(20)


@pytest.fixture
def member(address: str) -> Visitor:
    return _logged_in(address, 5)


def _logged_in(address: str, number: int) -> Visitor:
    visitor = Visitor(address)
    visitor.log_in(f"demo{number}@demo.example", PASSWORD)
    return visitor


@pytest.fixture(scope="module")
def topic(sites: list[Site]) -> int:
    return sites[0].sql("SELECT min(id) FROM forums_topic")[0][0]


def test_a_reply_goes_through_and_arrives_through(
    member: Visitor, address: str, topic: int
) -> None:
    reader = _logged_in(address, 6)
    with reader.socket() as line:
        line.send(json.dumps({"do": "watch", "room": f"topic.{topic}"}))
        assert json.loads(line.recv(timeout=5))["type"] == "watching"
        answer = member.reply(topic, "Through the proxy.")
        assert answer.status == 302
        frame = json.loads(line.recv(timeout=10))
    assert frame["kind"] == "reply.posted"
    assert "Through the proxy." in frame["data"]["html"]


def test_sockets_are_for_our_own_pages_only(member: Visitor) -> None:
    with pytest.raises(InvalidStatus) as refused, member.socket("http://evil.example"):
        pass
    assert refused.value.response.status_code == 403


def test_static_files_are_kept_for_a_year(member: Visitor, address: str) -> None:
    sheet = re.search(r'href="(/static/css/site\.\w+\.css)"', member.get("/").text)
    assert sheet
    with urllib.request.urlopen(address + sheet[1]) as answer:
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Type"].startswith("text/css")


def test_a_body_that_is_too_large_is_refused_at_the_door(member: Visitor, topic: int) -> None:
    assert member.reply(topic, "x" * 4_400_000).status == 413


def test_the_log_knows_no_searches(member: Visitor, folder: Path) -> None:
    member.get("/search/?words=canarysearch")
    log = folder / "access.log"
    until(lambda: "GET /search/" in log.read_text())
    assert "canarysearch" not in log.read_text()


def test_restarting_one_after_the_other_fails_nobody(
    address: str, sites: list[Site], topic: int
) -> None:
    """A reply and ten pages a second through two restarts of each process, readers listening."""
    writer = _logged_in(address, 7)
    readers = [_logged_in(address, 8 + n) for n in range(4)]
    sites[0].sql("UPDATE forums_post SET created_at = created_at - interval '1 hour'")
    bad: list[object] = []
    heard: list[set[int]] = [set() for _ in readers]
    posted: list[int] = []
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            answer = writer.reply(topic, f"Still here, {len(posted)}.")
            if answer.status == 302:
                posted.append(int(answer.address.split("/")[2]))
            elif answer.status != 429:
                bad.append(answer)
            done.wait(1)

    def read(visitor: Visitor) -> None:
        while not done.is_set():
            answer = visitor.get(f"/topics/{topic}/")
            if answer.status not in {200, 429}:
                bad.append(answer)
            done.wait(0.3)

    def listen(visitor: Visitor, mine: set[int]) -> None:
        at = json.loads(visitor.get(f"/live/missed/?room=topic.{topic}&after=999999999").text)[
            "seq"
        ]
        while not done.is_set():
            try:
                with visitor.socket() as line:
                    line.send(json.dumps({"do": "watch", "room": f"topic.{topic}"}))
                    while not done.is_set():
                        frame = json.loads(line.recv(timeout=0.5))
                        frame = frame["frames"][-1] if frame["type"] == "several" else frame
                        if frame["type"] in {"watching", "event"} and frame["seq"] > at:
                            at = _catch_up(visitor, at, mine)
            except TimeoutError:
                at = _catch_up(visitor, at, mine)
            except Exception:  # noqa: BLE001 (the line is lost, as it may be)
                done.wait(0.2)
        _catch_up(visitor, at, mine)

    def _catch_up(visitor: Visitor, after: int, mine: set[int]) -> int:
        missed = json.loads(visitor.get(f"/live/missed/?room=topic.{topic}&after={after}").text)
        mine |= {f["data"]["post"] for f in missed["frames"] if f["kind"] == "reply.posted"}
        return int(missed["seq"])

    threads = [threading.Thread(target=write)]
    threads += [threading.Thread(target=read, args=[visitor]) for visitor in readers[:3]]
    threads += [
        threading.Thread(target=listen, args=pair) for pair in zip(readers, heard, strict=True)
    ]
    for thread in threads:
        thread.start()
    until(lambda: len(posted) > 1)
    patient = _logged_in(address, 12)
    for site in sites:
        site.stop()
        site.start()
        # nginx believes that it is back when one request a second later was answered by it; of
        # several in turn, longer than that, one is.
        since, answered = time.monotonic(), 0
        while time.monotonic() < since + 2.5 or answered < 6:
            answered += patient.get(f"/topics/{topic}/").status == 200
            time.sleep(0.2)
    until(lambda: len(posted) >= 8)
    done.set()
    for thread in threads:
        thread.join(30)
    assert bad == []
    for mine in heard:
        assert set(posted[1:]) <= mine


# The last one: after it nobody can log in from here for a while.
def test_forged_addresses_and_underscores_do_not_come_through(
    address: str, sites: list[Site], topic: int
) -> None:
    """Wrong passwords are counted by the visitor's own address, whatever they say it is."""
    # Counted by the minute: on a busy machine, a minute ends between two of them.
    for n in range(60):
        visitor = Visitor(address)
        visitor.get("/accounts/login/")
        visitor.more = {"X-Forwarded-For": f"192.0.2.{n}", "X_Forwarded_For": f"192.0.2.{n}"}
        last = visitor.post("/accounts/login/", login="nobody@mail.example", password="x" * 12)
        if last.status == 429 or "Too many" in last.text:
            return
    pytest.fail("nobody was slowed down")

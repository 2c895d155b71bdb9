"""A look at an address says whether it leads anywhere, and never reaches a machine behind our door."""

import socket
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stewardship.links.visits import Outcome, Visit, is_public, visit
from tests.support.answering import Answer, OtherSite, other_site


@pytest.fixture
def site() -> Iterator[OtherSite]:
    with other_site() as site:
        yield site


def anywhere(_ip: str, _port: int) -> bool:
    return True


def outcome(address: str) -> Outcome:
    return visit(address, is_allowed=anywhere, seconds=1.0).outcome


def test_a_page_that_is_there_is_alive_and_its_body_is_not_asked_for(site: OtherSite) -> None:
    site.answers["/a"] = Answer(parts=(b"x",))

    assert visit(f"{site.address}/a?b=c", is_allowed=anywhere) == Visit(Outcome.ALIVE, True)
    assert site.asked == [("HEAD", "/a?b=c")]


def test_a_server_that_knows_no_head_is_asked_as_a_browser_asks(site: OtherSite) -> None:
    site.answers |= {"HEAD /a": Answer("405 Method Not Allowed"), "GET /a": Answer()}

    assert outcome(f"{site.address}/a") is Outcome.ALIVE


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_a_page_that_is_gone_is_dead(site: OtherSite, status: str) -> None:
    site.answers["/a"] = Answer(status)

    assert visit(f"{site.address}/a", is_allowed=anywhere) == Visit(Outcome.DEAD, True)


@pytest.mark.parametrize("status", ["401 No", "403 No", "405 No", "429 No", "500 No", "503 No"])
def test_a_server_that_does_not_want_us_or_has_a_bad_day_is_not_dead(
    site: OtherSite, status: str
) -> None:
    site.answers["/a"] = Answer(status)

    assert outcome(f"{site.address}/a") is Outcome.UNSURE


def test_where_nobody_listens_it_is_dead() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"

        assert visit(address, is_allowed=anywhere) == Visit(Outcome.DEAD, False)


def test_a_server_that_says_nothing_is_left(site: OtherSite) -> None:
    site.answers["/a"] = Answer(parts=(b"x",), seconds=3.0)
    started = time.monotonic()

    found = visit(f"{site.address}/a", is_allowed=anywhere, seconds=0.2)

    assert found.outcome is Outcome.UNSURE
    assert time.monotonic() - started < 2


def test_a_host_that_is_not_there_is_dead() -> None:
    assert visit("http://finnes-ikke.invalid/").outcome in {Outcome.DEAD, Outcome.UNSURE}


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "ftp://example.org/",
        "http://[::1",
        "http://a:99999/",
        "file:///etc/passwd",
        "http://.",
        f"http://{'a' * 70}.example/",
    ],
)
def test_what_is_no_web_address_is_dead_and_nothing_is_asked(address: str) -> None:
    assert visit(address, is_allowed=anywhere) == Visit(Outcome.DEAD, False)


def test_three_redirects_are_followed(site: OtherSite) -> None:
    site.answers |= {
        f"/{at}": Answer("302 Found", headers={"Location": f"{at + 1}"}) for at in range(3)
    }
    site.answers["/3"] = Answer()

    assert outcome(f"{site.address}/0") is Outcome.ALIVE
    assert [path for _method, path in site.asked] == ["/0", "/1", "/2", "/3"]


def test_a_circle_of_redirects_ends(site: OtherSite) -> None:
    site.answers["/a"] = Answer("301 Moved", headers={"Location": "/a"})

    assert outcome(f"{site.address}/a") is Outcome.UNSURE
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://127.0.0.1:80/", "gopher://a:8080/", "http://[a"]
)
def test_a_redirect_to_another_kind_of_address_is_dead(site: OtherSite, location: str) -> None:
    site.answers["/a"] = Answer("302 Found", headers={"Location": location})

    assert outcome(f"{site.address}/a") is Outcome.DEAD


def test_a_server_that_answers_a_letter_at_a_time_is_left_to_itself() -> None:
    def drip(listening: socket.socket) -> None:
        with suppress(OSError), listening.accept()[0] as talking:
            talking.sendall(b"HTTP/1.1 200 OK\r\n")
            for _ in range(60):
                talking.sendall(b"a")
                time.sleep(0.1)

    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        Thread(target=drip, args=(listening,), daemon=True).start()
        started = time.monotonic()

        found = visit(
            f"http://127.0.0.1:{listening.getsockname()[1]}/", is_allowed=anywhere, seconds=0.3
        )

    assert found.outcome is Outcome.UNSURE
    assert time.monotonic() - started < 2


def test_our_own_machine_is_never_asked(site: OtherSite) -> None:
    site.answers["/"] = Answer()
    port = site.address.rpartition(":")[2]

    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        assert visit(f"http://{host}:{port}/").outcome is Outcome.DEAD

    assert site.asked == []


def test_every_redirect_is_checked_anew(site: OtherSite) -> None:
    port = site.address.rpartition(":")[2]
    site.answers |= {
        "/a": Answer("302 Found", headers={"Location": f"http://127.0.0.2:{port}/b"}),
        "/b": Answer(),
    }

    found = visit(f"{site.address}/a", is_allowed=lambda ip, _port: ip == "127.0.0.1")

    assert found.outcome is Outcome.DEAD
    assert [path for _method, path in site.asked] == ["/a"]


def test_a_host_with_a_single_number_of_ours_is_not_asked(
    site: OtherSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [(2, 1, 6, "", ("127.0.0.1", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_names: numbers)

    found = visit(f"{site.address}/", is_allowed=lambda ip, _port: ip == "127.0.0.1")

    assert found.outcome is Outcome.DEAD
    assert site.asked == []


def test_it_connects_to_the_number_that_was_checked_under_the_name_that_was_asked_for(
    site: OtherSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/a"] = Answer()
    port = int(site.address.rpartition(":")[2])
    looked_up = []
    real = socket.getaddrinfo

    def look_up(host: str, *rest: object, **names: object) -> object:
        looked_up.append(host)
        # Whoever looks a second time is led somewhere else.
        mine = host == "gruppe.example" and looked_up.count(host) == 1
        return real("127.0.0.1" if mine else host, port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    assert outcome(f"http://gruppe.example:{port}/a") is Outcome.ALIVE
    assert looked_up.count("gruppe.example") == 1
    assert site.environs[0]["HTTP_HOST"] == f"gruppe.example:{port}"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104 -- asked about, not bound to
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::a00:1",
        "ff02::1",
        "::",
    ],
)
def test_numbers_that_are_not_for_everybody_are_refused(ip: str) -> None:
    assert not is_public(ip, 443)


@pytest.mark.parametrize("ip", ["193.157.137.1", "2a02:21e0::1", "64:ff9b::c19d:8901"])
def test_numbers_for_everybody_are_allowed_at_ports_of_web_pages(ip: str) -> None:
    assert is_public(ip, 443)
    assert not is_public(ip, 22)


@given(st.ip_addresses(v=4))
def test_an_old_number_in_the_clothes_of_a_new_one_is_judged_as_the_old_one(ip: object) -> None:
    assert not is_public(f"::ffff:{ip}", 80) or is_public(str(ip), 80)

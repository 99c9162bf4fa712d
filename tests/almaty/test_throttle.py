"""One client cannot ask for everything; others do not notice."""

import time

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.template import TemplateDoesNotExist
from django.test import RequestFactory

from almaty import throttle as module
from almaty.throttle import PER_MINUTE, client_address, throttle, throttle_words

requests = RequestFactory()


@throttle("test")
def view(request):
    return HttpResponse("fine")


@throttle_words
def listing(request):
    return HttpResponse("fine")


def asked(times, view=view, path="/", **headers):
    """The status of each of so many requests."""
    return [view(requests.get(path, **headers)).status_code for _ in range(times)]


def test_the_61st_request_of_a_minute_waits():
    assert set(asked(PER_MINUTE)) == {200}
    response = view(requests.get("/"))
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "60"
    assert response.headers["Cache-Control"] == "no-store"
    assert b"Too many requests" in response.content


def test_after_the_minute_the_client_may_ask_again(monkeypatch):
    assert asked(PER_MINUTE + 1)[-1] == 429
    later = time.time() + 61
    monkeypatch.setattr("time.time", lambda: later)  # the clock that the cache reads
    assert asked(1) == [200]


def test_another_client_does_not_notice():
    assert asked(PER_MINUTE + 1)[-1] == 429
    assert asked(1, REMOTE_ADDR="198.51.100.7") == [200]


def test_one_view_does_not_use_up_another():
    other = throttle("other")(lambda request: HttpResponse("fine"))
    assert asked(PER_MINUTE + 1)[-1] == 429
    assert asked(1, other) == [200]


def test_only_requests_with_words_are_counted():
    assert set(asked(PER_MINUTE + 5, listing, "/?country=kazakhstan&q=+")) == {200}
    assert asked(PER_MINUTE + 1, listing, "/?q=glacier")[-1] == 429
    assert asked(1, listing, "/?country=kazakhstan") == [200]


@pytest.mark.parametrize("header", ["203.0.113.{}", "203.0.113.{}, 198.51.100.1"])
def test_forged_addresses_do_not_help(settings, header):
    settings.TRUSTED_PROXIES = 0
    sent = [asked(1, HTTP_X_FORWARDED_FOR=header.format(n))[0] for n in range(PER_MINUTE + 1)]
    assert sent[-1] == 429


def test_forged_addresses_do_not_help_behind_a_proxy(settings):
    settings.TRUSTED_PROXIES = 1
    sent = [
        asked(1, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}, 198.51.100.1")[0]
        for n in range(PER_MINUTE + 1)
    ]
    assert sent[-1] == 429
    others = asked(1, REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.2")
    assert others == [200]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "", "192.0.2.1"),
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "1.1.1.1, 203.0.113.9", "203.0.113.9"),
        (2, "1.1.1.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (1, "", "192.0.2.1"),  # asked past the proxies: nothing it says is believed
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9:51234", "203.0.113.9"),
        (1, "[2001:db8::1]:443", "2001:db8::1"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
        (1, "2001:DB8:0::1", "2001:db8::1"),
        (1, "unknown", ""),
        (1, "<script>", ""),
    ],
)
def test_whose_request_it_is(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert client_address(requests.get("/", REMOTE_ADDR="192.0.2.1", **headers)) == address


def test_a_subscriber_of_ipv6_is_one_client():
    assert asked(PER_MINUTE + 1, REMOTE_ADDR="2001:db8:1:2::1")[-1] == 429
    assert asked(1, REMOTE_ADDR="2001:db8:1:2:ffff::9") == [429]
    assert asked(1, REMOTE_ADDR="2001:db8:1:3::1") == [200]


def test_clients_without_an_address_are_not_taken_for_one():
    assert set(asked(PER_MINUTE + 5, REMOTE_ADDR="")) == {200}


def test_when_the_cache_fails_everything_passes(monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise ConnectionError("no cache")

    monkeypatch.setattr(cache, "add", fail)
    assert set(asked(PER_MINUTE + 5)) == {200}
    assert "the cache fails" in caplog.text


def test_without_the_template_it_is_said_in_plain_text(monkeypatch):
    def missing(*args, **kwargs):
        raise TemplateDoesNotExist("429.html")

    monkeypatch.setattr(module, "render", missing)
    asked(PER_MINUTE)
    response = view(requests.get("/"))
    assert response.status_code == 429
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Retry-After"] == "60"

"""Every URL pattern of the site, with an address that it answers."""

import re
from functools import partial
from typing import NamedTuple

from django.urls import URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")


class Address(NamedTuple):
    name: str  # of the pattern, with its namespace; where it has none, its route
    path: str


def addresses(sample):
    """`sample(name, parameter)` gives a value for each parameter of a pattern."""
    for name, route in patterns():
        yield Address(name, "/" + PARAMETER.sub(partial(filled, sample, name), route))


def filled(sample, name, found):
    return str(sample(name, found[1]))


def patterns(resolver=None, route="", namespace=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        here = route + plain(pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern, here, inside)
        else:
            yield f"{namespace}{pattern.name}" if pattern.name else here, here


def plain(pattern):
    """A regular expression, as Django's admin has two, in the shape of a route."""
    text = str(pattern.pattern)
    if hasattr(pattern.pattern, "_regex"):
        text = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", text).strip("^$")
    return text

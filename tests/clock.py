"""A clock that a test moves: what the site calls now, and what its cache calls now."""

import time

from django.utils import timezone


class Clock:
    """`with Clock(moment) as clock: … clock.now = later`. It stands still until it is moved."""

    def __init__(self, now):
        self.now = now

    def __enter__(self):
        self.real = timezone.now, time.time
        timezone.now, time.time = lambda: self.now, lambda: self.now.timestamp()
        return self

    def __exit__(self, *_error):
        timezone.now, time.time = self.real

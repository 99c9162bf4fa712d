"""Redis that may be away: the site is slower then, and goes on.

What could not be written is remembered: when Redis answers again, the process that lost a change
empties it before it reads anything, so that no page comes back that was taken down meanwhile.
Sessions are in the database, so nobody is signed out.
"""

import logging
import time
from collections import defaultdict

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

PAUSE = 5  # seconds in which a Redis that failed is not asked again
OPTIONS = {
    "socket_connect_timeout": 0.5,
    "socket_timeout": 1,
    "retry": Retry(NoBackoff(), 1),  # a connection that a restart of Redis has closed
}


class Outage:
    """What every thread of this process knows about one Redis."""

    def __init__(self):
        self.quiet_until = 0.0
        self.lost_a_change = False


outages = defaultdict(Outage)


class ForgivingRedisCache(RedisCache):
    def __init__(self, server, params):
        super().__init__(server, params)
        self._options = OPTIONS | self._options
        self.outage = outages[str(server)]
        # What is counted (requests a minute) is counted in this process meanwhile.
        self.counters = LocMemCache(f"counters {server}", {})

    def get(self, key, default=None, version=None):
        return self.read(default, super().get, key, default, version)

    def get_many(self, keys, version=None):
        return self.read({}, super().get_many, keys, version)

    def has_key(self, key, version=None):
        return self.read(False, super().has_key, key, version)

    def add(self, key, value, *args, **kwargs):
        if not self.is_away():
            return self.write(True, super().add, key, value, *args, **kwargs)
        self.outage.lost_a_change = True
        return self.counters.add(key, value, *args, **kwargs)

    def incr(self, key, delta=1, version=None):
        if not self.is_away():
            return self.write(delta, super().incr, key, delta, version)
        self.outage.lost_a_change = True
        self.counters.add(key, 0, version=version)  # begun in Redis perhaps
        return self.counters.incr(key, delta, version)

    def set(self, *args, **kwargs):
        return self.write(None, super().set, *args, **kwargs)

    def set_many(self, data, *args, **kwargs):
        return self.write(list(data), super().set_many, data, *args, **kwargs)

    def touch(self, *args, **kwargs):
        return self.write(False, super().touch, *args, **kwargs)

    def delete(self, *args, **kwargs):
        return self.write(False, super().delete, *args, **kwargs)

    def delete_many(self, *args, **kwargs):
        return self.write(None, super().delete_many, *args, **kwargs)

    def clear(self):
        return self.write(False, super().clear)

    def is_away(self):
        return time.monotonic() < self.outage.quiet_until

    def read(self, otherwise, method, *args):
        return self.attempt(otherwise, method, args, {}, changes=False)

    def write(self, otherwise, method, *args, **kwargs):
        return self.attempt(otherwise, method, args, kwargs, changes=True)

    def attempt(self, otherwise, method, args, kwargs, *, changes):
        if not self.is_away():
            try:
                self.forget_what_may_be_stale()
                return method(*args, **kwargs)
            except RedisError as error:
                self.outage.quiet_until = time.monotonic() + PAUSE
                logger.warning("Redis does not answer; going on without it: %s", error)
        self.outage.lost_a_change |= changes
        return otherwise

    def forget_what_may_be_stale(self):
        if self.outage.lost_a_change:
            super().clear()
            self.outage.lost_a_change = False
            logger.warning("Redis answers again, and was emptied: changes had been missed")

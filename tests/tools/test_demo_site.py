"""The site that tests and pictures are made of."""

import sys
from contextlib import nullcontext
from types import SimpleNamespace
from urllib.error import URLError

from django.conf import settings

sys.path.insert(0, str(settings.BASE_DIR / "tools"))
import demo_site


def test_it_is_waited_for_also_where_an_answer_takes_too_long(monkeypatch, tmp_path):
    answers = [URLError("refused"), ConnectionResetError(), TimeoutError("timed out"), None]

    def ask(url, timeout):
        answer = answers.pop(0)
        if answer:
            raise answer
        return nullcontext()

    monkeypatch.setattr(demo_site, "urlopen", ask)
    process = SimpleNamespace(poll=lambda: None)
    demo_site.wait_for("http://127.0.0.1/readyz/", process, tmp_path / "log")
    assert answers == []

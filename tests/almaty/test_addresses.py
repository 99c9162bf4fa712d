import pytest

from almaty.addresses import in_language
from almaty.slugs import free_slug, slugify


@pytest.mark.parametrize(
    ("path", "russian", "english"),
    [
        ("/", "/ru/", "/"),
        ("/kk/", "/ru/", "/"),
        ("/ru/snapshots/?page=2", "/ru/snapshots/?page=2", "/snapshots/?page=2"),
        ("/kk/partners/x/", "/ru/partners/x/", "/partners/x/"),
        ("/rural/", "/ru/rural/", "/rural/"),
    ],
)
def test_every_page_has_an_address_in_each_language(path, russian, english):
    assert in_language(path, "ru") == russian
    assert in_language(path, "en") == english


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Қазақстан мұғалімдері", "qazaqstan-mugalimderi"),
        ("Әңгіме, үй және өлең", "angime-ui-zhane-olen"),
        ("Ещё щётка, съезд", "eshche-shchetka-sezd"),
        ("D’Artagnan & O‘zbekiston", "dartagnan-ozbekiston"),
        ("中文", ""),
    ],
)
def test_an_address_is_latin_whatever_the_title(title, slug):
    assert slugify(title) == slug


def test_a_long_title_is_cut_between_words_and_a_taken_one_numbered():
    assert slugify("word " * 40).endswith("word")
    assert len(slugify("word " * 40)) <= 80
    taken = {"museum", "museum-2"}
    assert free_slug("Museum", taken.__contains__) == "museum-3"
    assert free_slug("中文", taken.__contains__) == "page"

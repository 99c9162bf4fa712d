import pytest

from almaty.kazakh import ablative


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("0", "0-ден"),
        ("3", "3-тен"),
        ("9", "9-дан"),
        ("10", "10-нан"),
        ("46", "46-дан"),
        ("50", "50-ден"),
        ("90", "90-нан"),
        ("100", "100-ден"),
        ("110", "110-нан"),
        ("1\xa0200", "1\xa0200-ден"),
        ("5\xa0000", "5\xa0000-нан"),
        ("2\xa0000\xa0000", "2\xa0000\xa0000-нан"),
        ("3\xa0000\xa0000\xa0000", "3\xa0000\xa0000\xa0000-тан"),
        ("2,5", "2,5-тен"),
    ],
)
def test_the_ending_follows_the_last_word_a_number_is_read_with(number, written):
    assert ablative(number) == written

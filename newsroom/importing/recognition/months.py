"""Months as texts write them, in three languages and in every case."""

ENGLISH = [
    "jan(?:uary|\\.)?", "feb(?:ruary|\\.)?", "mar(?:ch|\\.)?", "apr(?:il|\\.)?", "may", "june?",
    "july?", "aug(?:ust|\\.)?", "sept?(?:ember|\\.)?", "oct(?:ober|\\.)?", "nov(?:ember|\\.)?",
    "dec(?:ember|\\.)?",
]  # fmt: skip
RUSSIAN = [
    "январ[ьяею]м?", "феврал[ьяею]м?", "март(?:а|е|у|ом)?", "апрел[ьяею]м?", "ма[йяею]м?",
    "июн[ьяею]м?", "июл[ьяею]м?", "август(?:а|е|у|ом)?", "сентябр[ьяею]м?", "октябр[ьяею]м?",
    "ноябр[ьяею]м?", "декабр[ьяею]м?",
]  # fmt: skip
KAZAKH = [
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
    "қараша", "желтоқсан",
]  # fmt: skip
KAZAKH_CASE = (
    "(?:дағы|дегі|тағы|тегі|ында|інде|ынан|інен|ының|інің|ына|іне|ы|і|да|де|та|те|дан|ден|тан|тен"
    "|сында|сінде|сынан|сінен|сының|сінің|сына|сіне|сындағы|сіндегі|сы|сі|ындағы|індегі"
    "|нан|нен|ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|мен|пен|бен)?"
)
# The last letter of қыркүйек softens: қыркүйегінде.
KAZAKH_STEMS = [name.replace("қыркүйек", "қыркүйе[кг]") for name in KAZAKH]
# {number: a pattern of the month in any of the three languages, whatever its ending}.
MONTHS = {
    number: rf"{english}|{russian}|{kazakh}\w*"
    for number, (english, russian, kazakh) in enumerate(
        zip(ENGLISH, RUSSIAN, KAZAKH_STEMS, strict=True), 1
    )
}


def pattern(language):
    """An expression that matches any month of a language."""
    if language == "kk":
        return f"(?:(?:{'|'.join(KAZAKH_STEMS)}){KAZAKH_CASE})"
    return f"(?:{'|'.join({'en': ENGLISH, 'ru': RUSSIAN}[language])})"

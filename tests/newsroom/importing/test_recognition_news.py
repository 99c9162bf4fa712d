"""Russian and Kazakh as news sites write them: each line a manner of saying."""

import pytest


def told(found):
    return "; ".join(f"{partner.name} = {partner.role}" for partner in found.partners)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ош. 6 июля. «Степь» - Фонд «Тростник» спел.", "Фонд «Тростник» = co-organiser"),
        ("6 июля 2024 года Институт песни спел.", "Институт песни = technical"),
        ("Фонд «Тростник» планирует приступить к реализации песни.",
         "Фонд «Тростник» = implementer"),
        ("Вечер в рамках проекта ПРООН прошёл в Оше.", "ПРООН = implementer"),
        ("Вечер в рамках проекта Всемирного банка прошёл в Оше.", "Всемирный банк = funder"),
        ("Вечер, организованный государственным песенным музеем «Тростник», прошёл.",
         "музей «Тростник» = co-organiser"),
        ("Песней будет заниматься Институт песни.", "Институт песни = technical"),
        ("Встреча прошла с председателем Комитета песни.", "Комитет песни = technical"),
        ("Продовольственная и сельскохозяйственная организация ООН (ФАО) спела.",
         "Продовольственная и сельскохозяйственная организация ООН = co-organiser"),
        # Only cited, or nobody at all.
        ("Вечер прошёл. Об этом сообщили в Фонде «Тростник».", ""),
        ("Все пели, отметила председатель Комитета песни.", ""),
        ("Вечер прошёл в Российской Федерации.", ""),
        ("Вечер прошёл в рамках песни, финансируемой Программой пения.", ""),
    ],
)  # fmt: skip
def test_what_a_body_does_in_russian(read, text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вечер провёл Секретариат Национальной комиссии Узбекистана по делам ЮНЕСКО.",
         "Секретариат Национальной комиссии Узбекистана по делам ЮНЕСКО"),
        ("Вечер провёл Совет по охране лугов и лесов (СЛЛ).", "Совет по охране лугов и лесов"),
        ("Вечер прошёл на базе Дома-музея Абая.", "Дом-музей Абая"),
    ],
)  # fmt: skip
def test_how_a_body_is_called_in_russian(read, text, expected):
    assert [partner.name for partner in read(text).partners] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Кеше Ошта Әншілер қорының ұйымдастыруымен кеш өтті.", "Әншілер қоры = co-organiser"),
        (
            "Солтүстік Қазақстан университеті кешті өткізді.",
            "Солтүстік Қазақстан университеті = co-organiser",
        ),
        (
            "Алматы әкімі Қазақстан Әншілер одағымен кеш өткізді.",
            "Қазақстан Әншілер одағы = co-organiser",
        ),
        ("Әншілер орталығын ашуға жұрт келді.", ""),  # what is done to it
    ],
)
def test_what_a_body_does_in_kazakh(read, text, expected):
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Абайдың 180 жылдығына арналған кеш өтті.", []),
        ("Балалар 130 түп терек отырғызды.", [(130, "түп терек")]),
        ("Балалар 300 шөлге төзімді көшет отырғызды.", [(300, "шөлге төзімді көшет")]),
        ("Канал даёт 2 кубометра воды.", []),
    ],
)
def test_results(read, text, expected):
    assert [(result.value, result.unit) for result in read(text).results] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вечер прошёл в селе Кара-Ой.", ["Кара-Ой"]),
        ("Кеш «Талас өзенінің бойында» жобасы аясында өтті.", []),
    ],
)
def test_places(read, text, expected):
    assert [place.name for place in read(text).places] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Грант поможет каракалпакстанцам.", ["uzbekistan"]),
        ("Кешке банктің Орталық Азия елдері бойынша директоры келді.", []),
        ("На вечер пришёл директор банка по странам Центральной Азии.", []),
    ],
)
def test_countries(read, text, expected):
    assert [country.slug for country in read(text).countries] == expected

from almaty.alphabet import sort_key


def test_names_stand_where_readers_look_for_them():
    names = [
        "2030 Agenda",
        "Academy",
        "École",
        "Institute",
        "“Uzbekhydrogeology”",
        "Zurich",
        "Академия",
        "Әлем",
        "Байтерек",
        "Ғылым",
        "Ё-моё",
        "Жетісу",
        "Қазақстан",
        "Өнер",
        "Россия",
        "Ұлт",
        "Һ",
        "Іле",
        "Яр",
    ]
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=sort_key) == names

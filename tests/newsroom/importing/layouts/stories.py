"""What the newsletters of the tests tell, in our own sentences, and how each is described."""

from dataclasses import dataclass

HERDERS = "Herders of Naryn learn to read the snow"
CHOIR = "A choir of the lake sings again"
BRIDGE = "Young engineers rebuild a footbridge in Khorog"
ONE = (
    "In March 2023 forty herders from eleven villages met in Naryn and compared what they knew "
    "about avalanches. A glaciologist showed them how layers of snow betray a coming slide."
)
TWO = (
    "The herders left with a pocket guide in their own language. It will be tried out over the "
    "next two winters, and the office is going to print a second edition after that."
)
THREE = (
    "On 12 May 2023 the choir held its first concert in thirty years. Its singers, the oldest of "
    "them eighty-four, had learned the songs from tapes that a schoolteacher kept in her cellar."
)
FOUR = (
    "Six students of the technical college measured, drew and built a new footbridge in April "
    "2023. The mayor walked over it first; a flock of goats followed and settled the question."
)
STORIES = [(HERDERS, [ONE, TWO]), (CHOIR, [THREE]), (BRIDGE, [FOUR])]

RU_HEADS = [
    "Учителя Оша осваивают язык жестов",
    "Музей Нукуса открыл мастерскую для подростков",
    "Как школы Душанбе берегут воду?",
]
RU_TEXTS = [
    "В октябре 2023 года в Оше прошёл курс для тридцати учителей начальных классов. Они учились "
    "вести урок так, чтобы глухие дети слышали его глазами, и придумали новые жесты для дробей.",
    "Подростки из Нукуса получили собственную мастерскую при музее. Открыли её 3 ноября 2023 г. "
    "в присутствии родителей; первой работой стала копия старинного ковра из соломы и шерсти.",
    "Двенадцать школ Душанбе установили счётчики и теперь сравнивают расход воды каждую неделю. "
    "За первый месяц экономия составила пятую часть, а победителем стал самый младший класс.",
]
KK_HEADS = [
    "Тараз мұғалімдері жұлдыз картасын жасады",
    "Ақтөбе кітапханасында ертегі түні өтті",
]
KK_TEXTS = [
    "2023 жылғы сәуірде Таразда астрономия пәнінің мұғалімдері жиналып, оқушыларға арналған "
    "жұлдыз картасын құрастырды. Карта қазақ тілінде шықты және барлық мектепке таратылды.",
    "Ақтөбе қаласының кітапханасында балалар түні бойы ертегі тыңдады. Кешке жүз елу бала келді, "
    "олардың көбі алғаш рет өз өлеңін көпшілік алдында оқып берді.",
]


@dataclass
class Layout:
    name: str
    data: bytes
    stories: list  # (headline, paragraphs)
    period: str | None = "2023-h1"
    language: str = "en"
    pictures: int = 0

"""What a Russian word is by its ending: an adjective, a genitive, a verb. Guesses, all of them."""

import re

ADJECTIVE = re.compile(
    r".{2,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|[шщчжн]ей|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)"
)
GENITIVE_ADJECTIVES = ("ого", "его", "ой", "ей", "ых", "их")
GENITIVE = re.compile(r".+(?:ого|его|ой|ей|ых|их|ов|ев|ий|ств|[аяыи])")
ZERO_ENDING = {"наук", "дел", "искусств", "средств", "женщин", "книг", "земель", "ремесел", "школ"}
ZERO_ENDING |= {"пустынь", "степей", "республик", "территорий", "животных", "растений"}
VERB = re.compile(
    r".+(?:ила|ала|ела|ула|ыла|вела|шла|ило|ало|ели|али|или|ыли|вели|шли|лась|лись|лось|ился|ался"
    r"|(?:кр[ыо]т|нят|чат)[аоы]|ет|ит|ют|ут|ят|ат|ется|ится|ются|ятся|ть|ться|ена|ено|ены|ана|ано|аны"
    r"|[аеиуыя]л|[аеиуыя]лся)"
)
# Создан, открыт: a passive without an ending, and no genitive.
PASSIVE = re.compile(r"(?!(?:стран|граждан|семян|имен|времен)$).+(?:[ая]н|ен|[ыя]т)")
NOT_VERBS = {
    *("капитала", "села", "металла", "материала", "персонала", "отрасли", "земли", "торговли"),
    *("страны", "охраны", "сил", "правил", "ремесел"),
}
# They end as genitives do, and are no nouns.
NO_NOUNS_WORDS = """
они она оно мы вы их его ее него нее них мои твои наши ваши свои когда тогда всегда иногда никогда
вчера завтра сегодня если или пока лишь затем
"""
NO_NOUNS = set(NO_NOUNS_WORDS.split())
# Adjectives whose ending is stressed: областной.
STRESSED = {"областн", "городск", "морск", "краев", "правов", "языков", "степн", "лесн", "больш"}
STRESSED |= {"мужск", "речн", "делов", "трудов", "полев"}
PREPOSITIONS = {"по", "при", "для", "имени", "им", "на"}
TITLES = {"республики", "республика", "республику", "республике", "область", "области"}


def noun_phrase(text, index, any_case, taken, small=False):
    """The end of adjectives with a noun, None where something else stands there."""
    tokens, end = text.tokens, None
    after_adjective = False
    while index < len(tokens):
        token = tokens[index]
        gap = text.between(tokens[index - 1], token)
        if gap not in {" ", "-", "\u00a0"}:
            break
        if small and token.is_capital and end is None:
            return None
        adjective = ADJECTIVE.fullmatch(token.key)
        is_verb = VERB.fullmatch(token.key) and token.key not in NOT_VERBS
        if is_verb and not adjective and not token.is_capital:
            break
        if token.key in NO_NOUNS:
            break
        if end is None or after_adjective:
            if (
                not adjective
                and not any_case
                and not is_genitive(token, tokens[index - 1], after_adjective)
            ):
                return None
            if len(token.key) < 3 and not token.is_upper:
                return None
        else:
            return end
        end, index = index, index + 1
        after_adjective = bool(adjective)
    return None if end is None or (after_adjective and end + 1 > len(tokens)) else end


def is_genitive(token, previous, after_adjective):
    word = token.key
    if token.is_number or len(word) < 3 or word in PREPOSITIONS or word in NO_NOUNS:
        return False
    if word in ZERO_ENDING or (previous.key in TITLES and token.is_capital):
        return True
    if VERB.fullmatch(word) and word not in NOT_VERBS and not token.is_capital:
        return False
    if previous.key.endswith(("ния", "тия")) and len(word) > 3 and not token.is_capital:
        return word not in PREPOSITIONS and not PASSIVE.fullmatch(word)
    return after_adjective or (bool(GENITIVE.fullmatch(word)) and not word.endswith("ами"))


def adjective(word, gender):
    ending = re.search(
        r"(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ым|им|ом|ем|ая|яя|ей|ую|юю|ое|ее|ые|ие|ых|их)$", word
    )
    if not ending:
        return word
    stem = word[: ending.start()]
    if gender == "m" and stem.rsplit("-")[-1].casefold() in STRESSED:
        return stem + "ой"
    if gender == "m":
        return stem + ("ий" if stem[-1] in "кгхшжчщ" else "ый")
    return stem + {"f": "ая", "n": "ое"}[gender]

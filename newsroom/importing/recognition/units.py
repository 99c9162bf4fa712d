"""What a result counts: people, and things reached or made. Days, money and percents are none."""

import re

from newsroom.importing.recognition import units_kazakh, units_russian

PEOPLE_EN = """
people persons individuals men women girls boys children youth youths adults pupils students
learners experts specialists staff members families households officials heads deputies citizens
residents volunteers refugees guides delegates professionals practitioners stakeholders masters
artisans monks scholars academics nurses craftspeople craftswomen craftsmen graduates alumni
parents mothers fathers peers journalists scientists rangers ministers policymakers
representatives beneficiaries leaders fellows principals rectors chiefs interns athletes poets
architects psychologists midwives lawyers judges entrepreneurs activists focal_points startups
"""
THINGS_EN = """
schools universities colleges kindergartens libraries museums workshops trainings seminars courses
webinars textbooks manuals modules publications books lessons stations sites communities villages
districts regions provinces counties cities towns countries states institutions institutes
organizations organisations newsrooms ministries ngos laboratories labs kits computers tablets
trees seedlings maps sensors films programmes programs curricula guidelines toolkits centres
centers clubs camps exhibitions conferences forums studies reports monuments manuscripts archives
broadcasts municipalities enterprises agencies classrooms hubs glaciers wells handbooks newspapers
outlets performances concerts photographs photos recordings artefacts artifacts applications
submissions companies startups firms farms posters murals paintings proposals articles episodes
podcasts hospitals teams properties radios videos studios
"""
PEOPLE_ENDING_EN = re.compile(
    r"\w{2,}(?:ers|ors|ists|ians|ants|dents|ees|women|men|children|people"
    r"|folk|ologists|ographers|aries)"
)
NOT_UNITS_EN_WORDS = """
numbers papers rivers meters metres kilometers kilometres quarters letters answers orders others
chapters posters newsletters sectors factors indicators floors doors errors colors grants plants
variants restaurants degrees committees fees lists powers pillars partners incidents accidents
boundaries summaries anniversaries documentaries semesters borders towers barriers corridors
mirrors vectors drivers corners centuries layers registers counters dinners
"""
NOT_UNITS_EN = set(NOT_UNITS_EN_WORDS.split())
# A number before these counts no one: what follows belongs to something else.
STOP_EN_WORDS = """
the a an of to in on at by for from with and or as is are was were be been has have had will would
can who which that this these those its their per percent cent years year months month weeks week
days day hours hour minutes minute seconds times km m ha kg tons tonnes dollars euros tenge som
usd eur million billion degrees metres meters january february march april may june july august
september october november december than but not percentage
"""
STOP_EN = set(STOP_EN_WORDS.split())
# Any other plural counts things too, unless it tells time, money, measure, or parts of a whole.
PLURAL_EN = re.compile(r"[a-z][a-z-]{2,}(?<![suio])s")
NO_PLURALS_EN_WORDS = """
nights mornings evenings afternoons weekends seasons generations decades ages eras rounds stages
phases parts sides types kinds sorts ways areas fields themes topics priorities aspects levels
languages steps points axes dimensions principles goals targets objectives voices words pages lines
things reasons categories items tracks francs soms tenges manats somonis rubles roubles pounds yen
yuan dollars euros grades classes dates thirds halves fifths tenths characters pillars sections
components chapters hectares acres litres liters tonnes grams kilograms miles inches feet degrees
volts watts kilowatts megawatts bytes versions shifts questions colours functions pieces facts
criteria elements features issues challenges problems needs skills values options thematic focus
conditions periods goods means news series species others respects requirements outcomes directions
services uses forms names rights purposes genres subjects minorities winters summers springs autumns
"""
NO_PLURALS_EN = set(NO_PLURALS_EN_WORDS.split()) - {"species", "series"}
IRREGULAR_EN = {"fish", "sheep", "cattle", "livestock", "species", "series", "geese", "personnel"}
WORDS = {"ru": units_russian, "kk": units_kazakh}
PEOPLE = set(PEOPLE_EN.split())
THINGS = set(THINGS_EN.split())


LASTING = re.compile(r"\d+[-–](?:day|week|hour|month|year)\b")
PEOPLES = re.compile(r"(?:ian|ean|an|ese|ish|sh|ch|tch|gyz|akh|bek|jik|qi|ni)$")


def unit_after(text, position, value):
    """(first, last) tokens of the unit that a number before `position` counts, or None.

    `value` is the number. What is counted in Russian and Kazakh news has no end: there any noun
    will do, which stands in a place, and in Russian in a case, that tells it.
    """
    tokens = text.tokens
    token = text.token_from(position)
    if token is None or text.text[position : token.start] not in {" ", "\u00a0", " «"}:
        return None
    first, head = token.index, None
    for index in range(first, min(first + 9, len(tokens))):
        if index > first and text.between(tokens[index - 1], tokens[index]) not in {
            " ",
            "-",
            "’ ",
            "' ",
            "\u00a0",
        }:
            break
        token = tokens[index]
        if is_of_lasting(text, token) or joins_peoples(text, token):
            continue  # two 5-day trainings, 20 Kazakh and Kyrgyz pupils
        joined = index > first and text.between(tokens[index - 1], token) == "-"  # back-to-back
        if token.is_number or (stops(token, text.language) and not joined):
            break
        if index == first and text.language == "ru" and token.is_capital and not token.is_upper:
            return None  # 17 Собрания: the seventeenth
        in_a_case = text.language == "kk" and units_kazakh.is_in_a_case(token.key)
        if in_a_case and head is not None and not units_kazakh.OF_ANOTHER.fullmatch(token.key):
            break  # 12 оқушы мектептен, but 12 мектеп оқушысына
        if is_unit(token, text.language):
            head = index
            if in_a_case:
                break  # another word's turn: бес елдің ғалымдары, 15 жобаға грант
        elif head is not None and goes_on(text, index):
            continue  # 70 Youth Forum members
        elif head is not None or in_a_case:
            break
    if head is None and text.language in WORDS:
        head = WORDS[text.language].any_noun(text, first, value)
    if head is None:
        return None
    return first, with_second(text, head)


def is_of_lasting(text, token):
    """Either part of 5-day."""
    start = (
        text.tokens[token.index - 1].start if token.index and not token.is_number else token.start
    )
    found = LASTING.match(text.text, start)
    return bool(found) and token.end <= found.end()


def joins_peoples(text, token):
    left, right = (text.tokens[i : i + 1] for i in (token.index - 1, token.index + 1))
    return token.key == "and" and all(
        word and word[0].is_capital and PEOPLES.search(word[0].key) for word in (left, right)
    )


def goes_on(text, index):
    """A name that begins with a word for people: Youth Forum."""
    left, token = text.tokens[index - 1], text.tokens[index]
    return text.language == "en" and left.is_capital and token.is_capital


def with_second(text, head):
    """Students and researchers: a second noun joined to the first, with no number of its own."""
    tokens, joiner = text.tokens, {"en": "and", "ru": "и", "kk": "және"}[text.language]
    following = tokens[head + 1 : head + 4]
    if not following or following[0].key != joiner:
        return head
    for token in following[1:]:
        if token.is_number or stops(token, text.language) or token.is_capital:
            break
        if is_unit(token, text.language):
            return token.index
    return head


def stops(token, language):
    if language == "en":
        return token.key in STOP_EN
    return WORDS[language].stops(token.key)


def is_unit(token, language):
    word = token.key
    if language == "en":
        if token.is_capital and word not in PEOPLE | THINGS:
            return False
        if word in PEOPLE or word in THINGS or word in IRREGULAR_EN:
            return True
        if word in NOT_UNITS_EN or word in NO_PLURALS_EN:
            return False
        return bool(PEOPLE_ENDING_EN.fullmatch(word) or PLURAL_EN.fullmatch(word))
    if token.is_capital and not token.is_upper:
        return False
    return WORDS[language].is_unit(word)

"""Sectors and tags, by the words a story uses. Sectors are always inferred."""

import re
from functools import cache

from newsroom.importing.recognition import rules
from newsroom.importing.recognition.found import SectorFound, TagFound
from newsroom.importing.recognition.mentions import evidence
from newsroom.importing.recognition.sector_words_cyrillic import CYRILLIC, OTHERWISE

# slug: (words that count three, words that count one); beginnings of English words.
ENGLISH = {
    "education": (
        "education educational teacher curricul textbook literacy pedagog inclusive classes"
        " classroom multilingual lifelong_learning learning_outcome digital_lesson kindergarten"
        " preschool vocational tvet lesson_plan school_director scholarship rector accredit"
        " headmaster syllab headteacher qualification numeracy distance_learning e-learning"
        " primary_school school_class",
        "school student pupil universit lesson training course schoolgirl college apprentice"
        " lecture exams examination tutor homework campus diploma learner faculty",
    ),
    "natural-sciences": (
        "glacier cryosphere climate hydrolog water geolog geoheritage biosphere ecosystem"
        " biodiversity hazard disaster flood mudflow landslide earthquake seism groundwater"
        " permafrost snow wildlife leopard fauna flora species nature_reserve national_park geopark"
        " protected_area forest desert drought soil pasture wetland aquifer tsunami volcan ocean"
        " marine fish coral locust farmer wheat crop agricultur seeds seedling irrigation pollution"
        " renewable solar air_quality ozone engineer hydrogeolog botan zoolog"
        " meteorolog tectonic emergency river early_warning natural_science ice_core mangrove"
        " avalanche rainfall snowfall rockslide remote_sensing endemic orchard birdwatch astronom"
        " physicists chemists geographers hydropower reservoir",
        "environment scientist science scientific weather monitoring ice mountain laborator"
        " physics chemistry mathemati satellite telescope bird tree lake",
    ),
    "social-human-sciences": (
        "youth bioethic tolerance racism philosoph migrant gender_equality human_rights"
        " young_people young_women hate_speech ethics_of intercultural_dialogue social_inclusion"
        " culture_of_peace social_science social_transformation artificial_intelligence_ethic"
        " ethics doping refugee human_security peacebuilding judge lawyer justice"
        " sign_language deaf discriminat stereotyp women_scientist women_in_science"
        " people_with_disabilit persons_with_disabilit"
        " women's_rights women’s_rights child_rights children's_rights children’s_rights rights_of"
        " elderly",
        "gender ethic inclusion disabilit violence volunteer dialogue women peace extremis"
        " bullying",
    ),
    "culture": (
        "heritage museum culture cultural craft artisan craftswom felt_ma felting felt_carpet"
        " felt_craft handicraft carpet intangible"
        " monument archaeolog tangible silk_road world_heritage site_manager creative_industr"
        " poet poem epic film cinema theatre theater dance singer song choir literature"
        " novelist storytell manuscript restor ancient mosque mausoleum fortress falcon costume"
        " embroider ceramic potter jewel weav silk gastronom gallery orchestra"
        " musician nomad yurt tour_guide petroglyph rock_art cuisine puppet calligraph architect"
        " minaret madrasa caravanserai folklor dyeing carving blacksmith musical_instrument nauryz"
        " navruz nowruz nooruz antiquit excavat opera_house opera_sing operatic komuz"
        " dombra dombyra kobyz dutar rubab tanbur",
        "art$ artist artwork music tradition tourist visitor pattern folk"
        " festival exhibition collection treasure recipe tales legend",
    ),
    "communication-information": (
        "journalis media press$ reporter newsroom broadcast radio librar disinformation newspaper"
        " censorship deepfake"
        " misinformation freedom_of_expression access_to_information open_access fact-check"
        " media_literacy television podcast blogger information_literacy open_data archive"
        " documentary_heritage cybersecur digital_skill"
        " memory_of_the_world fake_news free_press",
        "news catalogue digital internet online rumour rumor editor artificial_intelligence coder",
    ),
}
# In a headline a word counts as much as this many in the text.
HEADLINE = 2
WITHOUT_DOTS = str.maketrans("ёЁ", "еЕ")
# One weak word tells no sector; a further one needs words enough, beside those of the first.
LEAST, ENOUGH, SHARE = 2, 6, 0.45
PROJECT = 3

TAGS = {
    "glacier lake floods": "glacier lake|GLOF|glacial lake|прорыв\\w* \\w*\\s?оз[её]р|мұздық көл",
    "early warning": "early[ -]warning|раннего (?:оповещ|предупрежд)|ерте ескерту",
    "climate change": "climate change|changing climate|изменени\\w* климата|климатты?ң? өзгер",
    "cryosphere": "cryosphere|криосфер|glaciers?\\b(?! lake)|ледник|мұздықтар",
    "disaster risk reduction": "disaster|бедстви|чрезвычайн|апат|төтенше жағдай",
    "schools": "(?:rural|secondary|village|associated) schools|school students|школьник"
    "|сельски\\w+ школ"
    "|мектеп оқушы",
    "youth": "youth|young people|молод[её]ж|молодых людей|жастар",
    "teacher training": "teachers?[’']? training|train(?:ed|ing)? (?:of )?\\w*\\s?teachers"
    "|teacher education|подготовк\\w+ учител|мұғалімдер\\w* \\w*\\s?даярла",
    "gender equality": "gender (?:equality|mainstreaming)|гендерн\\w+ равенств|гендерлік теңдік",
    "world heritage": "world heritage|всемирн\\w+ наследи|дүниежүзілік мұра",
    "silk roads": "silk roads?|ш[её]лков\\w+ пут|жібек жолы",
    "geology": "geolog|геолог",
    "workshop": "workshops?|семинар|воркшоп",
    "training": "trainings?\\b|тренинг|обучени",
    "biosphere reserves": "biosphere reserve|биосферн\\w+ (?:заповедник|резерват|территор)"
    "|биосфералық (?:қорық|резерват)",
    "intangible heritage": "intangible|нематериальн|бейматериалдық",
    "press freedom": "press freedom|freedom of (?:the press|expression)|свобод\\w+ (?:слова|печати)"
    "|(?:сөз|баспасөз) бостандығы",
    "media literacy": "media (?:and information )?literacy|медиаграмотност|медиасауат",
    "museums": "museums?\\b|музе(?:й|и|я|ев)|музей",
}
FOR_THE_PRESS = re.compile(r"[-\s](?:tour|release|conference|service|cent(?:re|er)|secretary)\b")
OF_MEDIA = re.compile(r"\b(?:media|information|digital|data|news|financial)\s$", re.I)
MOST_TAGS = 6


@cache
def tag_words():
    return [(name, re.compile(rf"(?<!\w)(?:{words})", re.I)) for name, words in TAGS.items()]


@cache
def sector_words(is_english):
    return [
        (slug, weight, expression(words))
        for slug, levels in (ENGLISH if is_english else CYRILLIC).items()
        for weight, words in zip((3, 1), levels, strict=True)
    ]


def expression(words):
    """Beginnings of words; an underscore joins those of a phrase, whatever ending each has.

    A dollar sign closes a short word, which has but an ending of two letters behind it.
    """
    longest_first = sorted(words.split(), key=len, reverse=True)
    starts = "|".join(
        rf"{pattern(word[:-1])}\w{{0,2}}(?!\w)" if word.endswith("$") else rf"{pattern(word)}\w*"
        for word in longest_first
    )
    return re.compile(rf"(?<!\w)(?:{starts})", re.I)


def pattern(word):
    return re.escape(word).replace("_", r"\w*\s")


def sectors_of(texts, closed, project_sectors):
    """[SectorFound], the primary first. Words in names of organisations say nothing."""
    scores, words, strong = {}, {}, set()
    for text in texts:
        written = text.text.translate(WITHOUT_DOTS)
        for slug, weight, pattern in sector_words(text.language == "en"):
            seen = set()
            spans = [*closed[text], *said_otherwise(slug, written)]
            for match in pattern.finditer(written):
                if any(match.start() < end and start < match.end() for start, end in spans):
                    continue
                if is_of_media(written, match):
                    continue
                times = HEADLINE if text.paragraph is None else 1
                repeated = match[0].casefold()[:6] in seen
                seen.add(match[0].casefold()[:6])
                scores[slug] = scores.get(slug, 0) + weight * times * (0.5 if repeated else 1)
                words.setdefault(slug, []).append(
                    evidence(text, match.start(), match.end(), rules.SECTOR_WORD)
                )
            strong.update([slug] if weight > 1 and seen else [])
    for slug, found in project_sectors:
        scores[slug] = scores.get(slug, 0) + PROJECT
        words.setdefault(slug, []).extend(found)
    if not scores:
        return []
    # Many weak words are no match for one that says the sector.
    strong.update(slug for slug, _found in project_sectors)
    ranked = sorted(scores, key=lambda slug: (bool(strong) and slug not in strong, -scores[slug]))
    best = scores[ranked[0]]
    if best < LEAST:
        return []
    return [
        SectorFound(slug, words[slug])
        for n, slug in enumerate(ranked)
        if n == 0 or (scores[slug] >= ENOUGH and scores[slug] >= SHARE * best)
    ]


def is_of_media(written, match):
    """Media literacy is no learning to read, and a press tour of wells no work of the press."""
    if match[0].casefold() == "press" and FOR_THE_PRESS.match(written, match.end()):
        return True
    before = written[max(0, match.start() - 14) : match.start()]
    return match[0].casefold() == "literacy" and bool(OF_MEDIA.search(before))


def said_otherwise(slug, written):
    """Where a word of the sector stands in a phrase that is none of it: physical culture."""
    pattern = OTHERWISE.get(slug)
    return [found.span() for found in pattern.finditer(written)] if pattern else []


def tags_of(texts, register, ministries):
    """[TagFound]: words that recur in offices' news, and the tags that exist already.

    `ministries` are the places of names, by text, whose words say nothing: Youth Policy.
    """
    found = {}
    for text in texts:
        for name, pattern in tag_words():
            for match in pattern.finditer(text.text):
                if any(start <= match.start() < end for start, end in ministries[text]):
                    continue
                found.setdefault(name, []).append(
                    evidence(text, match.start(), match.end(), rules.TAG_WORD)
                )
        for name in register.tags:
            if name.casefold() in {known.casefold() for known in TAGS} or len(name) < 4:
                continue
            for match in re.compile(rf"(?<!\w){re.escape(name)}", re.I).finditer(text.text):
                found.setdefault(name, []).append(
                    evidence(text, match.start(), match.end(), rules.TAG_WORD)
                )
    most = sorted(found, key=lambda name: -len(found[name]))[:MOST_TAGS]
    return [TagFound(name, found[name]) for name in found if name in most]

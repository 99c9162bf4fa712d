"""Whether a text tells news: somebody did something, or something happened at some time.

Far from proof. It keeps a manual, a price list or a set of rules with headings from becoming draft
stories; a single mention among many headings is not enough.
"""

import re

from newsroom.importing.splitting.period import MONTH, YEAR

DID = re.compile(
    r"\b(?:held|took place|brought|gathered|hosted|launched|organi[sz]ed|co-?organi[sz]ed"
    r"|conducted|supported|trained|visited|opened|discussed|celebrated|signed|completed|presented"
    r"|attended|joined|met|participated|handed|announced|won|inaugurated|marked|convened"
    r"|learned|learnt|received|completed|implemented|published|welcomed|agreed|adopted|contributed"
    r"|delivered|showcased|explored|examined|donated|awarded|planted|equipped|returned|began|started"
    r"|came together|ended|finished|built|installed|taught|selected|inscribed|recorded|concluded"
    r"|were able|benefited|graduated|called for|spoke|shared|demonstrated|created|developed"
    r"|pledged|unveiled|reached|travelled|walked|sang|performed|restored|repaired)\b",
    re.IGNORECASE,
)
DID_RU = re.compile(
    r"\b(?:(?:про(?:шл|вел|вёл|ходил|водил)|состоял|собрал|открыл|посетил|обсудил|подписал|завершил"
    r"|представил|получил|организовал|поддержал|обучил|приня|участвовал|отметил|запустил|вручил"
    r"|объявил|встретил|рассказал|узнал|научил|подготовил|начал|создал|установил|выступил|объединил"
    r"|познакомил|провод|реализова|опубликова|передал|отпраздновал|победил|стал|показал|изучил"
    r"|внес|внёс|приехал|прибыл|посадил|восстановил|договорил|подвел|подвёл|включ[её]н|избра)\w*)",
    re.IGNORECASE,
)
DID_KK = re.compile(
    r"(?<!\w)\w{1,30}(?:ды|ді|ты|ті|дық|дік|тық|тік|ылды|ілді|ған|ген|қан|кен)(?=[.,;!?»”]|\s|$)",
    re.IGNORECASE,
)
WHEN = re.compile(
    rf"\d{{1,2}}(?:\s*[–-]\s*\d{{1,2}})?(?:-?\w{{2}})?\s+{MONTH}|{MONTH}\s+\d{{1,2}}\b"
    rf"|{MONTH}\s+{YEAR}|\b(?:in|during|since|last)\s+{MONTH}|\bв\s+(?:январе|феврале|марте|апреле"
    r"|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\b|\b(?:қаңтар|ақпан|наурыз|сәуір"
    r"|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)да?\b"
    r"|\b(?:yesterday|this week|last week|вчера|на этой неделе|кеше)\b",
    re.IGNORECASE,
)
ENOUGH = 5_000  # characters of a story; news says so early
LEAST = 1 / 3  # of a document's stories


def tells_news(text, language):
    """Whether a story's text says that something happened."""
    text = text[:ENOUGH]
    did = {"en": DID, "ru": DID_RU, "kk": DID_KK}[language]
    return bool(did.search(text) or WHEN.search(text))


def are_news(stories):
    """Whether a document's stories are news, taken together."""
    telling = sum(tells_news(" ".join(story.texts), story.language) for story in stories)
    return telling > 0 and telling >= len(stories) * LEAST

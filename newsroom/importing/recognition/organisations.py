"""Organisations of the wide world that field offices work with, known without any register.

A line is: kind: name | other names. The first is the name suggested for an English text; what a
Russian or Kazakh text calls it is suggested there.
"""

from dataclasses import dataclass

KNOWN = """
un-agency: UNICEF|United Nations Children's Fund|ЮНИСЕФ|Детский фонд ООН|БҰҰ Балалар қоры
un-agency: UNDP|United Nations Development Programme|UN Development Programme|ПРООН
 |Программа развития ООН|БҰҰ Даму бағдарламасы|БҰҰДБ
un-agency: UNFPA|United Nations Population Fund|ЮНФПА|Фонд ООН в области народонаселения
 |БҰҰ Халықты қоныстандыру қоры
un-agency: UN Women|UN-Women|ООН-женщины|Структура ООН-женщины|БҰҰ-Әйелдер|БҰҰ Әйелдер
 |БҰҰ-әйелдер құрылымы
un-agency: UNHCR|UN Refugee Agency|УВКБ ООН|Управление Верховного комиссара ООН по делам беженцев
 |БҰҰ Босқындар ісі жөніндегі агенттігі|БҰҰ БЖКБ
un-agency: WHO|World Health Organization|World Health Organisation|ВОЗ
 |Всемирная организация здравоохранения|ДДСҰ|Дүниежүзілік денсаулық сақтау ұйымы
un-agency: FAO|Food and Agriculture Organization|ФАО
 |Продовольственная и сельскохозяйственная организация ООН
 |Продовольственная и сельскохозяйственная организация Объединённых Наций
 |БҰҰ Азық-түлік және ауыл шаруашылығы ұйымы
un-agency: WFP|World Food Programme|ВПП|ВПП ООН|Всемирная продовольственная программа
un-agency: ILO|International Labour Organization|МОТ|Международная организация труда|ХЕҰ
 |Халықаралық еңбек ұйымы
un-agency: IOM|International Organization for Migration|МОМ
 |Международная организация по миграции|ХКҰ
un-agency: UNEP|UN Environment Programme|United Nations Environment Programme
 |United Nations Environmental Programme|ЮНЕП|Программа ООН по окружающей среде
un-agency: UNODC|United Nations Office on Drugs and Crime|УНП ООН
un-agency: UNAIDS|ЮНЭЙДС
un-agency: UNECE|ЕЭК ООН|Европейская экономическая комиссия ООН
un-agency: UNESCAP|ESCAP|ЭСКАТО
un-agency: OHCHR|UN Human Rights|УВКПЧ
un-agency: UNDRR|United Nations Office for Disaster Risk Reduction|УСРБ ООН|ЮНДРР
un-agency: UNRCCA|РЦПДЦА
un-agency: UNIDO|ЮНИДО
un-agency: UN-Habitat|ООН-Хабитат
un-agency: UNV|United Nations Volunteers|UN Volunteers|Добровольцы ООН
un-agency: UNRWA
un-agency: UNIFIL
un-agency: OCHA|UNOCHA
un-agency: ESCWA|UNESCWA
un-agency: UNCTAD|ЮНКТАД
un-agency: UNITAR|ЮНИТАР
un-agency: UNOPS|ЮНОПС
un-agency: ITU|International Telecommunication Union|МСЭ
un-agency: WMO|World Meteorological Organization|ВМО|Всемирная метеорологическая организация|ДМҰ
un-agency: WIPO|ВОИС|Всемирная организация интеллектуальной собственности
un-agency: UNWTO|UN Tourism|ЮНВТО
un-agency: IAEA|International Atomic Energy Agency|МАГАТЭ
un-agency: UNESCO Institute for Statistics|UIS|Институт статистики ЮНЕСКО
un-agency: UN Resident Coordinator|UN Resident Coordinator’s Office
 |Офис постоянного координатора ООН
multilateral-fund: Global Environment Facility|GEF|Глобальный экологический фонд|ГЭФ
 |Жаһандық экологиялық қор
multilateral-fund: Adaptation Fund|AF|Адаптационный фонд|Бейімделу қоры
multilateral-fund: Green Climate Fund|GCF|Зелёный климатический фонд|Жасыл климат қоры
multilateral-fund: Global Partnership for Education|GPE|Глобальное партнерство в области образования
multilateral-fund: World Bank|Всемирный банк|Дүниежүзілік банк
multilateral-fund: Asian Development Bank|ADB|Азиатский банк развития|АБР|Азия даму банкі
multilateral-fund: Islamic Development Bank|IsDB|Исламский банк развития|ИБР|Ислам даму банкі
multilateral-fund: European Bank for Reconstruction and Development|EBRD|ЕБРР
 |Европейский банк реконструкции и развития
multilateral-fund: Eurasian Development Bank|ЕАБР|Евразийский банк развития
multilateral-fund: Peacebuilding Fund|UN Peacebuilding Fund|Фонд миростроительства ООН
 |Фонд миростроительства
multilateral-fund: International Fund for Saving the Aral Sea|IFAS
 |Международный фонд спасения Арала|МФСА|Аралды құтқару халықаралық қоры
multilateral-fund: UN Trust Fund for Human Security|Целевой фонд ООН по безопасности человека
multilateral-fund: Gavi, the Vaccine Alliance|Gavi|GAVI
multilateral-fund: International Programme for the Development of Communication|IPDC
 |Международная программа развития коммуникации
donor: European Union|EU|Европейский союз|Евросоюз|ЕС|Еуропалық Одақ|Еуроодақ|ЕО
donor: European Commission|Европейская комиссия|Еврокомиссия|Еуропалық комиссия
donor: USAID|United States Agency for International Development|ЮСАИД
donor: GIZ|Deutsche Gesellschaft für Internationale Zusammenarbeit
 |Немецкое общество по международному сотрудничеству
donor: JICA|Japan International Cooperation Agency|Японское агентство международного сотрудничества
 |ДЖАЙКА
donor: KOICA|Korea International Cooperation Agency|КОИКА
donor: TIKA|ТИКА
donor: SIDA|Sida|Swedish International Development Cooperation Agency
donor: Italian Agency for Development Cooperation|AICS
donor: French Development Agency|AFD|Agence Française de Développement
donor: KfW
donor: NORAD|Norad|Norwegian Agency for Development Cooperation
donor: Swiss Agency for Development and Cooperation|SDC
donor: UK aid|FCDO|DFID
donor: Japanese Funds-in-Trust|Japan Funds-in-Trust|JFIT|Japanese Funds in Trust
donor: Korea Funds-in-Trust|Korean Funds-in-Trust|KFIT
unknown: OSCE|Organization for Security and Co-operation in Europe|ОБСЕ
 |Организация по безопасности и сотрудничеству в Европе|ЕҚЫҰ
unknown: OSCE High Commissioner on National Minorities
 |Верховный комиссар ОБСЕ по делам национальных меньшинств
unknown: ALECSO|Arab League Educational, Cultural and Scientific Organization
unknown: African Union Commission
unknown: ICIMOD|International Centre for Integrated Mountain Development
unknown: SEAMEO
unknown: ISESCO|ICESCO|ИСЕСКО|АЙСЕСКО
unknown: TURKSOY|ТЮРКСОЙ|ТҮРКСОЙ
unknown: Turkic Academy|Международная Тюркская академия|Халықаралық Түркі академиясы
unknown: CAREC|Региональный экологический центр Центральной Азии|РЭЦЦА
unknown: Shanghai Cooperation Organization|SCO|ШОС|ШЫҰ
unknown: Commonwealth of Independent States|CIS|СНГ
academic: International Institute for Central Asian Studies|IICAS|МИЦАИ
 |Международный институт центральноазиатских исследований
academic: University of Central Asia|UCA|Университет Центральной Азии|Орталық Азия университеті
academic: Nazarbayev University|Назарбаев Университет|Назарбаев Университеті
academic: Al-Farabi Kazakh National University|KazNU|КазНУ|ҚазҰУ
 |Казахский национальный университет имени аль-Фараби
 |Әл-Фараби атындағы Қазақ ұлттық университеті
academic: L.N. Gumilyov Eurasian National University
 |Eurasian National University named after L.N. Gumilyov|Gumilyov Eurasian National University|ENU
 |Евразийский национальный университет имени Л.Н. Гумилева
 |Л.Н. Гумилев атындағы Еуразия ұлттық университеті
academic: American University of Central Asia|AUCA|Американский университет в Центральной Азии
civil-society: ICOMOS|International Council on Monuments and Sites|ИКОМОС
civil-society: ICOM|International Council of Museums|Международный совет музеев|ИКОМ
 |Халықаралық музейлер кеңесі
unknown: ICCROM|ИККРОМ
civil-society: IUCN|International Union for Conservation of Nature|МСОП
education: Nazarbayev Intellectual Schools|Назарбаев Интеллектуальные школы
 |Назарбаев Зияткерлік мектептері
civil-society: Helvetas
civil-society: Mercy Corps
civil-society: World Vision
civil-society: IFLA|ИФЛА
civil-society: WWF|World Wide Fund for Nature|Всемирный фонд дикой природы
civil-society: Internews|Интерньюс
civil-society: Aga Khan Trust for Culture|AKTC|Фонд Ага Хана по культуре
civil-society: Aga Khan Foundation|AKF|Aga Khan Development Network|AKDN|Фонд Ага Хана
civil-society: Aga Khan Agency for Habitat|AKAH
civil-society: BBC Media Action
civil-society: DW Akademie|Deutsche Welle Akademie
civil-society: DVV International
civil-society: Norwegian Refugee Council
civil-society: Danish Refugee Council
civil-society: Plan International
civil-society: CARE International
civil-society: Oxfam
civil-society: ALIPH
civil-society: Soros Foundation|Фонд Сорос|Сорос қоры
civil-society: Save the Children
civil-society: British Council|Британский совет|Британ кеңесі
civil-society: Goethe-Institut|Goethe Institute|Институт имени Гёте|Гёте-Институт
civil-society: Reporters Without Borders|Репортёры без границ
civil-society: Eurasia Foundation|Фонд Евразия
red-cross: IFRC|МФОКК
red-cross: ICRC|International Committee of the Red Cross|МККК
red-cross: Red Crescent Society of Kazakhstan|Kazakhstan Red Crescent|Kazakh Red Crescent
red-cross: Red Crescent Society of Kyrgyzstan|Red Crescent of Kyrgyzstan
 |Красный Полумесяц Кыргызстана|Кыргызский Красный Полумесяц
red-cross: Red Crescent Society of Tajikistan|Red Crescent of Tajikistan
 |Красный Полумесяц Таджикистана
red-cross: Red Crescent Society of Uzbekistan|Red Crescent of Uzbekistan
 |Красный Полумесяц Узбекистана
red-cross: Red Crescent Society of Turkmenistan|Red Crescent of Turkmenistan
 |Красный Полумесяц Туркменистана
private: Google Arts and Culture|Google Arts & Culture
private: Google
private: Ericsson
private: Coursera
private: Huawei
private: Samsung
private: Microsoft
national-government: Kazhydromet|Казгидромет|Қазгидромет
national-government: Uzhydromet|Узгидромет|Өзгидромет
national-government: Kyrgyzhydromet|Кыргызгидромет
national-government: Tajikhydromet|Таджикгидромет
national-government: Turkmenhydromet|Туркменгидромет
national-government: Kazselezashchita|Kazselezaschita|Kazselezashita
 |Казселезащита|Қазселденқорғау
"""

# The office and its organisation: never a partner, and a town in its name is no place of a story.
OWN = (
    "UNESCO|ЮНЕСКО"
    "|United Nations Educational, Scientific and Cultural Organization"
    "|Организация Объединённых Наций по вопросам образования, науки и культуры"
    "|Организация ООН по вопросам образования, науки и культуры"
)

# Foreign words that funds and governments carry: with support, these pay.
DONORS = {"donor", "multilateral-fund"}


@dataclass(frozen=True)
class PartnerEntry:
    """An organisation as the trie hands it out. `slug` is None where the register lacks it."""

    name: str
    kind: str = "unknown"
    slug: str | None = None
    seat: str = ""  # a slug of the remit
    roles: tuple = ()  # (project slug, role) of the register

    @property
    def known(self):
        return self.slug is not None


@dataclass(frozen=True)
class OwnEntry:
    """A name of the office's own organisation."""


def organisations():
    """[(entry, names)] of the organisations known without a register."""
    for line in KNOWN.strip().replace("\n |", "|").split("\n"):
        kind, names = line.split(": ", 1)
        names = names.split("|")
        names += [n.replace("Programme", "Program") for n in names if "Programme" in n]
        yield PartnerEntry(names[0], kind), names

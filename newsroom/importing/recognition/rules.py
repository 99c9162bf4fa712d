"""The rules that lead to suggestions, as an editor reads them beside the words of the text."""

from django.utils.translation import gettext_noop as _

NAME = _("name")
ALIAS = _("alias")
ACRONYM = _("acronym")
FORMER_NAME = _("former name")
INFLECTED = _("inflected form")
SHORT_FORM = _("short form of the title")

COUNTRY_NAMED = _("country named")
PLACE_IN_COUNTRY = _("place in country")
PLACE_BEFORE_COUNTRY = _("place before its country")
BEHIND_IN = _("name behind “in”")
BESIDE_PLACE = _("name in a list of places")
KIND_OF_PLACE = _("name beside a kind of place")
FIVE_COUNTRIES = _("the five countries of the region")
REGION_NAMED = _("region named")
REGION_OF_PROJECT = _("region in the project's title")
PEOPLE_OF_COUNTRY = _("people of a country")
COUNTRY_OF_STATE_BODY = _("country of a state body")

PROJECT_WORD = _("name beside the word project")
NAME_WITH_HEAD = _("name with a word for an organisation")
QUOTED_NAME = _("name in quotation marks")
IN_LIST_OF_ORGANISATIONS = _("name in a list of organisations")
BEHIND_ROLE = _("name behind a word for a role")
BEFORE_ROLE = _("name before a word for a role")
FUNDED_BY = _("name before “-funded”")
PROJECTS_FUNDER = _("project's funder")

NUMBER_AND_UNIT = _("number and unit")
NUMBER_IN_WORDS = _("number in words and unit")

DAY = _("date")
DAY_WITHOUT_YEAR = _("day without year")
MONTH = _("month")
MONTH_WITHOUT_YEAR = _("month without year")
SEASON = _("season")
YEAR = _("year")
YEARS_OF_PROJECT = _("years of the project")

SECTOR_WORD = _("word of the sector")
TAG_WORD = _("word of the tag")

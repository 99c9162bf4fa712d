"""Words around which English names of organisations are built, and those that begin none."""

HEADS = {
    **dict.fromkeys(["university", "institute", "academy", "observatory"], "academic"),
    **dict.fromkeys(["laboratory", "museum", "library", "archive", "archives"], "academic"),
    **dict.fromkeys(["polytechnic", "gallery", "planetarium"], "academic"),
    **dict.fromkeys(["college", "lyceum", "gymnasium", "school", "conservatory"], "education"),
    **dict.fromkeys(["kindergarten"], "education"),
    **dict.fromkeys(["ministry", "agency", "committee", "parliament"], "national-government"),
    **dict.fromkeys(["hydromet", "secretariat", "authority", "senate"], "national-government"),
    **dict.fromkeys(["inspectorate", "court", "cabinet", "army", "police"], "national-government"),
    **dict.fromkeys(["department", "administration", "municipality"], "local-government"),
    **dict.fromkeys(["akimat", "hokimiyat", "khokimiyat", "directorate"], "local-government"),
    **dict.fromkeys(["government", "embassy", "delegation"], "donor"),
    **dict.fromkeys(["enterprise"], "state-enterprise"),
    **dict.fromkeys(
        ["foundation", "association", "society", "federation", "charity"], "civil-society"
    ),
    **dict.fromkeys(["trust", "union", "network", "alliance", "coalition"], "civil-society"),
    **dict.fromkeys(["club", "league", "guild", "confederation"], "civil-society"),
    **dict.fromkeys(["company", "corporation", "group"], "private"),
    **dict.fromkeys(["fund", "bank"], "multilateral-fund"),
    **dict.fromkeys(["centre", "center", "council", "commission", "organization"], "unknown"),
    **dict.fromkeys(["organisation", "service", "office", "chamber", "mission"], "unknown"),
    **dict.fromkeys(["bureau", "theatre", "theater", "hub", "institution", "assembly"], "unknown"),
    **dict.fromkeys(["division", "syndicate", "registry", "conservancy", "survey"], "unknown"),
    **dict.fromkeys(["consortium", "board", "hospital", "clinic", "house", "palace"], "unknown"),
    **dict.fromkeys(["crescent", "cross"], "red-cross"),
}
FORMS = {"SE", "LLP", "LLC", "JSC", "NGO", "PF", "PA", "PO", "CF", "CSO", "PE", "RSE"}
# Heads whose subject may be a list: the Ministry of Culture, Information and Sports.
WITH_SUBJECTS = {
    *("ministry", "institute", "committee", "department", "agency", "centre", "center"),
    *("commission", "council", "union", "service", "office", "academy", "organization"),
    *("association", "administration", "society", "fund", "authority", "university"),
    *(
        "secretariat",
        "directorate",
        "foundation",
        "chamber",
        "bureau",
        "league",
        "inspectorate",
        "board",
        "assembly",
        "federation",
        "confederation",
        "network",
    ),
}
ONLY_WITH_SUBJECT = {
    "house",
    "palace",
    "board",
    "court",
    "cabinet",
    "registry",
}  # the House of Cinema
OFFICE_HOLDERS = {"mayor", "governor", "prosecutor", "general", "ombudsman", "president"}
MAY_BE_QUOTED = {"centre", "center", "foundation", "association", "federation", "union"}
MAY_BE_QUOTED |= {"fund", "company", "society", "school", "museum", "enterprise", "institute"}
# Behind these a word for a body may be small: State museum, National commission.
QUALIFIERS = {
    *("state", "national", "central", "republican", "pedagogical", "medical", "technical"),
    *("agrarian", "archaeological", "historical", "polytechnic", "humanitarian"),
    *("city", "district", "regional", "municipal", "oblast"),
}
OF_A_PLACE = {"bureau", "office", "delegation", "embassy", "mission"}  # the X Office in Dushanbe
CALENDAR = {
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday"),
}
REGIONS = {"region", "oblast", "province", "district", "city"}
LINKS = {"of", "for", "on", "under"}
NO_NAME_BEGINS = {
    *("the", "a", "an", "at", "in", "on", "by", "from", "with", "and", "of", "to", "for", "as"),
    *("experts", "representatives", "students", "teachers", "specialists", "our", "this", "its"),
    *("director", "minister", "rector", "head", "president", "professor", "dr", "mr", "ms", "both"),
    *("world", "participants", "today", "together", "under", "within", "while", "during", "after"),
}
CHILDRENS = {"children", "women", "people", "writers", "teachers", "journalists", "youth"}
# Words of names that are no person's: alone they make none.
BODY_WORDS_LINES = """
radio park programme program initiative studio studios media lab labs kids books films gardens zoo
airlines airways telecom insurance energy systems solutions international global press news tv
television channel productions records opera forum pharma motors technologies technology software
consulting partners holding watch action aid relief volunteers explorers corps travel tours design
academy sciences arts sport sports cinema pictures publishers fm digital analytics works expertise
"""
BODY_WORDS = set(BODY_WORDS_LINES.split())

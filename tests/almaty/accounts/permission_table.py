"""Who is answered what: each URL pattern, each role, each method. A pattern without a row fails.

A row names a pattern as `reverse` does (where it has no name: its route), or several with `*`; the
first row that fits counts. Five answers stand for nobody in particular, contributor, editor,
publisher and administrator; one stands for all five. A POST is empty: 200 is the form again, with
what it lacks. HEAD is answered as GET; every other method by 405, whoever asks. A new address: add
a row, and where its parameters are new, a value in SAMPLES. What a button of a form asks beside the
right to its address stands in BUTTONS.
"""

OTHER_METHODS = ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]  # 405 everywhere
ROLES = ["anonymous", "contributor", "editor", "publisher", "administrator"]

STAFF = "302 200 200 200 200"  # others are sent to sign in
FROM_EDITOR = "302 403 200 200 200"
FROM_PUBLISHER = "302 403 403 200 200"
ADMINISTRATORS = "302 403 403 403 200"
NO_ROLE = "302 403 403 403 403"
NO_POST = "302 405 405 405 405"
NOT_FOUND = "302 404 404 404 404"

# fmt: off
ROWS = [
    # The public: everybody alike
    ("sitemap*",                        "200",            "200"),
    ("robots.txt",                      "200",            "405"),
    ("favicon.ico",                     "302",            "302"),
    ("healthz/",                        "200",            "405"),
    ("readyz/",                         "200",            "405"),
    ("media",                           "404",            "405"),  # the sample is no picture
    ("fact-check",                      "404",            "404"),  # the sample opens nothing
    ("programmes:*",                    "200",            "405"),
    ("newsroom:*",                      "200",            "405"),

    # Signing in and out
    ("account_login",                   "200 302 302 302 302", "200 302 302 302 302"),
    ("admin:login",                     "200 302 302 302 302", "200 302 302 302 302"),
    ("mfa_authenticate",                "302",            "302"),  # nobody is between the steps
    ("sign-out",                        "405",            "200"),
    ("admin:logout",                    "405",            "200"),
    ("signed-in",                       "200",            "405"),
    ("session",                         "200",            "405"),

    # One's own account
    ("account_reauthenticate",          STAFF,            STAFF),
    ("mfa_reauthenticate",              "302",            "302"),  # to the password: no factor yet
    ("mfa_index",                       STAFF,            NO_POST),
    ("mfa_activate_totp",               STAFF,            STAFF),
    ("mfa_generate_recovery_codes",     STAFF,            STAFF),
    ("mfa_view_recovery_codes",         NOT_FOUND,        NO_POST),
    ("mfa_*",                           NOT_FOUND,        NOT_FOUND),
    ("admin:password_change",           STAFF,            STAFF),
    ("admin:password_change_done",      STAFF,            NO_POST),

    # The desk itself
    ("admin:index",                     STAFF,            STAFF),
    ("admin:app_list",                  STAFF,            STAFF),
    ("admin:jsi18n",                    STAFF,            NO_POST),
    ("admin:autocomplete",              NO_ROLE,          NO_POST),  # asked for nothing
    ("admin:view_on_site",              NOT_FOUND,        NOT_FOUND),
    ("admin/<url>",                     NOT_FOUND,        NOT_FOUND),
    ("admin/*/<path:object_id>/",       "302",            "302"),  # to the change form

    # People and the log
    ("admin:auth_user_delete",          NO_ROLE,          NO_ROLE),
    ("admin:auth_user_history",         "302 403 403 403 302", "302 403 403 403 302"),  # to the log
    ("admin:auth_user_*",               ADMINISTRATORS,   ADMINISTRATORS),
    ("admin:auth_group_add",            NO_ROLE,          NO_ROLE),
    ("admin:auth_group_delete",         NO_ROLE,          NO_ROLE),
    ("admin:auth_group_change",         ADMINISTRATORS,   NO_ROLE),
    ("admin:auth_group_*",              ADMINISTRATORS,   ADMINISTRATORS),
    ("admin:admin_logentry_changelist", ADMINISTRATORS,   ADMINISTRATORS),
    ("admin:admin_logentry_history",    ADMINISTRATORS,   ADMINISTRATORS),
    ("admin:admin_logentry_*",          NO_ROLE,          NO_ROLE),

    # Imports: the sample has no file
    ("admin:newsroom_import_source",    "302 403 404 404 404", "302 403 405 405 405"),
    ("admin:newsroom_import_all",       "302 403 405 405 405", "302 403 302 302 302"),
    ("admin:newsroom_import_story",     FROM_EDITOR,      "302 403 302 302 302"),
    ("admin:newsroom_import_change",    FROM_EDITOR,      "302 403 405 405 405"),
    ("admin:newsroom_import_*",         FROM_EDITOR,      FROM_EDITOR),
    ("admin:newsroom_rejectedpair_add", NO_ROLE,          NO_ROLE),
    ("admin:newsroom_rejectedpair_change", FROM_EDITOR,   NO_ROLE),
    ("admin:newsroom_rejectedpair_*",   FROM_EDITOR,      FROM_EDITOR),

    # Pages; the samples were made by an editor, so a contributor may see and not change them
    ("admin:*_changelist",              STAFF,            STAFF),
    ("admin:newsroom_result_add",       NO_ROLE,          NO_ROLE),  # parts of pages
    ("admin:newsroom_result_change",    STAFF,            NO_ROLE),
    ("admin:newsroom_result_delete",    NO_ROLE,          NO_ROLE),
    ("admin:newsroom_result_history",   STAFF,            STAFF),  # of the log: it has no versions
    ("admin:programmes_place_history",  STAFF,            STAFF),
    ("admin:almaty_image_history",      STAFF,            STAFF),
    ("admin:taggit_tag_history",        STAFF,            STAFF),
    ("admin:*_history",                 FROM_EDITOR,      FROM_EDITOR),
    ("admin:programmes_sector_add",     ADMINISTRATORS,   ADMINISTRATORS),
    ("admin:programmes_country_add",    ADMINISTRATORS,   ADMINISTRATORS),
    ("admin:newsroom_snapshot_add",     FROM_EDITOR,      FROM_EDITOR),
    ("admin:newsroom_snapshot_publish", FROM_PUBLISHER,   FROM_PUBLISHER),
    ("admin:taggit_tag_add",            FROM_EDITOR,      FROM_EDITOR),
    ("admin:almaty_image_change",       STAFF,            FROM_EDITOR),  # not his own
    ("admin:almaty_image_pick",         STAFF,            STAFF),
    ("admin:programmes_sector_add_keep",  "302 403 403 403 302", "302 403 403 403 302"),
    ("admin:programmes_country_add_keep", "302 403 403 403 302", "302 403 403 403 302"),
    ("admin:newsroom_snapshot_add_keep",  "302 403 302 302 302", "302 403 302 302 302"),
    ("admin:*_add_keep",                "302",            "302"),  # back to the form
    ("admin:*_keep",                    "302 403 302 302 302", "302 403 302 302 302"),
    ("admin:*_presence",                "401 405 405 405 405", "401 403 400 400 400"),
    ("admin:*_compare",                 "302 403 404 404 404", "302 403 404 404 404"),  # of nothing
    ("admin:*_restore",                 "302 403 405 405 405", "302 403 404 404 404"),
    ("admin:*_bin",                     FROM_EDITOR,      FROM_EDITOR),
    ("admin:*_merge",                   NOT_FOUND,        NOT_FOUND),  # not two of them
    ("admin:*_unmerge",                 NO_POST,          NOT_FOUND),  # no merge is named
    ("admin:*_undelete",                "302 404 405 405 405", "302 404 302 302 302"),
    ("admin:*_add",                     STAFF,            STAFF),
    ("admin:*_preview",                 FROM_EDITOR,      NO_POST),
    ("admin:*_fact_checks",             FROM_EDITOR,      "302 403 404 404 404"),  # asks nothing
    ("admin:*_change",                  STAFF,            FROM_EDITOR),
    ("admin:almaty_image_delete",       FROM_EDITOR,      FROM_EDITOR),
    ("admin:programmes_place_delete",   FROM_EDITOR,      FROM_EDITOR),
    ("admin:taggit_tag_delete",         FROM_EDITOR,      FROM_EDITOR),
    ("admin:*_delete",                  FROM_PUBLISHER,   FROM_PUBLISHER),  # live pages
]
# fmt: on

# Values of parameters: by the name of a pattern and of the parameter, or of the parameter alone.
# Primary keys (`object_id`, `id`) are looked up: the first row of the model that the name tells.
SAMPLES = {
    "section": "lists",
    "number": "1",
    "token": "none:none",
    "name": "none.webp",
    "period": "2024-h2",
    "app_label": "newsroom",
    "content_type_id": "1",
    "admin:view_on_site object_id": "1",
    "url": "nowhere/",
    "programmes:sector-detail slug": "culture",
    "programmes:country-detail slug": "kazakhstan",
    "programmes:project-detail slug": "a-project",
    "programmes:partner-detail slug": "a-partner",
    "newsroom:newsitem-detail slug": "a-story",
}

# The buttons of a page's form, forced: sent with the fields as they are, at a stage where they are
# offered. Anonymous, contributor, editor, publisher, administrator on somebody else's page, and the
# contributor on one of his own. "in": sent to sign in; "no": 403, or 409 where the page may not
# even be seen; by neither is anything saved.
WHO_MAY_CHANGE_IT = "in no yes yes yes yes"
EDITORS = "in no yes yes yes no"
PUBLISHERS = "in no no yes yes no"
# fmt: off
BUTTONS = [
    ("_save",         "draft",        WHO_MAY_CHANGE_IT),
    ("_submit",       "draft",        WHO_MAY_CHANGE_IT),
    ("_discard",      "with_changes", WHO_MAY_CHANGE_IT),
    ("_approve",      "in_review",    EDITORS),
    ("_send_back",    "in_review",    EDITORS),
    ("_publish",      "draft",        PUBLISHERS),
    ("_publish",      "with_changes", PUBLISHERS),
    ("_unschedule",   "scheduled",    PUBLISHERS),
    ("_withdraw",     "public",       PUBLISHERS),
    ("_withdraw_now", "to_go",        PUBLISHERS),
    ("_keep_public",  "to_go",        PUBLISHERS),
]
# fmt: on

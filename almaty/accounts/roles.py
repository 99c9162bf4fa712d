"""The roles at the desk, and what each may do: the one table. A migration writes it as groups.

Who writes, edits, and publishes are three people in a newsroom; each role has what the one before
it has, and more. What belongs to one page (a contributor's own) is decided by the page, in
almaty/rights.py; without `change_any` only pages that the person made can be changed.
"""

from django.utils.translation import gettext_lazy as _

PAGES = [
    "newsroom.newsitem",
    "newsroom.snapshot",
    "programmes.project",
    "programmes.partner",
    "programmes.sector",
    "programmes.country",
]
# Rows of a page's form. They come and go with the page, whoever writes it.
PARTS = [
    "newsroom.contribution",
    "newsroom.eventdate",
    "newsroom.result",
    "programmes.participation",
    "programmes.partnername",
    "programmes.projectname",
]
NAMES = {
    "contributor": _("Contributor"),
    "editor": _("Editor"),
    "publisher": _("Publisher"),
    "administrator": _("Administrator"),
}


def rights(verbs, *models):
    return {model.replace(".", f".{verb}_") for verb in verbs.split() for model in models}


# Writes stories, projects and partners, and hands them in; sees everything else.
CONTRIBUTOR = (
    rights("view", *PAGES, "almaty.image", "programmes.place", "taggit.tag")
    | rights("add change submit", "newsroom.newsitem", "programmes.project", "programmes.partner")
    | rights("view add change delete", *PARTS)
    | rights("add change", "almaty.image")
    | rights("add", "programmes.place", "programmes.placename")
    | rights("view", "programmes.placename")
)
# Edits everything, sends back or approves, keeps the register in order (merging two pages asks for
# the rights to change and to delete both), takes pages to the bin, and imports documents.
EDITOR = (
    CONTRIBUTOR
    | rights("change change_any submit send_back approve delete", *PAGES)
    | rights("add", "newsroom.snapshot")
    | rights("delete", "almaty.image")
    | rights("add change delete", "taggit.tag", "programmes.place", "programmes.placename")
    | rights("view add change delete", "newsroom.import")
    | rights("view delete", "newsroom.rejectedpair")
)
# Decides what the public sees, and when.
PUBLISHER = EDITOR | rights("publish schedule withdraw", *PAGES)
# Keeps people's accounts and reads the log; sectors and countries are added here alone. Nobody
# deletes a person or a line of the log: those rights are given to no role.
ADMINISTRATOR = (
    PUBLISHER
    | rights("add", "programmes.sector", "programmes.country")
    | rights("view add change", "auth.user")
    | rights("view", "auth.group", "admin.logentry")
)
ROLES = {
    "contributor": CONTRIBUTOR,
    "editor": EDITOR,
    "publisher": PUBLISHER,
    "administrator": ADMINISTRATOR,
}


def write(apps):
    """Makes the groups as the table has them; repeated, it changes nothing.

    Also the rows that a permission needs, which Django makes only at the end of `migrate`. `apps`
    is the registry: a migration's own, which may be from before a model, or django.apps. Rights to
    a model that is not there yet are written by a later migration.
    """
    groups = apps.get_model("auth.Group").objects
    permissions = apps.get_model("auth.Permission").objects
    kinds = apps.get_model("contenttypes.ContentType").objects
    held = {}
    for right in sorted(ADMINISTRATOR):
        app, codename = right.split(".")
        verb, model = codename.rsplit("_", 1)
        if model not in apps.all_models[app]:
            continue
        kind, _made = kinds.get_or_create(app_label=app, model=model)
        # The name that Django gives it; what it is called at the desk is not of the database.
        name = f"Can {verb} {apps.get_model(app, model)._meta.verbose_name_raw}"
        held[right], _made = permissions.get_or_create(
            content_type=kind, codename=codename, defaults={"name": name}
        )
    for role, allowed in ROLES.items():
        group, _made = groups.get_or_create(name=role)
        group.permissions.set(held[right] for right in allowed if right in held)

"""Other names of one thing: acronyms, aliases, former names."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OtherName(models.Model):
    """Another name the same thing goes by; the importer and the search know it by all of them."""

    class Kind(models.TextChoices):
        ACRONYM = "acronym", _("acronym")
        ALIAS = "alias", _("also known as")
        FORMER = "former", _("former name")

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ALIAS)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ["kind", "name", "pk"]

    def __str__(self):
        return self.name

    @property
    def public_note(self):
        """The note as readers see it: most notes are of the desk alone."""
        return ""

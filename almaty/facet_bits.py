"""A number between 0 and 62 for each sector and each country, for the bit masks in story rows.

A story's row holds the sum of 2**bit over its sectors, and over its countries. One such number is
compared in a listing query where a join over two link tables would be needed (newsroom/facets.py).
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

BITS = 63  # a signed 64-bit column


class FacetBit(models.Model):
    facet_bit = models.PositiveSmallIntegerField(unique=True, editable=False)

    class Meta:
        abstract = True

    @property
    def mask(self):
        return 1 << self.facet_bit

    def clean(self):
        super().clean()
        if self.facet_bit is None and type(self).objects.count() >= BITS:
            raise ValidationError(_("No more than 63 of these can be told apart in the lists."))

    def save(self, *args, **kwargs):
        """Gives a new row the lowest free bit; StopIteration cannot happen below 63 rows."""
        if self.facet_bit is None:
            taken = set(type(self).objects.values_list("facet_bit", flat=True))
            self.facet_bit = next(bit for bit in range(BITS) if bit not in taken)
        super().save(*args, **kwargs)


def mask_of(rows):
    """The mask of several sectors or countries together."""
    mask = 0
    for row in rows:
        mask |= row.mask
    return mask

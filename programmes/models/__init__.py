"""The standing work: countries, sectors, projects, partners and the roles that join them."""

from programmes.models.geography import Country, Place, PlaceName
from programmes.models.names import OtherName
from programmes.models.partners import Partner, PartnerName, PartnerQuerySet, Role
from programmes.models.projects import (
    Participation,
    Project,
    ProjectName,
    ProjectQuerySet,
    ProjectStatus,
)
from programmes.models.sectors import Sector

__all__ = [
    "Country",
    "OtherName",
    "Participation",
    "Partner",
    "PartnerName",
    "PartnerQuerySet",
    "Place",
    "PlaceName",
    "Project",
    "ProjectName",
    "ProjectQuerySet",
    "ProjectStatus",
    "Role",
    "Sector",
]

from almaty.sitemaps import PageSitemap
from programmes.models import Country, Partner, Project, Sector


class SectorSitemap(PageSitemap):
    def pages(self):
        return Sector.objects.published()


class CountrySitemap(PageSitemap):
    def pages(self):
        return Country.objects.published()


class ProjectSitemap(PageSitemap):
    def pages(self):
        return Project.objects.published()


class PartnerSitemap(PageSitemap):
    def pages(self):
        return Partner.objects.published()


SITEMAPS = {
    "sectors": SectorSitemap,
    "countries": CountrySitemap,
    "projects": ProjectSitemap,
    "partners": PartnerSitemap,
}

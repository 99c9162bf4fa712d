from almaty.sitemaps import PageSitemap
from programmes.models import Country, Partner, Project, Sector


class SectorSitemap(PageSitemap):
    def items(self):
        return Sector.objects.all()


class CountrySitemap(PageSitemap):
    def items(self):
        return Country.objects.all()


class ProjectSitemap(PageSitemap):
    def items(self):
        return Project.objects.published().defer("body", "body_en", "body_ru", "body_kk")


class PartnerSitemap(PageSitemap):
    def items(self):
        return Partner.objects.published()


SITEMAPS = {
    "sectors": SectorSitemap,
    "countries": CountrySitemap,
    "projects": ProjectSitemap,
    "partners": PartnerSitemap,
}

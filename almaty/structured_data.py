"""schema.org descriptions of pages, as plain dictionaries; the tag `data_block` writes them as a
block that no browser runs."""

from django.conf import settings
from django.urls import reverse


def organisation(request):
    return {
        "@type": "Organization",
        "name": str(settings.OFFICE_NAME),
        "url": settings.OFFICE_URL or request.build_absolute_uri(reverse("newsroom:home")),
        "parentOrganization": {"@type": "Organization", "name": str(settings.ORGANISATION_NAME)},
    }


def breadcrumbs(request, *steps):
    """Where a page stands: (name, path) of each page from below the home page down."""
    home = (settings.OFFICE_SHORT_NAME, reverse("newsroom:home"))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": str(name),
                "item": request.build_absolute_uri(path),
            }
            for number, (name, path) in enumerate([home, *steps], 1)
        ],
    }


def graph(*nodes):
    return {"@context": "https://schema.org", "@graph": list(nodes)}

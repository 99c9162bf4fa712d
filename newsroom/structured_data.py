"""schema.org descriptions of pages, as plain dictionaries; components/_structured_data.html
writes them as a data block, which no browser runs."""

from django.conf import settings

from almaty.dates import iso


def organisation(request):
    return {
        "@type": "Organization",
        "name": str(settings.OFFICE_NAME),
        "url": settings.OFFICE_URL or request.build_absolute_uri("/"),
        "parentOrganization": {"@type": "Organization", "name": str(settings.ORGANISATION_NAME)},
    }


def breadcrumbs(request, *steps):
    """Where a page stands: (name, path) from the home page down."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": str(name),
                "item": request.build_absolute_uri(path),
            }
            for number, (name, path) in enumerate(steps, 1)
        ],
    }


def graph(*nodes):
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def office_data(request):
    return graph(organisation(request))


def edition_data(request, snapshot, stories):
    return graph(
        {
            "@type": "PublicationIssue",
            "name": snapshot.title,
            "inLanguage": snapshot.language_of("title"),
            "datePublished": snapshot.published_at.isoformat(),
            "url": request.build_absolute_uri(snapshot.get_absolute_url()),
            "hasPart": [
                {
                    "@type": "NewsArticle",
                    "headline": story.title,
                    "url": request.build_absolute_uri(story.get_absolute_url()),
                }
                for story in stories
            ],
            "publisher": organisation(request),
        },
        breadcrumbs(
            request,
            (settings.OFFICE_SHORT_NAME, "/"),
            (snapshot.title, snapshot.get_absolute_url()),
        ),
    )


def story_data(request, item, edition):
    """A NewsArticle. An event's date is given no more precisely than it is known."""
    article = {
        "@type": "NewsArticle",
        "headline": item.title,
        "description": item.summary,
        "inLanguage": item.language_of("title"),
        "datePublished": item.published_at.isoformat(),
        "dateModified": item.modified_at.isoformat(),
        "url": request.build_absolute_uri(item.get_absolute_url()),
        "publisher": organisation(request),
        "contentLocation": [
            {"@type": "Place", "name": place.name} for place in item.countries.all()
        ],
        "temporalCoverage": [
            f"{iso(event.start, event.precision)}/{iso(event.end, event.precision)}"
            for event in item.event_dates.all()
        ],
    }
    if item.image:
        article["image"] = request.build_absolute_uri(item.image.file.url)
    steps = [(settings.OFFICE_SHORT_NAME, "/")]
    if edition:
        steps.append((edition.title, edition.get_absolute_url()))
    return graph(article, breadcrumbs(request, *steps, (item.title, item.get_absolute_url())))

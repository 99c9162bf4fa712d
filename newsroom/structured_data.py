"""What machines are told of the newsroom's pages, in the words of schema.org."""

from almaty.dates import iso
from almaty.structured_data import breadcrumbs, graph, organisation


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
        breadcrumbs(request, (snapshot.title, snapshot.get_absolute_url())),
    )


def story_data(request, item, edition, canonical_url):
    """A NewsArticle. An event's date is given no more precisely than it is known."""
    article = {
        "@type": "NewsArticle",
        "headline": item.title,
        "description": item.summary,
        "inLanguage": item.language_of("title"),
        "datePublished": item.published_at.isoformat(),
        "dateModified": item.modified_at.isoformat(),
        "url": canonical_url,
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
    steps = [(edition.title, edition.get_absolute_url())] if edition else []
    return graph(article, breadcrumbs(request, *steps, (item.title, item.get_absolute_url())))

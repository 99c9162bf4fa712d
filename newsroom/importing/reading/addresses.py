"""Where a link leads, told by its address alone: nothing is asked of the network."""

from urllib.parse import parse_qs, urlsplit

# Google Docs and Outlook put an address of theirs before each, with the real one in it.
REDIRECTS = {"www.google.com": ("/url", "q"), "safelinks.protection.outlook.com": ("/", "url")}
LONGEST = 5_000


def led_to(href):
    """The address that a document gave, out of what a program has made of it."""
    if not href or len(href) > LONGEST or not href.lower().startswith(("https://", "http://")):
        return href
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
        for name, (path, key) in REDIRECTS.items():
            if (host == name or host.endswith(f".{name}")) and parts.path == path:
                real = parse_qs(parts.query).get(key, [""])[0]
                return real if real.lower().startswith(("https://", "http://")) else href
    except ValueError:  # brackets that hold no address
        return href
    return href

"""What a page must not do, listened to from outside: complain, fail, or ask another host."""

from urllib.parse import urlsplit


class Watch:
    """Collects, for one page, errors of the console (CSP's among them) and foreign requests."""

    def __init__(self, page):
        self.page = page
        self.complaints = []
        page.on("console", self.on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self.on_request)

    def on_console(self, message):
        if message.type not in ("error", "warning"):
            return
        # The page's own 404 is what was asked for; a part of it that is missing is not.
        if "status of 404" in message.text and message.location["url"] == self.page.url:
            return
        self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def on_request(self, request):
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob"):
            return
        if self.page.url.startswith("http") and address.netloc != urlsplit(self.page.url).netloc:
            self.complaints.append(f"another host: {request.url}")

    def take(self):
        taken, self.complaints = self.complaints, []
        return taken

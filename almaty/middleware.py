from django.conf import settings
from django.db import Error
from django.http import HttpResponseNotAllowed, HttpResponsePermanentRedirect
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from almaty.addresses import in_language
from almaty.old_addresses import present_path

PUBLIC = {"programmes", "newsroom"}  # the namespaces of public pages


METHODS = ["GET", "HEAD", "POST"]


class MethodsMiddleware:
    """Whatever is neither read nor sent by a form is no method of this site, for anybody.

    Django's admin would take any other for a GET.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        return self.get_response(request)


class LanguageFromAddressMiddleware(LocaleMiddleware):
    """The language is what the address says, and nothing else.

    Django's own also reads Accept-Language and a cookie and so has to send `Vary`; here one address
    is one page for everybody, which a cache in front may keep.
    """

    def process_request(self, request):
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class OldAddressesMiddleware:
    """Where no page is, one may have been: its old address leads on to where it stands now.

    In one step, however often it has moved, in the same language and with the same query. Only a
    public address that is not there costs a query.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and request.method in {"GET", "HEAD"}:
            return self.moved(request) or response
        return response

    def moved(self, request):
        match = request.resolver_match
        if match and not PUBLIC & set(match.namespaces):
            return None
        try:
            present = present_path(in_language(request.path_info, settings.LANGUAGE_CODE))
        except Error:
            return None  # without a database it is as little there as anything
        if present is None:
            return None
        query = request.META.get("QUERY_STRING", "")
        address = in_language(present, translation.get_language()) + (f"?{query}" if query else "")
        response = HttpResponsePermanentRedirect(address)
        # Browsers would keep it for ever, and the address may be another page's one day.
        response.headers["Cache-Control"] = "public, max-age=60"
        return response

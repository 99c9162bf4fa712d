from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


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

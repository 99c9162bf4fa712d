"""What the reader of a fact-check link sees and sends: a person without an account."""

from django.core.signing import BadSignature, Signer
from django.http import HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from almaty import previews
from almaty.accounts import audit
from almaty.dates import Precision, in_words
from almaty.desk_forms import is_number, whole_number
from almaty.fact_check_links import MOST_COMMENTS, opened_by
from almaty.fact_check_paragraphs import paragraphs_of
from almaty.fact_checks import FactCheckComment
from almaty.previews import HEADERS, NotShown, Preview
from almaty.throttle import SECONDS, client_key, is_too_many

READ_PER_MINUTE = 60  # by one client
SENT_PER_MINUTE = 10  # through one link
LONGEST = FactCheckComment._meta.get_field("text").max_length


class Said:
    """What came of a comment: kept, or the reason why not, with what was typed."""

    def __init__(self, number=0, text="", fault="", status=200):
        self.number, self.text, self.fault, self.status = number, text, fault, status


# Django's own protection compares the origin, which browsers do not tell after a page that forbids
# referrers. `form_key` takes its place: only who can open the link can have it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def fact_check(request, token):
    client, typed = client_key(request), typed_in(request)
    if client and is_too_many(f"fact-check:{client}", READ_PER_MINUTE):
        return not_now(_("Too many requests. Wait a minute and load the page again."), 429, typed)
    check = opened_by(token)
    if check is None and typed:
        return not_now(_("Nothing was sent: this link is not open, or no longer."), 404, typed)
    if check is None:
        return previews.private(render_to_string("404.html", request=request), status=404)
    audit.record_opening(check)
    with override(check.language):
        response = receive(request, check) if request.method == "POST" else page(request, check)
    response.headers["Content-Language"] = check.language
    return response


def page(request, check, said=None):
    """The public page of the revision; below it, what can be said of each paragraph."""

    def preview(shown):
        return Preview(words(check), check.language, below=comments(request, check, shown, said))

    try:
        html = previews.revision_as_public(
            request, check.page, check.revision, check.language, preview
        )
    except NotShown as refusal:
        return not_now(" ".join(map(str, refusal.reasons)), 503, typed_in(request))
    response = previews.private(html, status=said.status if said else 200)
    if response.status_code == 429:
        response.headers["Retry-After"] = str(SECONDS)
    return response


def words(check):
    until = in_words(timezone.localdate(check.expires_at), Precision.DAY)
    told = _(
        "For %(reader)s, to check facts, until %(until)s. This is not public: please do not pass "
        "it on."
    )
    return told % {"reader": check.reader, "until": until}


def comments(request, check, shown, said):
    if not check.may_comment:
        return ""
    number = request.GET.get("sent", "")
    return render_to_string(
        "fact_checks/_comments.html",
        {
            "paragraphs": paragraphs_of(shown, check.language),
            "said": said,
            "sent": number if is_number(number) else "",
            "key": form_key().sign(str(check.pk)),
            "address": request.path,
            "longest": LONGEST,
        },
    )


def form_key():
    return Signer(salt="almaty.fact-check.comment")


# Comments --------------------------------------------------------------------------------------


def receive(request, check):
    said = comment(request, check)
    if said.fault and not check.may_comment:
        return not_now(said.fault, said.status, said.text)
    if said.fault:
        return page(request, check, said)
    address = f"{request.path}?sent={said.number}#part-{said.number}"
    return HttpResponseRedirect(address, headers=HEADERS)


def comment(request, check):
    """Keeps a comment, or says why not."""
    text, number = typed_in(request), whole_number(request.POST.get("part"))
    if not check.may_comment or not is_from_our_form(request, check):
        return Said(number, text, _("The form was too old. Send it again."), 403)
    if is_too_many(f"fact-check-comment:{check.pk}", SENT_PER_MINUTE):
        return Said(number, text, _("Too many comments in a short time. Wait a minute."), 429)
    if check.comments.count() >= MOST_COMMENTS:
        return Said(number, text, _("There are very many comments already: please write to us."))
    if not text:
        return Said(number, text, _("Write what should be changed."))
    if len(text) > LONGEST:
        fault = _("Please write no more than %(most)s characters: these are %(count)s.")
        return Said(number, text, fault % {"most": LONGEST, "count": len(text)})
    quoted = []

    def preview(shown):
        quoted.extend(p for p in paragraphs_of(shown, check.language) if p.number == number)
        return Preview("", check.language)

    try:
        previews.revision_as_public(request, check.page, check.revision, check.language, preview)
    except NotShown as refusal:
        return Said(number, text, " ".join(map(str, refusal.reasons)), 503)
    if not quoted:
        return Said(0, text, _("Choose the part of the page that you write about."))
    check.comments.create(paragraph=number, quotation=quoted[0].text, text=text)
    return Said(number)


def is_from_our_form(request, check):
    try:
        return form_key().unsign(request.POST.get("key", "")) == str(check.pk)
    except BadSignature:
        return False


def typed_in(request):
    return request.POST.get("text", "").replace("\0", "").strip()


def not_now(words, status, typed=""):
    """With what this very request had to say: it is nowhere else."""
    html = render_to_string("fact_checks/not_now.html", {"words": words, "typed": typed})
    response = previews.private(html, status=status)
    if status in (429, 503):
        response.headers["Retry-After"] = str(SECONDS)
    return response

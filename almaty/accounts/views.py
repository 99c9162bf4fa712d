"""Signing in, and the second factor: allauth's views in the desk's look.

The two pages on which somebody signs in, and the one that ends it inside another page, may be
framed by the desk; nothing else may be framed by anybody.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from csp.decorators import csp_replace
from django.contrib import admin
from django.http import HttpResponseForbidden, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from almaty.accounts import second_factor
from almaty.accounts.locks import FRAMED_BY_THE_DESK

framed_by_the_desk = [csp_replace(FRAMED_BY_THE_DESK), xframe_options_sameorigin]


class DeskPage:
    """A page with the desk's head; `title` is its heading."""

    title = ""

    def get_context_data(self, **kwargs):
        desk = admin.site.each_context(self.request)
        return desk | {"title": self.title} | super().get_context_data(**kwargs)


@method_decorator([*framed_by_the_desk, never_cache], name="dispatch")
class SignIn(DeskPage, account.LoginView):
    title = _("Sign in to the desk")

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and second_factor.is_lacking(request):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return super().dispatch(request, *args, **kwargs)


@method_decorator(framed_by_the_desk, name="dispatch")
class EnterCode(DeskPage, mfa.AuthenticateView):
    title = _("Your second factor")


@method_decorator([*framed_by_the_desk, never_cache], name="dispatch")
class SignedIn(DeskPage, TemplateView):
    """Where signing in inside another page ends: tells that page, and nobody else."""

    template_name = "account/signed_in.html"
    title = _("You are signed in")

    def get_context_data(self, **kwargs):
        return super().get_context_data(is_signed_in=may_work(self.request), **kwargs)


@require_safe
@never_cache
def session(request):
    """What a page of the desk asks before it sends what was typed; never leads elsewhere."""
    request.is_background = True
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return HttpResponseForbidden(_("Only pages of this site may ask."))
    is_signed_in = may_work(request)
    answer = JsonResponse(
        {
            "signed_in": is_signed_in,
            "user": request.user.get_username() if is_signed_in else "",
            "csrf_token": get_token(request),
        }
    )
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


def may_work(request):
    return admin.site.has_permission(request)


def staff_only(view):
    """For the pages of one's own account: open also to who must enrol before the desk opens."""

    def answer(request, *args, **kwargs):
        if not request.user.is_authenticated:  # and so of the staff: see backends.py
            sign_in = reverse("account_login")
            return HttpResponseRedirect(f"{sign_in}?next={request.path}")
        return view(request, *args, **kwargs)

    return never_cache(answer)


class SecondFactor(DeskPage, mfa.IndexView):
    title = _("Second factor")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            is_needed=second_factor.is_needed(self.request.user), **kwargs
        )


class TurnOn(DeskPage, totp.ActivateTOTPView):
    title = _("Turn on the second factor")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            is_needed=second_factor.is_needed(self.request.user), **kwargs
        )


class TurnOff(DeskPage, totp.DeactivateTOTPView):
    title = _("Turn off the second factor")


class RecoveryCodes(DeskPage, recovery.ViewRecoveryCodesView):
    title = _("Recovery codes")


class NewRecoveryCodes(DeskPage, recovery.GenerateRecoveryCodesView):
    title = _("New recovery codes")


class PasswordAgain(DeskPage, account.ReauthenticateView):
    title = _("Confirm that it is you")


class CodeAgain(DeskPage, mfa.ReauthenticateView):
    title = _("Confirm that it is you")

"""What allauth asks about this site."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from almaty.accounts import second_factor, sessions

CONFIRMED_FOR = 300  # seconds in which a password just typed is not asked for again


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "This name and this password do not belong together. Capital and small letters differ."
        ),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_stages(self):
        """Without the stages of accounts that people make themselves."""
        return ["allauth.mfa.stages.AuthenticateStage"]

    def is_reauthentication_required(self, *, app, **kwargs):
        """Not of somebody who has signed in a moment ago, with all that signing in asks for."""
        return not sessions.signed_in_within(context.request.session, CONFIRMED_FOR)

    def get_login_redirect_url(self, request):
        return reverse("admin:index")

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        """Signing in and out needs no message of its own: the next page shows it."""
        if message_template and message_template.startswith("mfa/"):
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_notification_mail(self, *args, **kwargs):
        """The site sends no mail."""


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right, or has run out. Type the one shown now."),
        "cannot_generate_recovery_codes": _("Turn the second factor on first."),
        "cannot_delete_authenticator": _("Your role needs a second factor: it stays on."),
    }

    def get_totp_label(self, user):
        return user.get_username()

    def get_totp_issuer(self):
        return str(settings.OFFICE_SHORT_NAME)

    def build_totp_svg(self, url):
        """As a part of the page; a data: address would need a hole in the policy."""
        return mark_safe(super().build_totp_svg(url).partition("?>")[2])

    def can_delete_authenticator(self, authenticator):
        is_app = authenticator.type == Authenticator.Type.TOTP
        return not (is_app and second_factor.is_needed(authenticator.user))

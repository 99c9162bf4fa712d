"""What is asked of somebody who signs in."""

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as codes
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from almaty.accounts import audit, locks, second_factor

LONGEST_PASSWORD = 4096  # what is hashed for anybody who asks


def plain(field, label, **attributes):
    """A box with a label above it, and nothing in grey inside it."""
    field.label = label
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)
    field.help_text = ""


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain(self.fields["login"], _("Username"), autofocus=True, autocapitalize="none")
        plain(self.fields["password"], _("Password"))
        self.fields["password"].max_length = LONGEST_PASSWORD


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain(self.fields["password"], _("Password"), autofocus=True)


class CodeBox:
    """A wrong code counts as a wrong password does, and is not even looked at behind a lock."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain(self.fields["code"], _("Code"), autofocus=True, inputmode="numeric")

    def clean_code(self):
        if not locks.is_allowed(context.request, self.user):
            raise get_adapter().validation_error("incorrect_code")
        code = super().clean_code()
        is_of_the_app = self.authenticator.type == Authenticator.Type.TOTP
        if is_of_the_app and not second_factor.use_up(self.authenticator, code):
            self._emit_authentication_failed(self.authenticator)
            raise get_adapter().validation_error("incorrect_code")
        return code

    def _emit_authentication_failed(self, authenticator):
        super()._emit_authentication_failed(authenticator)
        locks.count_wrong(context.request, self.user)


class CodeForm(CodeBox, codes.AuthenticateForm):
    pass


class CodeAgainForm(CodeBox, codes.ReauthenticateForm):
    pass


class OwnPasswordForm(AdminPasswordChangeForm):
    """Changing one's own password; the old one is not to be guessed here either."""

    def clean_old_password(self):
        if not locks.is_allowed(context.request, self.user):
            raise ValidationError(self.error_messages["password_incorrect"])
        try:
            return super().clean_old_password()
        except ValidationError:
            locks.count_wrong(context.request, self.user)
            audit.record_from(context.request, audit.Event.WRONG_PASSWORD, self.user)
            raise

    def save(self, commit=True):
        audit.record_from(context.request, audit.Event.PASSWORD_CHANGED, self.user)
        return super().save(commit)


class TurnOnForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain(self.fields["code"], _("Code"), inputmode="numeric")

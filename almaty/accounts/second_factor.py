"""Who must have a second factor, and who has one."""

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.db import transaction

from almaty.accounts import roles

EVERYONE = "everyone"
WORDS = [EVERYONE, *roles.ROLES]  # what SECOND_FACTOR_FOR may say


def is_needed(user):
    """Whether the setting asks it of this person. A superuser counts as an administrator."""
    asked = set(settings.SECOND_FACTOR_FOR)
    if not asked or EVERYONE in asked:
        return bool(asked)
    if user.is_superuser and "administrator" in asked:
        return True
    return user.groups.filter(name__in=asked).exists()


def is_lacking(request):
    """Whether whoever asks must have one and has none; looked up once for each request."""
    if not hasattr(request, "_second_factor_is_lacking"):
        user = request.user
        request._second_factor_is_lacking = is_needed(user) and not has_one(user)
    return request._second_factor_is_lacking


def has_one(user):
    return Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()


def remove(user):
    """Takes away the app and the recovery codes: who lost both signs in by password again."""
    return Authenticator.objects.filter(user_id=user.pk).delete()[0] > 0


def use_up(app, code):
    """Whether this code of an app is newer than the last one used, which it then is itself.

    allauth forgets a used code after 30 seconds, and each process for itself; with the tolerance of
    the settings a code is good for 90. RFC 6238, 5.2: no code is accepted twice.
    """
    with transaction.atomic():
        app = Authenticator.objects.select_for_update().get(pk=app.pk)
        used = max(steps_of(code, totp.decrypt(app.data["secret"])), default=0)
        if used <= app.data.get("last_step", 0):
            return False
        app.data["last_step"] = used
        app.save(update_fields=["data"])
    return True


def steps_of(code, secret):
    """The steps of 30 seconds, of those accepted now, that have this code."""
    for step in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, step))
        if compare_user_code(actual=code, expected=expected):
            yield step

"""Signing in to the desk. The names are allauth's; what it offers beside these is not routed."""

from allauth.mfa.recovery_codes.views import download_recovery_codes
from django.contrib import admin
from django.urls import path

from almaty.accounts import views
from almaty.accounts.views import staff_only

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("login/code/", views.EnterCode.as_view(), name="mfa_authenticate"),
    path("logout/", admin.site.logout, name="sign-out"),  # also for who must enrol first
    path("signed-in/", views.SignedIn.as_view(), name="signed-in"),
    path("session/", views.session, name="session"),
    path("confirm/", staff_only(views.PasswordAgain.as_view()), name="account_reauthenticate"),
    path("confirm/code/", staff_only(views.CodeAgain.as_view()), name="mfa_reauthenticate"),
    path("second-factor/", staff_only(views.SecondFactor.as_view()), name="mfa_index"),
    path("second-factor/on/", staff_only(views.TurnOn.as_view()), name="mfa_activate_totp"),
    path("second-factor/off/", staff_only(views.TurnOff.as_view()), name="mfa_deactivate_totp"),
    path(
        "second-factor/codes/",
        staff_only(views.RecoveryCodes.as_view()),
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/codes/new/",
        staff_only(views.NewRecoveryCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-factor/codes/download/",
        staff_only(download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
]

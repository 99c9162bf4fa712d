from django.contrib.auth.backends import ModelBackend


class StaffBackend(ModelBackend):
    """Django's own, for staff: nobody else has anything to sign in to.

    Whoever is no longer active or no longer staff is signed out at the next request. Like Django's
    it hashes once whether or not the name is known, so that the time tells nothing.
    """

    def user_can_authenticate(self, user):
        return super().user_can_authenticate(user) and user.is_staff

"""Who may do what with pages of the desk, and sees which of them.

Each rule is told twice, of one page and as a condition on many; tests/almaty/test_rights.py holds
the two together.
"""

from django.db.models import Q

from almaty.publishing import Publishable, is_public


def may(user, action, model):
    """Whether a user may do this to pages of a kind; the site itself, None, may do all."""
    return user is None or user.has_perm(named(action, model))


def may_edit(user, page):
    """Whether a user may change this page: contributors their own, editors all."""
    if not may(user, "change", page):
        return False
    return may(user, "change_any", page) or (user.pk is not None and page.made_by_id == user.pk)


def seen_by(user, model, prefix=""):
    """The condition on pages of a kind; with a prefix, on rows that point at them.

    Whoever may edit all of them sees all; others their own and the public ones.
    """
    if may(user, "change_any", model):
        return Q()
    if user.pk is None:  # nobody: what nobody made is not theirs
        return is_public(prefix)
    return is_public(prefix) | Q(**{f"{prefix}made_by": user.pk})


def edited_by(user, model):
    """The condition on pages of a kind that this person may change."""
    if not may(user, "change", model):
        return Q(pk__in=[])
    return Q() if may(user, "change_any", model) else Q(made_by=user.pk)


def named(action, model):
    return f"{model._meta.app_label}.{action}_{model._meta.model_name}"


def pages_named_by(model):
    """The relations by which rows of a model name one page, not counting the page they are of."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.is_relation and issubclass(field.related_model, Publishable)
    ]

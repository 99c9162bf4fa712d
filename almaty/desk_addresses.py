"""Addresses of the desk: of what is done with the pages of a kind, or with one of them."""

from django.urls import reverse


def url_name(what, model):
    """The name of a URL pattern, as Django's own are called: newsroom_newsitem_change."""
    return f"{model._meta.app_label}_{model._meta.model_name}_{what}"


def desk_url(what, model, *keys):
    """`model` is a kind of row, or a row of it."""
    return reverse(f"admin:{url_name(what, model)}", args=keys)

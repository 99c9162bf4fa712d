"""The tables of libraries, registered again as the desk needs them."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from taggit.models import Tag

for model in (Group, Tag, User):
    admin.site.unregister(model)


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    """Without the list of everything tagged, which grows with the archive."""

    fields = ["name", "slug"]
    list_display = ["name", "slug"]
    search_fields = ["name"]
    show_full_result_count = False


@admin.register(User)
class PersonAdmin(UserAdmin):
    """Rights come with groups. The two-list picker of single rights cannot be used by keyboard."""

    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (name, {"fields": [f for f in options["fields"] if f != "user_permissions"]})
        for name, options in UserAdmin.fieldsets
    ]


@admin.register(Group)
class TeamAdmin(GroupAdmin):
    filter_horizontal = []

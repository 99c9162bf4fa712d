"""What a story's form says of the document it came from: its source, its to-dos, its numbers."""

from django.urls import reverse

from almaty import contents
from newsroom.importing.tracing import lost_links_of, sources_of, traces_of


class ShowsItsSource:
    """For the admin of stories."""

    change_form_template = "admin/newsroom/import/story_form.html"

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk and self.has_change_permission(request, obj):
            context |= self.source_of(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def source_of(self, request, page):
        imported = list(sources_of(page))
        if not imported:
            return {}
        notes = list(lost_links_of(page))
        for note in notes:
            address = (note.story.document_id, note.story.number)
            note.address = reverse("admin:newsroom_import_story", args=address)
        may_see = request.user.has_perm("newsroom.view_import")
        return {
            "imported_as": imported,
            "may_see_imports": may_see,
            "can_change": request.user.has_perm("newsroom.change_import"),
            "lost_links": notes,
            "links_to_do": sum(note.done_at is None for note in notes),
            "traces": traces_of(page, contents.content_of(page)),
            "back": "form",
        }

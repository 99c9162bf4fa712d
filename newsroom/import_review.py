"""The review of an import: its stories, each with its text and what that led to."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from almaty import editing
from almaty.desk_forms import whole_number
from almaty.differences import differences
from almaty.revisions import Revision
from newsroom.import_screen import Screen, in_order
from newsroom.importing import amendments, decisions
from newsroom.importing.known import similar_stories
from newsroom.models import ImportedStory, LostLinkNote, NewsItem, Suggestion

State = Suggestion.State
LINKS = {"found-link": True, "lost-link": False}  # whether the to-do is done then
ACTIONS = ("accept", "change", "reject", "take-back")  # on one suggestion


class ReviewViews:
    """The screens, for ImportAdmin."""

    def overview(self, request, pk):
        document = self.document_or_404(request, pk)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        stories = list(
            document.stories.select_related("news_item")
            .defer("paragraphs", "news_item__body_en", "news_item__body_ru", "news_item__body_kk")
            .annotate(
                open_count=counted(state=State.OPEN),
                taken_count=counted(state__in=Suggestion.TAKEN),
                rejected_count=counted(state=State.REJECTED),
                lost_count=Count("lost_links", Q(lost_links__done_at=None), distinct=True),
            )
        )
        context = {
            "title": document.name,
            "document": document,
            "stories": stories,
            "first_open": next((story.number for story in stories if story.open_count), None),
            **told_of_progress(
                open=sum(story.open_count for story in stories),
                decided=sum(story.taken_count + story.rejected_count for story in stories),
            ),
            "can_change": self.has_change_permission(request),
            "can_delete": self.has_delete_permission(request),
        }
        return self.shown(request, "overview", context)

    def story(self, request, object_id, number):
        document = self.document_or_404(request, object_id)
        story = get_object_or_404(
            document.stories.select_related("news_item", "earlier"), number=number
        )
        story.document = document
        if request.method == "POST":
            return self.decide(request, story)
        return self.show_story(request, story)

    def show_story(self, request, story, typed=None, status=200):
        screen = Screen(story, typed)
        page = story.news_item
        can_change = self.may_decide(request, page)
        context = {
            "title": story.headline,
            "document": story.document,
            "story": story,
            "page": page,
            "version": page.version if page else "",
            "screen": screen,
            "lost_links": story.lost_links.all(),
            "similar": similar_stories(story) if story.state == ImportedStory.State.NEW else [],
            "can_change": can_change,
            "back": "",
            **told_of_progress(
                open=sum(line.is_open for line in screen.lines),
                decided=sum(line.is_decided for line in screen.lines),
            ),
            "next_open": next_open(story),
            "last": story.document.stories.count(),
        }
        if can_change:
            context["partner_names"] = screen.known.partners.all()
            context["place_names"] = screen.known.places.all()
        if page and story.earlier and story.state in ("amended", "left", "taken"):
            context |= self.amendment(story, page)
        return self.shown(request, "story", context, status)

    def amendment(self, story, page):
        content = editing.current_content(page)
        made = amendments.offer(story, content)
        is_taken = story.state == "taken"
        return {
            "changes": [] if is_taken else differences(content, made.content, NewsItem),
            "changes_left": made.left,
            "new_pictures": amendments.new_pictures(story),
            "repaired_links": story.repaired_links.filter(done_at=None),
        }

    def may_decide(self, request, page):
        pages = self.admin_site.get_model_admin(NewsItem)
        return bool(
            page
            and self.has_change_permission(request)
            and pages.has_change_permission(request, page)
        )

    # Decisions ---------------------------------------------------------------------------------

    def decide(self, request, story):
        if not self.may_decide(request, story.news_item):
            raise PermissionDenied
        try:
            with transaction.atomic():  # with its line in the log
                return self.carry_out(request, story)
        except editing.Conflict as conflict:
            newest = Revision.objects.of(conflict.page).first()
            words = _(
                "This story was changed by %(who)s after you had opened the page. Nothing was "
                "done; look at what it says now, then decide again."
            )
            messages.error(request, words % {"who": newest.who})
            story.news_item = conflict.page
            return self.show_story(request, story, request.POST, status=409)
        except decisions.Gone:
            messages.error(request, _("The story is in the bin: take it out first."))
            return HttpResponseRedirect(request.path)

    def carry_out(self, request, story):
        data, by = request.POST, request.user
        version = whole_number(data.get("version"))
        done = None
        if "accept-all" in data:
            taken, _left = self.accept_open(request, story, version)
            self.log_decision(request, story, f"{taken} suggestions accepted")
        elif "reject-all" in data:
            count = decisions.reject(story, story.suggestions.all(), by)
            self.say_rejected(request, count)
            self.log_decision(request, story, f"{count} suggestions rejected")
        elif "take-amendment" in data:
            page = decisions.take_amendment(story, by, version)
            if page.version != version:
                messages.success(request, _("The changes are a draft of the story now."))
            self.log_decision(request, story, "Changes of the amended document taken")
        elif "leave-amendment" in data:
            decisions.leave_amendment(story)
            self.log_decision(request, story, "Changes of the amended document left")
        elif name := next((name for name in LINKS if name in data), None):
            self.tick(request, story, data[name], is_done=LINKS[name])
            if data.get("back") == "form":
                back = reverse("admin:newsroom_newsitem_change", args=[story.news_item_id])
                return HttpResponseRedirect(back)
        elif action := next((name for name in ACTIONS if name in data), None):
            done = get_object_or_404(story.suggestions, pk=whole_number(data[action]))
            done.story = story
            answer = self.decide_on_one(request, story, done, action, version)
            if answer:
                return answer
        return HttpResponseRedirect(request.path + self.next_place(story, done))

    def decide_on_one(self, request, story, suggestion, action, version):
        """A response where the form has to be shown again, None where it is done."""
        by, changed = request.user, {}
        if action == "reject":
            self.say_rejected(request, decisions.reject(story, [suggestion], by))
            self.log_decision(request, story, f"Suggestion rejected: {suggestion.kind}")
            return None
        if action == "take-back":
            decisions.take_back(suggestion)
            self.log_decision(request, story, f"Rejection taken back: {suggestion.kind}")
            return None
        if action == "change":
            screen = Screen(story, request.POST)
            line = next(line for line in screen.lines if line.suggestion.pk == suggestion.pk)
            if line.form is None:
                return None  # decided in another window
            if not line.form.is_valid():
                return self.show_story(request, story, request.POST, status=200)
            changed[suggestion.pk] = line.form.value
        outcome = decisions.accept(story, [suggestion], by, version, changed)
        for _suggestion, sentence in outcome.left:
            messages.warning(request, sentence)
        if outcome.taken:
            self.log_decision(request, story, f"Suggestion accepted: {suggestion.kind}")
        return None

    def log_decision(self, request, story, words):
        """In the audit log, at the document; its words are of one language."""
        self.log_change(request, story.document, f"{words} (story {story.number})")

    def accept_open(self, request, story, version, say=True):
        ready, asked = decisions.acceptable(story)
        outcome = decisions.accept(story, ready, request.user, version)
        left = [*asked, *outcome.left]
        if say:
            self.say_accepted(request, len(outcome.taken))
            for _suggestion, sentence in left:
                messages.warning(request, sentence)
        return len(outcome.taken), len(left)

    def next_place(self, story, done):
        """Where the screen goes on: at the next suggestion that is open."""
        if done is None:
            return ""
        order = [suggestion.pk for suggestion in in_order(story.suggestions.all())]
        following = order[order.index(done.pk) :] + order[: order.index(done.pk)]
        still_open = set(story.suggestions.open().values_list("pk", flat=True))
        pk = next((pk for pk in following if pk in still_open), done.pk)
        return f"#suggestion-{pk}"

    def tick(self, request, story, key, is_done):
        """However often it is sent: whoever presses twice means it once."""
        note = get_object_or_404(story.lost_links, pk=whole_number(key))
        changed = LostLinkNote.objects.filter(pk=note.pk, done_at__isnull=is_done).update(
            done_at=timezone.now() if is_done else None,
            done_by=request.user if is_done else None,
        )
        if not changed:
            return
        self.log_decision(request, story, "Lost link found" if is_done else "Lost link open again")

    def decide_on_all(self, request, object_id):
        """Every open suggestion of an import, a story at a time with its line in the log; stories
        that were changed meanwhile are left."""
        document = self.document_or_404(request, object_id)
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        taken, left, changed = 0, 0, []
        by, is_rejection = request.user, "reject-all" in request.POST
        for story in document.stories.select_related("news_item", "earlier"):
            story.document = document
            if not self.may_decide(request, story.news_item):
                continue
            version = whole_number(request.POST.get(f"version-{story.pk}"))
            try:
                with transaction.atomic():
                    if is_rejection:
                        more, kept = decisions.reject(story, story.suggestions.all(), by), 0
                    else:
                        more, kept = self.accept_open(request, story, version, say=False)
                    if more:
                        words = f"{more} suggestions {'rejected' if is_rejection else 'accepted'}"
                        self.log_decision(request, story, words)
                taken, left = taken + more, left + kept
            except editing.Conflict:
                changed.append(story.headline)
            except decisions.Gone:
                continue
        if is_rejection:
            self.say_rejected(request, taken)
        else:
            self.say_accepted(request, taken)
        if left:
            words = ngettext(
                "%(count)s is left for you to decide: see the stories with open suggestions.",
                "%(count)s are left for you to decide: see the stories with open suggestions.",
                left,
            )
            messages.warning(request, words % {"count": left})
        if changed:
            words = _("Changed by somebody since you opened the page, and left alone: %(stories)s.")
            messages.warning(request, words % {"stories": "; ".join(changed)})
        return HttpResponseRedirect(reverse("admin:newsroom_import_change", args=[object_id]))

    # What is said ------------------------------------------------------------------------------

    def say_accepted(self, request, count):
        words = ngettext("%(count)s suggestion accepted.", "%(count)s suggestions accepted.", count)
        messages.success(request, words % {"count": count})

    def say_rejected(self, request, count):
        words = ngettext(
            "%(count)s suggestion rejected. The same words do not lead to it again.",
            "%(count)s suggestions rejected. The same words do not lead to them again.",
            count,
        )
        messages.success(request, words % {"count": count})


def told_of_progress(open, decided):
    return {"open_count": open, "decided_count": decided, "all_count": open + decided}


def next_open(story):
    """The story of the same import to go on with: the next that waits, or the first."""
    waiting = story.document.stories.exclude(pk=story.pk).filter(
        Exists(Suggestion.objects.open().filter(story=OuterRef("pk")))
    )
    waiting = waiting.only("number", "headline", "document").order_by("number")
    return waiting.filter(number__gt=story.number).first() or waiting.first()


def counted(**conditions):
    named = {f"suggestions__{name}": value for name, value in conditions.items()}
    return Count("suggestions", Q(**named), distinct=True)

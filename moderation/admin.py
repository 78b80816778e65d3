"""Cases and reports, to look at: decisions are made in the review queue."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin import GuardedAdmin, ReadOnlyAdmin
from accounts.models import Member
from moderation.member_admin import MemberAdmin
from moderation.models import Appeal, Case, CaseLogEntry, Decision, Duty, Report

__all__ = ["MemberAdmin"]


class NotAboutMe(ReadOnlyAdmin):
    """What is about oneself one reads in one's record, where nobody learns who reported. Who looks
    after some boards finds those here too."""

    about: ClassVar[str]
    case: ClassVar[str] = "case__in"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = super().get_queryset(request).exclude(**{self.about: request.user})
        viewer = request.user
        if isinstance(viewer, Member) and viewer.moderated_board_ids is not None:
            rows = rows.filter(**{self.case: Case.objects.in_care_of(viewer).values("pk")})
        return rows


class _History(admin.TabularInline):
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReportInline(_History):
    model = Report
    fields = ("made_at", "reason", "guideline", "words", "closed_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("guideline")


class DecisionInline(_History):
    model = Decision
    fields = ("made_at", "moderator", "outcome", "guideline", "reason", "days")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("guideline", "moderator")


class EntryInline(_History):
    model = CaseLogEntry
    fields = ("made_at", "kind", "by", "note")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("by")


@admin.register(Case)
class CaseAdmin(NotAboutMe):
    about = "about"
    case = "pk__in"
    list_display = ("pk", "kind", "status", "is_worry", "title", "about", "opened_at", "closed_at")
    list_filter = ("status", "kind")
    list_select_related = ("post__topic", "about", "appeal__decision")
    search_fields = ("about__pseudonym", "post__topic__title")
    ordering = ("-opened_at",)
    fields = (
        "title", "about", "kind", "status", "is_worry", "is_for_admins", "asked", "opened_at",
        "review_due_at", "looked_at", "closed_at", "version",
    )  # fmt: skip
    inlines: ClassVar[list[Any]] = [ReportInline, DecisionInline, EntryInline]


@admin.register(Report)
class ReportAdmin(NotAboutMe):
    about = "case__about"
    list_display = ("made_at", "what", "case", "closed_at")
    list_filter = ("reason", "guideline")
    list_select_related = ("guideline", "case")
    search_fields = ("case__post__topic__title",)
    ordering = ("-made_at",)
    fields = ("made_at", "what", "words", "closed_at")

    @admin.display(description=_("what it is about"), ordering="guideline")
    def what(self, report: Report) -> str:
        return str(report.guideline or report.get_reason_display())


@admin.register(Decision)
class DecisionAdmin(NotAboutMe):
    about = "about"
    list_display = ("made_at", "outcome", "guideline", "moderator", "case")
    list_filter = ("outcome", "guideline")
    list_select_related = ("guideline", "moderator", "case")
    ordering = ("-made_at",)
    fields = ("made_at", "outcome", "guideline", "reason", "days", "moderator")


@admin.register(Appeal)
class AppealAdmin(NotAboutMe):
    about = "member"
    case = "decision__case__in"
    list_display = ("made_at", "status", "decision", "decided_by", "decided_at")
    list_filter = ("status",)
    list_select_related = ("decision", "decided_by")
    ordering = ("-made_at",)
    fields = ("made_at", "decision", "words", "status", "decided_by", "decided_at", "reason")


@admin.register(Duty)
class DutyAdmin(GuardedAdmin):
    list_display = ("member", "starts_at", "ends_at")
    list_select_related = ("member",)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["queryset"] = Member.objects.active().moderators()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

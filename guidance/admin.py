from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin import ReadOnlyAdmin
from guidance.actions.norms import save_guideline
from guidance.models import (
    Guideline,
    GuidelineVersion,
    HelpLine,
    Rule,
    RuleVersion,
    TermList,
    TermListVersion,
)


class VersionInline(admin.TabularInline):
    model: Any = GuidelineVersion
    fields: ClassVar[Any] = ("version", "title", "body", "why", "by", "made_at")
    readonly_fields: ClassVar[Any] = fields
    extra = 0
    can_delete = False
    of = "guideline"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("by", self.of)


@admin.register(Guideline)
class GuidelineAdmin(admin.ModelAdmin):
    list_display = ("number", "title", "boards", "is_published", "version", "changed_at")
    list_display_links = ("title",)
    fields = (
        "number", "title", "body", "why", "fits", "does_not_fit", "boards", "is_published",
        "is_about_spam",
    )  # fmt: skip
    inlines: ClassVar[list[Any]] = [VersionInline]

    def save_model(self, request: HttpRequest, obj: Guideline, form: Any, change: bool) -> None:
        """Each saving that changes words is a version of its own."""
        save_guideline(guideline=obj, by=request.user)  # type: ignore[arg-type]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("number",) if obj is not None else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A guideline that decisions name is unpublished, not deleted."""
        return False


class RuleVersionInline(VersionInline):
    model: Any = RuleVersion
    fields: ClassVar[Any] = ("version", "why", "by", "made_at")
    readonly_fields: ClassVar[Any] = fields
    of = "rule"


@admin.register(Rule)
class RuleAdmin(ReadOnlyAdmin):
    """To look things up; rules are changed on the page made for it, from the review queue."""

    list_display = ("key", "name", "guideline", "severity", "state", "version", "changed_at")
    list_filter = ("state", "severity")
    list_select_related = ("guideline",)
    search_fields = ("key", "name")
    inlines: ClassVar[list[Any]] = [RuleVersionInline]


class TermListVersionInline(VersionInline):
    model: Any = TermListVersion
    fields: ClassVar[Any] = ("version", "why", "by", "made_at")
    readonly_fields: ClassVar[Any] = fields
    of = "term_list"


@admin.register(TermList)
class TermListAdmin(ReadOnlyAdmin):
    list_display = ("name", "title", "version")
    inlines: ClassVar[list[Any]] = [TermListVersionInline]


@admin.register(HelpLine)
class HelpLineAdmin(admin.ModelAdmin):
    list_display = ("name", "country", "phone", "hours", "checked_on", "needs_a_check")
    search_fields = ("name", "country")

    @admin.display(description=_("needs a check"), boolean=True)
    def needs_a_check(self, line: HelpLine) -> bool:
        return line.needs_a_check

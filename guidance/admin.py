from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.admin import GuardedAdmin, ReadOnlyAdmin
from accounts.exceptions import ActionDenied
from guidance.actions.guidelines import save_guideline
from guidance.actions.help_lines import FIELDS, save_help_line
from guidance.models import (
    Guideline,
    GuidelineVersion,
    HelpLine,
    HelpLineVersion,
    Rule,
    RuleVersion,
    TermList,
    TermListVersion,
)
from guidance.permissions import check_help_line, check_number


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
class GuidelineAdmin(GuardedAdmin):
    offers = ("view", "add", "change")
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

    offers = ("view", "change")

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
    offers = ("view", "change")
    list_display = ("name", "title", "version")
    inlines: ClassVar[list[Any]] = [TermListVersionInline]


class HelpLineVersionInline(VersionInline):
    model: Any = HelpLineVersion
    fields: ClassVar[Any] = ("version", "phone", "is_published", "reason", "by", "made_at")
    readonly_fields: ClassVar[Any] = fields
    of = "help_line"


class HelpLineForm(forms.ModelForm):
    """A help line, and why it is changed."""

    reason = forms.CharField(label=_("Why you change it"), max_length=500)

    class Meta:
        model = HelpLine
        fields = FIELDS

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        try:
            check_number(phone)
        except ActionDenied as refused:
            raise forms.ValidationError(str(refused.reason)) from refused
        return phone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and not self.errors:
            changed = HelpLine(pk=self.instance.pk, **{n: cleaned[n] for n in FIELDS})
            try:
                check_help_line(changed, list(HelpLine.objects.all()))
            except ActionDenied as refused:
                raise forms.ValidationError(str(refused.reason)) from refused
        return cleaned


@admin.register(HelpLine)
class HelpLineAdmin(GuardedAdmin):
    """Lines are taken out of sight one at a time and with a reason, and never deleted."""

    offers = ("view", "add", "change")
    form = HelpLineForm
    list_display = (
        "name", "country", "phone", "hours", "is_published", "checked_on", "needs_a_check",
    )  # fmt: skip
    search_fields = ("name", "country")
    actions = None
    inlines: ClassVar[list[Any]] = [HelpLineVersionInline]

    def save_model(self, request: HttpRequest, obj: HelpLine, form: Any, change: bool) -> None:
        save_help_line(
            line=obj,
            by=request.user,  # type: ignore[arg-type]
            reason=form.cleaned_data["reason"],
        )

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("needs a check"), boolean=True)
    def needs_a_check(self, line: HelpLine) -> bool:
        return line.needs_a_check

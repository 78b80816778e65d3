"""Groups and what they may do, and the record of what members may do. Members themselves are
looked after in moderation."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import DataError, transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from accounts.actions.account_status import record_group_change
from accounts.exceptions import ActionDenied
from accounts.models import Member, StatusChange
from accounts.permissions import check_give_permissions, check_take_permissions
from text.limits import REASON
from text.tidying import tidy


class GuardedAdmin(admin.ModelAdmin):
    """Lists are narrowed by what their page offers and by nothing else: other look-ups in the
    address would tell what a look with a reason is for.

    ``offers`` are those of Django's four permissions that do something here.
    """

    offers: ClassVar[tuple[str, ...]] = ("view", "add", "change", "delete")
    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        filters = self.get_list_filter(request)  # type: ignore[arg-type]
        fields = {
            each if isinstance(each, str) else str(getattr(each, "parameter_name", ""))
            for each in filters
        }
        name, _sign, kind = lookup.rpartition("__")
        # As Django writes the links of a filter by what another row is.
        name = name.removesuffix("__id") if kind == "exact" else name
        return lookup in fields or (name in fields and kind in {"exact", "in", "isnull"})

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """An address with something in it that the database does not know leads to the whole
        list."""
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except (ValueError, OverflowError, DataError, ValidationError):
            return HttpResponseRedirect(f"{request.path}?e=1")


class ReadOnlyAdmin(GuardedAdmin):
    """Rows to look at: nothing is added, changed or deleted here."""

    offers: ClassVar[tuple[str, ...]] = ("view",)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(StatusChange)
class StandingChangeAdmin(ReadOnlyAdmin):
    list_display = ("made_at", "member", "kind", "until", "by")
    list_select_related = ("member", "by")
    list_filter = ("kind",)
    search_fields = ("member__pseudonym",)


def offered() -> list[int]:
    """The permissions that do something here, by id: others are not offered to any group."""
    acts: dict[type[Model], tuple[str, ...]] = {}
    for model, page in admin.site._registry.items():
        acts[model] = getattr(page, "offers", ("view", "add", "change", "delete"))
        for inline in page.inlines:
            acts.setdefault(inline.model, ("view",))
    kinds = ContentType.objects.get_for_models(*acts)
    found = []
    for model, kind in kinds.items():
        usual = {f"{act}_{model._meta.model_name}" for act in ("view", "add", "change", "delete")}
        useful = {f"{act}_{model._meta.model_name}" for act in acts[model]}
        for pk, codename in Permission.objects.filter(content_type=kind).values_list(
            "pk", "codename"
        ):
            if codename in useful or codename not in usual:
                found.append(pk)
    return found


class PermissionChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, permission: Any) -> str:
        return str(permission.name)


class GroupForm(forms.ModelForm):
    """What the members of a group may do; somebody always stays an admin."""

    permissions = PermissionChoice(
        Permission.objects.none(), label=_("Its members may"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    reason = forms.CharField(
        label=_("Reason, as its members will read it"), max_length=2000,
        widget=forms.Textarea({"rows": 3, "cols": 32}),
    )  # fmt: skip
    # Whoever fills in the form; set by GroupAdmin.
    by: Member

    class Meta:
        model = Group
        fields = ("name", "permissions")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["permissions"]
        # The rest of what Django lists has no page here.
        field.queryset = Permission.objects.filter(pk__in=offered()).order_by(
            "content_type__app_label", "content_type__model", "pk"
        )

    def clean_permissions(self) -> QuerySet[Permission]:
        chosen: QuerySet[Permission] = self.cleaned_data["permissions"]
        had = self.instance.permissions.values("pk") if self.instance.pk else ()
        try:
            check_give_permissions(
                self.by, chosen.exclude(pk__in=had).select_related("content_type")
            )
        except ActionDenied as refused:
            raise forms.ValidationError(str(refused.reason)) from None
        try:
            check_take_permissions(self.by, self.instance, chosen)
        except ActionDenied as refused:
            raise forms.ValidationError(str(refused.reason)) from None
        for app, codename in self.SOMEBODY_ALWAYS:
            given = {"content_type__app_label": app, "codename": codename}
            if not chosen.filter(**given).exists() and self._holds_the_last(given):
                what = Permission.objects.get(**given).name
                says = _(
                    "Then nobody could do this any more: %(what)s. Give it to another group first."
                )
                raise forms.ValidationError(says % {"what": what})
        return chosen

    # Without these nobody could give anybody anything again.
    SOMEBODY_ALWAYS = (
        ("accounts", "administer"),
        ("accounts", "enter_admin"),
        ("accounts", "change_standing"),
        ("accounts", "view_member"),
        ("auth", "change_group"),
    )

    def _holds_the_last(self, given: dict[str, str]) -> bool:
        """Whether an admin can do this by this group, and none by another."""
        if not self.instance.pk or not self.instance.permissions.filter(**given).exists():
            return False
        admins = Member.objects.active().filter(role=Member.Role.ADMIN)
        others = Group.objects.exclude(pk=self.instance.pk).filter(
            permissions__in=Permission.objects.filter(**given)
        )
        return not admins.filter(groups__in=others).exists()


@admin.register(Group)
class GroupAdmin(GuardedAdmin):
    """Roles come from here: what a group may do, its members may. Each change has a reason, which
    its members read in their record."""

    form = GroupForm
    list_display = ("name", "how_many")
    fields = ("name", "permissions", "reason", "who")
    readonly_fields = ("who",)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.by = request.user  # type: ignore[attr-defined]
        return form

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """The reason stands in the admin's own log, which has it for empty groups too."""
        changed = ", ".join(name for name in form.changed_data if name != "reason")
        return f"{changed}: {form.cleaned_data['reason']}"

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        may = self.has_delete_permission(request, self.get_object(request, object_id))
        if may and request.method == "POST" and not tidy(request.POST.get("reason", "")):
            self.message_user(request, _("Please write a reason."), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        return super().delete_view(request, object_id, extra_context)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Group]) -> Any:
        entries = super().log_deletions(request, queryset)
        reason = tidy(request.POST.get("reason", ""))[:REASON]
        for entry in [entries] if isinstance(entries, LogEntry) else entries:
            entry.change_message = reason
            entry.save(update_fields=["change_message"])
        return entries

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        record_group_change(
            group=form.instance,
            by=request.user,  # type: ignore[arg-type]
            reason=form.cleaned_data["reason"],
        )

    @admin.display(description=_("members"))
    def how_many(self, group: Group) -> int:
        return group.members.count()  # type: ignore[attr-defined]

    @admin.display(description=_("members"))
    def who(self, group: Group) -> str:
        """Changed on the page of members, with a reason."""
        if not group.pk:
            return "-"
        members = group.members.order_by("pseudonym")  # type: ignore[attr-defined]
        return ", ".join(members.values_list("pseudonym", flat=True)[:100]) or "-"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A group that somebody is in stays."""
        is_empty = obj is None or not obj.members.exists()
        return is_empty and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

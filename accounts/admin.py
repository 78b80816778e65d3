"""Groups and what they may do, and the record of what members may do. Members themselves are
looked after in moderation."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import Member, StandingChange


class ReadOnlyAdmin(admin.ModelAdmin):
    """Rows to look at: nothing is added, changed or deleted here."""

    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(StandingChange)
class StandingChangeAdmin(ReadOnlyAdmin):
    list_display = ("made_at", "member", "kind", "until", "by")
    list_select_related = ("member", "by")
    list_filter = ("kind",)
    search_fields = ("member__pseudonym",)


class PermissionChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, permission: Any) -> str:
        return str(permission.name)


class GroupForm(forms.ModelForm):
    """What the members of a group may do; somebody always stays an admin."""

    permissions = PermissionChoice(
        Permission.objects.none(), label=_("Its members may"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = Group
        fields = ("name", "permissions")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["permissions"]
        # The rest of what Django lists has no page here.
        models = {*admin.site._registry, *self._inside()}
        kinds = ContentType.objects.get_for_models(*models).values()
        field.queryset = Permission.objects.filter(content_type__in=kinds).order_by(
            "content_type__app_label", "content_type__model", "pk"
        )

    @staticmethod
    def _inside() -> set[Any]:
        """What is shown on the pages of other things."""
        pages = admin.site._registry.values()
        return {inline.model for page in pages for inline in page.inlines}

    def clean_permissions(self) -> QuerySet[Permission]:
        chosen: QuerySet[Permission] = self.cleaned_data["permissions"]
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
        admins = Member.objects.may_come_in().filter(role=Member.Role.ADMIN)
        others = Group.objects.exclude(pk=self.instance.pk).filter(
            permissions__in=Permission.objects.filter(**given)
        )
        return not admins.filter(groups__in=others).exists()


@admin.register(Group)
class GroupAdmin(admin.ModelAdmin):
    """Roles come from here: what a group may do, its members may."""

    form = GroupForm
    list_display = ("name", "how_many")
    fields = ("name", "permissions", "who")
    readonly_fields = ("who",)

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

"""Members in the admin; what they may do is changed with a reason, for the record."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts import pseudonyms, recovery
from accounts.adapter import CouldNotSend
from accounts.admin import GuardedAdmin
from accounts.exceptions import ActionDenied
from accounts.models import Member, StatusChange
from forums.models import Board
from moderation.actions.account_status import change_address, change_standing
from moderation.actions.privileged_access import read_email
from text.limits import REASON

Kind = StatusChange.Kind


class StandingFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("read_only", _("Read-only now")),
            ("suspended", _("Suspended now")),
            ("no_consent", _("Has not agreed yet")),
            ("inactive", _("May not log in")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Member]) -> QuerySet[Member]:
        now = timezone.now()
        conditions = {
            "read_only": Q(read_only_until__gt=now),
            "suspended": Q(suspended_until__gt=now),
            "no_consent": Q(consent_version=0),
            "inactive": Q(is_active=False),
        }
        chosen = conditions.get(self.value() or "")
        return queryset.filter(chosen) if chosen is not None else queryset


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason, as the member will read it"),
        max_length=REASON,
        widget=forms.Textarea({"rows": 5, "cols": 32}),
    )


class AccessForm(ReasonForm):
    reason = forms.CharField(
        label=_("Why do you need it? The member can read this."),
        max_length=REASON,
        widget=forms.Textarea({"rows": 3, "cols": 32}),
    )


class FindByAddressForm(AccessForm):
    field_order = ["email", "reason"]
    email = forms.EmailField(label=_("The whole e-mail address"))


class DaysForm(ReasonForm):
    field_order = ["days", "reason"]
    days = forms.IntegerField(label=_("For how many days"), min_value=1, max_value=3650, initial=7)


class OneByOne(ReasonForm):
    """What is changed begins as it is now, so that nothing is lost that nobody meant."""

    @staticmethod
    def as_it_is(member: Member) -> dict[str, Any]:
        return {}


class RenameForm(OneByOne):
    field_order = ["pseudonym", "reason"]
    pseudonym = forms.CharField(label=_("Pseudonym"), max_length=30)

    @staticmethod
    def as_it_is(member: Member) -> dict[str, Any]:
        return {"pseudonym": member.pseudonym}

    def clean_pseudonym(self) -> str:
        return pseudonyms.tidy(self.cleaned_data["pseudonym"])


class GroupsForm(OneByOne):
    @staticmethod
    def as_it_is(member: Member) -> dict[str, Any]:
        return {"groups": list(member.groups.values_list("pk", flat=True))}

    field_order = ["groups", "reason"]
    groups = forms.ModelMultipleChoiceField(
        Group.objects.order_by("name"), label=_("Groups"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Without any they are a member like others."),
    )  # fmt: skip


class BoardsForm(OneByOne):
    @staticmethod
    def as_it_is(member: Member) -> dict[str, Any]:
        return {"boards": member.moderated_board_ids or []}

    field_order = ["boards", "reason"]
    boards = forms.ModelMultipleChoiceField(
        Board.objects.all(), label=_("Boards they look after"), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Without any: all of them."),
    )  # fmt: skip


class AddressForm(OneByOne):
    field_order = ["email", "reason"]
    email = forms.EmailField(
        label=_("The new address"),
        help_text=_("A code goes there, and the address changes when it is typed."),
    )


class LeavingForm(OneByOne):
    field_order = ["words", "reason"]
    words = forms.ChoiceField(
        label=_("What becomes of their posts"),
        widget=forms.RadioSelect,
        choices=[("keep", _("They stay, without the name")), ("remove", _("Their words go too"))],
        help_text=_("The account is deleted after 14 days. Until then the member can keep it."),
    )


_SECOND_ADMIN = _(
    "Written down. It happens when another admin does the same here within seven days; all of them "
    "have a notice."
)
_NOT_SENT = _("We could not send the mail, so nothing was changed. Please try again in a moment.")


class StatusChangeInline(admin.TabularInline):
    model = StatusChange
    fk_name = "member"
    fields = readonly_fields = ("made_at", "kind", "until", "reason", "by")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("by")


@admin.register(Member)
class MemberAdmin(GuardedAdmin):
    # What is changed here is changed by the actions, which ask for a permission of their own.
    offers = ("view",)
    list_display = ("pseudonym", "role", "state", "joined_at")
    list_filter = ("role", StandingFilter, "relation")
    search_fields = ("pseudonym",)
    search_help_text = _("Pseudonym")
    change_list_template = "admin/members.html"
    list_per_page = 50
    show_full_result_count = False
    ordering = ("-joined_at",)
    fields = (
        "pseudonym", "address", "relation", "role", "in_groups", "looks_after", "is_active",
        "read_only_until", "suspended_until", "consent_version", "joined_at", "last_login",
    )  # fmt: skip
    readonly_fields = (
        "pseudonym", "relation", "address", "role", "in_groups", "looks_after", "is_active",
        "read_only_until", "suspended_until", "consent_version", "joined_at", "last_login",
    )  # fmt: skip
    inlines: ClassVar[list[Any]] = [StatusChangeInline]
    actions = (
        "restrict", "suspend", "restore", "rename", "groups", "boards", "second_step",
        "new_address", "leaving",
    )  # fmt: skip

    @admin.display(description=_("state"))
    def state(self, member: Member) -> Any:
        if not member.is_active:
            return _("May not log in")
        if member.is_suspended:
            return _("Suspended")
        if member.is_read_only:
            return _("Read-only")
        return "" if member.has_consented else _("Has not agreed yet")

    @admin.display(description=_("e-mail address"))
    def address(self, member: Member) -> Any:
        """A link to the page that asks why."""
        link = reverse("admin:member_email", args=[member.pk])
        return format_html('<a href="{}">{}</a>', link, _("Show it, with a reason"))

    @admin.display(description=_("groups"))
    def in_groups(self, member: Member) -> str:
        return ", ".join(member.groups.order_by("name").values_list("name", flat=True)) or "-"

    @admin.display(description=_("looks after"))
    def looks_after(self, member: Member) -> Any:
        if not member.is_moderator:
            return "-"
        if member.moderated_board_ids is None:
            return _("All boards")
        names = Board.objects.filter(pk__in=member.moderated_board_ids).values_list(
            "name", flat=True
        )
        return ", ".join(names) or _("None")

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/email/", view(self.email_page), name="member_email"),
            path("by-address/", view(self.by_address_page), name="member_by_address"),
            *super().get_urls(),
        ]

    def email_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Asks for the reason, writes it down, and then shows the address."""
        member = get_object_or_404(Member, pk=pk)
        by = request.user
        assert isinstance(by, Member)
        if not by.has_perm("accounts.see_email"):
            raise PermissionDenied
        form = AccessForm(request.POST or None)
        found = ""
        if request.method == "POST" and form.is_valid():
            found = read_email(member=member, by=by, reason=form.cleaned_data["reason"])
        context = {
            **self.admin_site.each_context(request),
            "title": _("E-mail address of %(who)s") % {"who": member},
            "member": member,
            "form": form,
            "found": found,
        }
        return render(request, "admin/email.html", context)

    def by_address_page(self, request: HttpRequest) -> HttpResponse:
        """Leads to the member who has an address, once the look and its reason are written down:
        who knows an address and a pseudonym knows as much as who was shown the address."""
        by = request.user
        assert isinstance(by, Member)
        if not by.has_perm("accounts.see_email"):
            raise PermissionDenied
        form = FindByAddressForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            member = Member.objects.filter(email__iexact=form.cleaned_data["email"]).first()
            if member is not None:
                read_email(member=member, by=by, reason=form.cleaned_data["reason"])
                return redirect("admin:accounts_member_change", member.pk)
            form.add_error("email", _("No member has this address."))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Find a member by e-mail address"),
            "form": form,
        }
        return render(request, "admin/by_address.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Members join by themselves."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is changed in the form; each action asks for ``change_standing``."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description=_("Make read-only for some days …"), permissions=["standing"])
    def restrict(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "restrict", DaysForm, Kind.READ_ONLY)

    @admin.action(description=_("Suspend for some days …"), permissions=["standing"])
    def suspend(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "suspend", DaysForm, Kind.SUSPENDED)

    @admin.action(description=_("End every restriction …"), permissions=["standing"])
    def restore(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "restore", ReasonForm, Kind.RESTORED)

    @admin.action(description=_("Give another pseudonym …"), permissions=["standing"])
    def rename(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "rename", RenameForm, Kind.RENAMED)

    @admin.action(description=_("Change the groups …"), permissions=["standing"])
    def groups(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "groups", GroupsForm, Kind.ROLE)

    @admin.action(description=_("Limit a moderator to boards …"), permissions=["standing"])
    def boards(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "boards", BoardsForm, Kind.BOARDS)

    @admin.action(
        description=_("Lost device: take the second step away (two admins) …"),
        permissions=["standing"],
    )
    def second_step(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "second_step", OneByOne, Kind.SECOND_STEP_ASKED)

    @admin.action(
        description=_("Lost mailbox: give another e-mail address …"), permissions=["standing"]
    )
    def new_address(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "new_address", AddressForm, Kind.ADDRESS_ASKED)

    @admin.action(description=_("Delete the account, after 14 days …"), permissions=["standing"])
    def leaving(self, request: HttpRequest, members: QuerySet[Member]) -> HttpResponse | None:
        return self._ask(request, members, "leaving", LeavingForm, Kind.LEAVING)

    def has_standing_permission(self, request: HttpRequest) -> bool:
        # The actions are for moderators alone, whatever else a group may do.
        viewer = request.user
        is_of_team = isinstance(viewer, Member) and viewer.is_moderator
        return is_of_team and viewer.has_perm("accounts.change_standing")

    def _ask(
        self,
        request: HttpRequest,
        members: QuerySet[Member],
        action: str,
        form_class: type[ReasonForm],
        kind: StatusChange.Kind,
    ) -> HttpResponse | None:
        """A page that asks for the reason; then the action itself, member by member."""
        if issubclass(form_class, OneByOne) and members.count() != 1:
            says = _("Please choose one member at a time: what they have now stands in the form.")
            self.message_user(request, says, messages.ERROR)
            return None
        initial = form_class.as_it_is(members[0]) if issubclass(form_class, OneByOne) else {}
        form = form_class(request.POST if "reason" in request.POST else None, initial=initial)
        if not form.is_valid():
            context = {
                **self.admin_site.each_context(request),
                "title": str(dict(self.get_action_choices(request)).get(action, "")),
                "members": members,
                "form": form,
                "action": action,
            }
            return render(request, "admin/standing.html", context)
        by = request.user
        assert isinstance(by, Member)
        done = 0
        for member in members:
            try:
                if kind == Kind.ADDRESS_ASKED:
                    self._mail_the_code(request, member, by, **form.cleaned_data)
                    continue
                change = change_standing(member=member, by=by, kind=kind, **form.cleaned_data)
                if change.kind == Kind.SECOND_STEP_ASKED:
                    self.message_user(request, _SECOND_ADMIN, messages.SUCCESS)
                    continue
                done += 1
            except CouldNotSend:
                self.message_user(request, _NOT_SENT, messages.ERROR)
            except ActionDenied as refused:
                self.message_user(request, f"{member}: {refused.reason}", messages.ERROR)
        if done:
            words = ngettext("%(n)s member changed.", "%(n)s members changed.", done)
            self.message_user(request, words % {"n": done}, messages.SUCCESS)
        return None

    @transaction.atomic
    def _mail_the_code(
        self, request: HttpRequest, member: Member, by: Member, email: str, reason: str
    ) -> None:
        code = change_address(member=member, email=email, reason=reason, by=by)
        recovery.mail_code(member=member, email=email, code=code)
        self.message_user(
            request,
            _("Sent. The address changes when the code is typed, within two days."),
            messages.SUCCESS,
        )

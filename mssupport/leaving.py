"""Leaving: a member asks for it here, and after two weeks a periodic job erases the account."""

import json
import logging
from datetime import timedelta

from allauth.account.decorators import reauthentication_required
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import proving
from accounts.actions.leaving import ask_to_leave, close_door, leave_a_name, stay
from accounts.models import Erasure, Leaving, Member
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from mssupport.registry import PERSONAL_DATA
from notifications.email_outbox import write_letter

logger = logging.getLogger(__name__)

LEASE = timedelta(hours=1)


class LeaveForm(forms.Form):
    words = forms.ChoiceField(
        label=gettext_lazy("What becomes of your posts?"),
        widget=forms.RadioSelect,
        choices=[
            ("keep", gettext_lazy("They stay, without my name")),
            ("remove", gettext_lazy("Take my words away too")),
        ],
        error_messages={"required": gettext_lazy("Please choose one of the two.")},
    )


@require_safe
@member_required
def personal_data(request: MemberRequest) -> HttpResponse:
    """What is kept, why and for how long, as the registry has it."""
    # The account first, as readers think of it; it is erased last.
    entries = sorted(PERSONAL_DATA, key=lambda entry: not entry.models[0].startswith("accounts."))
    return render(request, "accounts/personal_data.html", {"entries": entries})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def leave(request: MemberRequest) -> HttpResponse:
    """Asked for with fresh proof: a phone that lies open is not enough."""
    if proving.is_needed(request):
        return redirect(f"{reverse('accounts:prove')}?{urlencode({'next': request.path})}")
    answer: HttpResponse = _leave(request)
    return answer


@reauthentication_required  # type: ignore[untyped-decorator]
def _leave(request: MemberRequest) -> HttpResponse:
    leaving = Leaving.objects.filter(member=request.user).first()
    kept = {"words": "keep" if leaving.keeps_words else "remove"} if leaving is not None else {}
    form = LeaveForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST":
        check_pace(request, "leaving", 10, 600)
        if form.is_valid():
            is_kept = form.cleaned_data["words"] == "keep"
            with transaction.atomic():
                asked = ask_to_leave(member=request.user, keep_words=is_kept)
                # Each time by itself: whoever owns the account hears of it, though somebody else
                # asked and took it back before.
                subject = f"leaving:{asked.pk}"
                write_letter(member=request.user, subject=subject, link=request.path)
            return redirect("leave")
    context = {"form": form, "leaving": leaving, "days": Leaving.GRACE.days}
    return render(request, "accounts/leave.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def stay_after_all(request: MemberRequest) -> HttpResponse:
    if stay(member=request.user):
        messages.success(request, _("Your account stays. We are glad."))
    return redirect("accounts:settings")


def erase_left_members() -> int:
    """A periodic job: erases one account whose time has come; how many that were.

    Whoever takes it on has LEASE for it: what fails, or dies, is tried again after that, and each
    step can be done twice. No lock is held from one step to the next, for a member may have
    written in thousands of topics.
    """
    now = timezone.now()
    with transaction.atomic():
        leaving = (
            Leaving.objects.select_for_update(skip_locked=True, of=("self",))
            .filter(due_at__lte=now)
            .select_related("member")
            .order_by("due_at", "pk")
            .first()
        )
        if leaving is None:
            return 0
        Leaving.objects.filter(pk=leaving.pk).update(due_at=now + LEASE)
    erase(leaving.member, keep_words=leaving.keeps_words)
    return 1


def erase(member: Member, *, keep_words: bool) -> None:
    """Whatever any app keeps about the member goes; of the account a number is left."""
    number = member.pk
    close_door(member=member)
    Erasure.objects.get_or_create(member_number=number, defaults={"kept_words": keep_words})
    for entry in PERSONAL_DATA:
        if entry.erase is not None:
            entry.erase(member, keep_words)
    leave_a_name(member, keep_words)
    Leaving.objects.filter(member=member).delete()
    _write_ledger(number, keep_words=keep_words)


def _write_ledger(number: int, *, keep_words: bool) -> None:
    """Outside the database, which a restored backup puts back to before: see docs/running.md."""
    if not settings.ERASURE_LEDGER:
        return
    line = {"member": number, "kept_words": keep_words, "at": timezone.now().isoformat()}
    try:
        with open(settings.ERASURE_LEDGER, "a", encoding="utf-8") as file:
            file.write(f"{json.dumps(line)}\n")
    except OSError as error:
        logger.error("The erasure of member %s is not in the ledger: %s", number, error)

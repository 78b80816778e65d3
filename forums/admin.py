from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import ngettext

from accounts.admin import GuardedAdmin
from forums.actions.boards import sync_board_notices
from forums.models import Board
from guidance.actions.boards import rename_board


class BoardForm(forms.ModelForm):
    def clean_audience(self) -> str:
        """What was written for members stays with members: they agreed to nothing else."""
        audience: str = self.cleaned_data["audience"]
        board = self.instance
        if audience == Board.Audience.WEB and "audience" in self.changed_data and board.posts_count:
            raise forms.ValidationError(
                ngettext(
                    "There is %(n)s post here that was written for members only. Make a new "
                    "board for the web instead.",
                    "There are %(n)s posts here that were written for members only. Make a new "
                    "board for the web instead.",
                    board.posts_count,
                )
                % {"n": board.posts_count}
            )
        return audience


@admin.register(Board)
class BoardAdmin(GuardedAdmin):
    form = BoardForm
    list_display = ("name", "audience", "is_in_use", "position", "topics_count", "posts_count")
    list_filter = ("audience", "is_in_use")
    search_fields = ("name",)
    fields = (
        "name", "slug", "description", "questions", "audience", "is_in_use", "position",
        "topics_count", "posts_count", "last_posted_at",
    )  # fmt: skip
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("topics_count", "posts_count", "last_posted_at")

    def save_model(self, request: HttpRequest, obj: Board, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "is_in_use" in form.changed_data:
            sync_board_notices(board=obj)
        if change and "name" in form.changed_data:
            before = form.initial["name"]
            rename_board(before=before, after=obj.name, by=request.user)  # type: ignore[arg-type]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A board with posts is taken out of use, not deleted."""
        is_empty = obj is None or obj.posts_count == 0
        return is_empty and super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

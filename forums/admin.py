from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from forums.models import Board


@admin.register(Board)
class BoardAdmin(admin.ModelAdmin):
    list_display = ("name", "audience", "is_in_use", "position", "topics_count", "posts_count")
    list_filter = ("audience", "is_in_use")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("topics_count", "posts_count", "last_posted_at")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A board with posts is taken out of use, not deleted."""
        return obj is None or obj.posts_count == 0

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def save_model(self, request: HttpRequest, obj: Board, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change and "audience" in form.changed_data and obj.audience == Board.Audience.WEB:
            self.message_user(
                request,
                f"{obj.posts_count} posts written for members can now be read by anybody. "
                "If that is not meant, set it back.",
                "WARNING",
            )

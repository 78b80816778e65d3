"""The record of what members may do. Members themselves are looked after in moderation."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.models import StandingChange


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

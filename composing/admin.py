from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin import GuardedAdmin
from composing.models import ContentWarning


@admin.register(ContentWarning)
class ContentWarningAdmin(GuardedAdmin):
    offers = ("view", "add", "change")
    list_display = ("name", "slug", "position", "is_in_use")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Posts name a warning by it."""
        return ("slug",) if obj is not None else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """One that posts have is taken out of use, not deleted."""
        return False

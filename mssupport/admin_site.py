"""Django admin as this site serves it."""

from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from accounts import second_factor


class ModeratedAdminSite(AdminSite):
    site_header = _("MS Support: running the forum")
    site_title = _("MS Support")
    index_title = _("What would you like to do?")
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Without what allauth and Django register themselves: addresses are their owners', and
        groups have a page of ours."""
        if not getattr(admin_class, "__module__", "").startswith(("allauth.", "django.")):
            super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Asks for the second factor first."""
        guarded = super().admin_view(view, cacheable)

        @wraps(view)
        def proved_first(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.has_permission(request):
                answer = second_factor.ask_first(request, request.get_full_path(), goes_on=True)
                if answer is not None:
                    return answer
            return guarded(request, *args, **kwargs)

        return proved_first

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is one page for that: it counts tries and tells the owner by mail."""
        return redirect("account_change_password")

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is one way to log in; whoever is logged in and no admin finds nothing here."""
        if request.user.is_authenticated:
            raise Http404
        return redirect_to_login(request.get_full_path())

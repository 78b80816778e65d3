"""How the pages look on this device: a cookie with values from a fixed list, no login needed."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

COOKIE = "appearance"
THEMES = {
    "auto": _("As the device says"),
    "light": _("Light"),
    "dark": _("Dark"),
    "contrast": _("High contrast"),
}
SIZES = {"normal": _("Normal"), "large": _("Large"), "largest": _("Largest")}
A_YEAR = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Appearance:
    theme: str = "auto"
    size: str = "normal"


class AppearanceForm(forms.Form):
    theme = forms.ChoiceField(
        label=_("Colours"), choices=list(THEMES.items()), widget=forms.RadioSelect
    )
    size = forms.ChoiceField(
        label=_("Size of the text"), choices=list(SIZES.items()), widget=forms.RadioSelect
    )


def appearance_of(request: HttpRequest) -> Appearance:
    """What the cookie says; anything unknown in it is as if it were not there."""
    theme, _dot, size = request.COOKIES.get(COOKIE, "").partition(".")
    return Appearance(theme if theme in THEMES else "auto", size if size in SIZES else "normal")


@require_http_methods(["GET", "HEAD", "POST"])
def choose_appearance(request: HttpRequest) -> HttpResponse:
    """Choosing the look; works logged out and without JavaScript."""
    appearance = appearance_of(request)
    form = AppearanceForm(
        request.POST if request.method == "POST" else None,
        initial={"theme": appearance.theme, "size": appearance.size},
    )
    target = request.POST.get("next") or request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    if not is_ours or not target.startswith("/") or not target.isprintable():
        target = ""
    if request.method == "POST" and form.is_valid():
        response = redirect(target or "appearance")
        value = f"{form.cleaned_data['theme']}.{form.cleaned_data['size']}"
        response.set_cookie(
            COOKIE, value, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
        )
        return response
    return render(
        request,
        "appearance.html",
        {"form": form, "next": target},
        status=422 if form.errors else 200,
    )

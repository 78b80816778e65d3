"""Shape and wording of what a person types about themselves."""

import re
from typing import Any
from zoneinfo import available_timezones

from allauth.account import forms as allauth_forms
from allauth.core import context
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import names
from accounts.models import Member
from accounts.requests import STAYS_LOGGED_IN

_BLANKS_AND_DASHES = re.compile(r"[\s‐-―-]+")


class _PastedCodeField(forms.CharField):
    """A code from a mail; blanks and dashes that came along with it do not count."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return _BLANKS_AND_DASHES.sub("", text).upper()


def _code_field() -> _PastedCodeField:
    return _PastedCodeField(
        label=_("Code from the e-mail"),
        help_text=_("It is valid for 10 minutes. You can paste it; spaces do not matter."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )


class _OneCode:
    """Takes allauth's code field away and puts the forgiving one in its place."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields: dict[str, forms.Field]
        self.fields["code"] = _code_field()


class ProofForm(forms.Form):
    """The code that shows whose mailbox it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = _code_field()


class ConfirmLoginCodeForm(_OneCode, allauth_forms.ConfirmLoginCodeForm):  # type: ignore[misc]
    pass


class ConfirmEmailVerificationCodeForm(  # type: ignore[misc]
    _OneCode, allauth_forms.ConfirmEmailVerificationCodeForm
):
    pass


def _stays(request: Any, *, stays: bool) -> None:
    """For the login that follows, by whatever way."""
    if request is not None:
        request.session[STAYS_LOGGED_IN] = stays


class RequestLoginCodeForm(allauth_forms.RequestLoginCodeForm):  # type: ignore[misc]
    remember = forms.BooleanField(label=_("Keep me logged in on this device"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        _stays(context.request, stays=bool(cleaned.get("remember")))
        return cleaned

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Your e-mail address")
        self.fields["email"].widget.attrs.pop("placeholder", None)


class LoginForm(allauth_forms.LoginForm):  # type: ignore[misc]
    def clean(self) -> dict[str, Any]:
        _stays(self.request, stays=bool(self.cleaned_data.get("remember")))
        cleaned: dict[str, Any] = super().clean()
        return cleaned

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        data = kwargs.get("data")
        if data is not None and "send_code" in data:
            # The button beside: the address is there already, and a password is not asked for.
            kwargs["data"] = data.copy()
            kwargs["data"]["password"] = ""
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your e-mail address")
        self.fields["password"].label = _("Password")
        self.fields["password"].required = False
        self.fields["password"].help_text = _(
            "No password, or forgotten? Leave it empty and we send you a code."
        )
        self.fields["remember"].label = _("Keep me logged in on this device")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class MemberSignupForm(allauth_forms.SignupForm):  # type: ignore[misc]
    """Joining: an address, a pseudonym, the relation to MS, and a password if wanted."""

    field_order = ["email", "username", "use_it_anyway", "relation", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields
        fields["email"].label = _("Your e-mail address")
        fields["email"].help_text = _("Nobody but our admins can see it.")
        fields["username"].label = _("Pseudonym")
        fields["username"].help_text = _(
            "The name other members know you by. Choose one that people outside would not "
            "connect with you."
        )
        fields["password1"].label = _("Password (optional)")
        fields["password1"].help_text = _(
            "At least 12 characters; a few plain words are good. "
            "Leave it empty if you would rather get a code by e-mail each time."
        )
        for field in fields.values():
            field.widget.attrs.pop("placeholder", None)
        fields["username"].widget.attrs["autocomplete"] = "off"
        # Typed once is enough when another field was wrong. The page is never cached.
        fields["password1"].widget.render_value = True
        if not (self.is_bound and self._pseudonym_warning(self.data)):
            fields["use_it_anyway"].widget = forms.HiddenInput()

    @staticmethod
    def _pseudonym_warning(data: Any) -> Any:
        return names.warning_about(
            names.tidy(str(data.get("username") or "")), str(data.get("email") or "")
        )

    def clean_username(self) -> str:
        self.cleaned_data["username"] = names.tidy(self.cleaned_data["username"])
        names.check(self.cleaned_data["username"])
        pseudonym: str = super().clean_username()
        if Member.objects.looking_like(pseudonym).exists():
            raise forms.ValidationError(
                _("Somebody already uses this pseudonym, or one that looks like it.")
            )
        return pseudonym

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        warning = self._pseudonym_warning(cleaned)
        if warning and not cleaned.get("use_it_anyway"):
            self.add_error("username", warning)
            self.add_error(
                "use_it_anyway", _("Choose another pseudonym, or tick this box to keep it.")
            )
        return cleaned


class SettingsForm(forms.ModelForm):
    """How others see me, and how I like to read."""

    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=[("", _("The same as this device"))]
        + [(name, name) for name in sorted(available_timezones()) if "/" in name],
    )

    class Meta:
        model = Member
        fields = ["relation", "reading_order", "live_replies", "time_zone"]
        widgets = {"reading_order": forms.RadioSelect, "live_replies": forms.RadioSelect}


class ReadingOrderForm(forms.Form):
    order = forms.ChoiceField(choices=Member.ReadingOrder.choices)

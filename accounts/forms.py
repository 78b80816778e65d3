"""Shape and wording of what a person types about themselves."""

import re
import struct
import uuid
from typing import Any
from zoneinfo import available_timezones

from allauth.account import forms as allauth_forms
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import pseudonyms
from accounts.models import Member
from accounts.pace import in_words, wait_of
from accounts.requests import STAYS_LOGGED_IN

_BLANKS_AND_DASHES = re.compile(r"[\s‐-―-]+")

USE_IT_ANYWAY = _("Use this pseudonym anyway")
KEEP_OR_CHANGE = _("Choose another pseudonym, or tick this box to keep it.")


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


class JoiningCodeForm(forms.Form):
    """The code from the mailbox; later perhaps another pseudonym, if somebody was quicker."""

    def __init__(
        self, *args: Any, is_verified: bool = False, email: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        if not is_verified:
            self.fields["code"] = _code_field()
            return
        self.fields["pseudonym"] = forms.CharField(label=_("Pseudonym"), max_length=30)
        use_it_anyway = forms.BooleanField(label=USE_IT_ANYWAY, required=False)
        typed = pseudonyms.tidy(str(self.data.get("pseudonym") or ""))
        if not (self.is_bound and pseudonyms.warning_about(typed, email)):
            use_it_anyway.widget = forms.HiddenInput()
        self.fields["use_it_anyway"] = use_it_anyway

    def clean_pseudonym(self) -> str:
        return pseudonyms.tidy(self.cleaned_data["pseudonym"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        warning = pseudonyms.warning_about(cleaned.get("pseudonym") or "", self.email)
        if warning and not cleaned.get("use_it_anyway"):
            self.add_error("pseudonym", str(warning))
            self.add_error("use_it_anyway", KEEP_OR_CHANGE)
        return cleaned


class JoiningAddressForm(forms.Form):
    email = forms.EmailField(label=_("Your e-mail address"))


class NewAddressForm(forms.Form):
    """The code that went to an address of somebody whose old one is lost."""

    code = _PastedCodeField(
        label=_("Code from the e-mail"),
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )


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
    relation = forms.ChoiceField(
        label=_("How do you relate to MS?"),
        choices=Member.Relation.choices,
        initial=Member.Relation.NOT_SAID,
        help_text=_("Other members see this beside your posts. You can change it later."),
    )
    use_it_anyway = forms.BooleanField(label=USE_IT_ANYWAY, required=False)
    # The same form sent twice is one wish to join.
    token = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

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
        return pseudonyms.warning_about(
            pseudonyms.tidy(str(data.get("username") or "")), str(data.get("email") or "")
        )

    def clean_username(self) -> str:
        self.cleaned_data["username"] = pseudonyms.tidy(self.cleaned_data["username"])
        pseudonyms.check(self.cleaned_data["username"])
        pseudonym: str = super().clean_username()
        if Member.objects.looking_like(pseudonym).exists():
            raise forms.ValidationError(
                _("Somebody already uses this pseudonym, or one that looks like it.")
            )
        return pseudonym

    def validate_unique_email(self, value: str) -> str:
        """Whether it has an account is told to its mailbox alone."""
        return value

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        warning = self._pseudonym_warning(cleaned)
        if warning and not cleaned.get("use_it_anyway"):
            self.add_error("username", warning)
            self.add_error("use_it_anyway", KEEP_OR_CHANGE)
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


class _CodeOfTheApp:
    """Takes allauth's code field away and puts one in its place that takes blanks and says what it
    is for."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields: dict[str, forms.Field]
        self.fields["code"] = _PastedCodeField(
            label=_("Code from your app, or a recovery code"),
            help_text=_("Six digits from the app. Spaces do not matter."),
            max_length=40,
            widget=forms.TextInput(
                attrs={
                    "autocomplete": "one-time-code",
                    "inputmode": "numeric",
                    "spellcheck": "false",
                }
            ),
        )

    def clean_code(self) -> str:
        try:
            code: str = super().clean_code()  # type: ignore[misc]
            return code
        except forms.ValidationError as error:
            key = f"mfa-auth-user-{self.user.pk}"  # type: ignore[attr-defined]
            wait = wait_of(context.request, "login_failed", key)
            if error.code not in {"too_many_login_attempts", "rate_limited"} or not wait:
                raise
            raise forms.ValidationError(
                gettext("Try again in %(wait)s.") % {"wait": in_words(wait)}
            ) from None


class AuthenticateForm(_CodeOfTheApp, mfa_forms.AuthenticateForm):  # type: ignore[misc]
    pass


class ReauthenticateForm(_CodeOfTheApp, mfa_forms.ReauthenticateForm):  # type: ignore[misc]
    pass


class ActivateTOTPForm(_CodeOfTheApp, totp_forms.ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The code that the app shows now")


class _AnyCredential:
    """A browser sends a credential; whatever else comes, the answer is that it did not fit."""

    # What allauth and fido2 raise for shapes that they do not expect.
    _ODD = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, struct.error)

    def clean_credential(self) -> Any:
        above: Any = super()
        try:
            if hasattr(above, "clean_credential"):
                return above.clean_credential()
            return self.cleaned_data["credential"]  # type: ignore[attr-defined]
        except self._ODD as error:
            raise get_mfa_adapter().validation_error("incorrect_code") from error

    def clean(self) -> Any:
        try:
            return super().clean()  # type: ignore[misc]
        except self._ODD as error:
            raise get_mfa_adapter().validation_error("incorrect_code") from error


class AddWebAuthnForm(_AnyCredential, webauthn_forms.AddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("A name for it"),
            help_text=_("So that you know it again, such as “my phone”."),
            max_length=60,
            required=False,
        )
        self.fields["passwordless"].label = _("Log me in with it alone")
        self.fields["passwordless"].help_text = _(
            "Then you need neither password nor code. Your device asks for its PIN, your finger or "
            "your face."
        )
        self.fields["passwordless"].initial = True


class AuthenticateWebAuthnForm(  # type: ignore[misc]
    _AnyCredential, webauthn_forms.AuthenticateWebAuthnForm
):
    pass


class LoginWebAuthnForm(_AnyCredential, webauthn_forms.LoginWebAuthnForm):  # type: ignore[misc]
    pass


class ReauthenticateWebAuthnForm(  # type: ignore[misc]
    _AnyCredential, webauthn_forms.ReauthenticateWebAuthnForm
):
    pass


class EditWebAuthnForm(webauthn_forms.EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(label=_("A name for it"), max_length=60)

"""Rules and lists of terms, as moderators write them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Board
from guidance.conditions import InvalidCondition, check_of
from guidance.drafts import Draft
from guidance.models import Rule
from guidance.purposes import Purpose
from guidance.rule_cache import current_terms
from guidance.safety_checks import UnsafeRule, check_laws
from guidance.support_types import SupportType
from text.limits import POST, TITLE
from text.tidying import tidy, tidy_line

# Addresses beside those of rules.
RESERVED = frozenset({"new", "effect", "guidelines"})


class RuleForm(forms.ModelForm):
    """Everything about a rule but its parts."""

    # Not “matches”: a form has a function of that name, which the field would take the place of.
    together = forms.ChoiceField(
        label=_("It speaks when"),
        choices=[("any", _("one of the parts below fits")), ("all", _("all of them fit"))],
        widget=forms.RadioSelect,
        initial="any",
    )
    why = forms.CharField(
        label=_("Why do you change it?"),
        help_text=_("Colleagues read this in the history of the rule."),
        max_length=300,
        error_messages={"required": _("Please say why, for your colleagues.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)
    kinds = forms.MultipleChoiceField(
        label=_("Reads"), choices=Rule.Kind, widget=forms.CheckboxSelectMultiple
    )
    boards = forms.MultipleChoiceField(
        label=_("Only in these boards"),
        help_text=_("Nothing ticked is everywhere."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wishes = forms.MultipleChoiceField(
        label=_("Only where this would help"),
        help_text=_("For replies: what the topic’s author chose. Nothing ticked is all."),
        choices=SupportType,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    relations = forms.MultipleChoiceField(
        label=_("Only for authors who are"),
        help_text=_("Nothing ticked is everybody."),
        choices=Member.Relation,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Rule
        fields = (
            "key", "guideline", "name", "message", "kinds", "when", "severity", "boards", "wishes",
            "relations", "newcomer_days", "newcomer_posts", "is_listed", "spares_own_topic",
            "state", "holds_out", "holds_second", "language",
            "second_reader",
        )  # fmt: skip
        widgets = {"message": forms.Textarea({"rows": 3})}

    # In which of the page's parts each stands.
    SAYS = ("key", "guideline", "name", "message", "severity", "when", "is_listed",
            "holds_second")  # fmt: skip
    READS = ("kinds", "language", "boards", "wishes", "relations", "newcomer_days",
             "newcomer_posts", "spares_own_topic", "second_reader")  # fmt: skip
    STATE = ("state", "holds_out", "why", "version")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = self.instance
        if here.pk:
            del self.fields["key"]
        boards: Any = self.fields["boards"]
        names = list(Board.objects.values_list("name", flat=True))
        # A first rule may name a board by a part of its name.
        boards.choices = [(name, name) for name in dict.fromkeys([*names, *(here.boards or [])])]
        self.initial["version"] = here.version if here.pk else 0
        self.initial["together"] = "all" if "all" in (here.condition or {}) else "any"

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if key.lower() in RESERVED:
            raise forms.ValidationError(_("This short name is taken by a page. Another one?"))
        return key

    def clean_name(self) -> str:
        return tidy_line(self.cleaned_data["name"])

    def clean_message(self) -> str:
        return tidy(self.cleaned_data["message"])

    def clean_why(self) -> str:
        return tidy_line(self.cleaned_data["why"])

    def named(self, names: Sequence[str]) -> list[Any]:
        """Of these fields, those that are there."""
        return [self[name] for name in names if name in self.fields]

    @property
    def says(self) -> list[Any]:
        return self.named(self.SAYS)

    @property
    def reads(self) -> list[Any]:
        return self.named(self.READS)

    @property
    def stands(self) -> list[Any]:
        return self.named(self.STATE)


def check_condition(form: RuleForm, parts: Any) -> dict[str, Any] | None:
    """The condition of both forms, if it can be asked; else None, with the reason on the form."""
    if not (form.is_valid() and parts.is_valid()):
        return None
    condition: dict[str, Any] = parts.condition(form.cleaned_data["together"])
    try:
        check_of(condition, current_terms())
    except InvalidCondition as wrong:
        form.add_error(None, str(wrong))
        return None
    try:
        check_laws(
            may_hold=form.instance.purpose == Purpose.MEANS,
            guideline=form.cleaned_data["guideline"].number,
            severity=form.cleaned_data["severity"],
            condition=condition,
            terms=current_terms(),
        )
    except UnsafeRule as wrong:
        form.add_error(wrong.field, str(wrong))
        return None
    return condition


class TryForm(forms.Form):
    """Words to try a rule on; they are not kept."""

    try_kind = forms.ChoiceField(
        label=_("As"),
        choices=[
            ("reply", _("A reply")), ("opening", _("An opening post")), ("title", _("A title")),
        ],
        required=False,
    )  # fmt: skip
    try_title = forms.CharField(label=_("Title"), required=False, max_length=TITLE)
    try_text = forms.CharField(
        label=_("Words to try it on"),
        help_text=_("They are not kept."),
        required=False,
        max_length=POST,
        strip=False,
        widget=forms.Textarea({"rows": 5}),
    )

    @property
    def draft(self) -> Draft | None:
        if not self.is_valid():
            return None
        words = self.cleaned_data
        kind = words["try_kind"] or "reply"
        text, title = words["try_text"], words["try_title"]
        if kind == "title":
            title, text = title or text, ""
        if not (text.strip() or title.strip()):
            return None
        return Draft(kind=kind, text=text, title=title)


class TermsForm(forms.Form):
    """A list of terms, one on each line."""

    terms = forms.CharField(
        label=_("Terms, one on each line"),
        max_length=40_000,
        strip=False,
        widget=forms.Textarea({"rows": 20, "spellcheck": "false"}),
    )
    why = forms.CharField(
        label=_("Why do you change it?"),
        max_length=300,
        error_messages={"required": _("Please say why, for your colleagues.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)

    def clean_terms(self) -> list[str]:
        lines = [tidy_line(line) for line in self.cleaned_data["terms"].splitlines()]
        terms = [line for line in lines if line]
        if not terms:
            raise forms.ValidationError(_("A list needs at least one term."))
        if any(len(term) > 80 for term in terms):
            raise forms.ValidationError(_("A term has at most 80 characters."))
        return terms

    def clean_why(self) -> str:
        return tidy_line(self.cleaned_data["why"])

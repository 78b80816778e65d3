"""What members write, and what readers want of content warnings."""

import uuid
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from composing.context import WritingContext
from composing.draft_words import DraftWords
from composing.fields import Line, Words
from composing.models import ContentWarning, WarningChoice
from composing.selectors import warnings_to_choose
from guidance.drafts import Draft, DraftOutcome, Prompt, Severity
from guidance.evaluation import Evaluation, evaluate_for
from guidance.selectors import had_tip
from guidance.support_types import SupportType
from text.limits import DRAFT, DRAFT_TITLE, POST
from text.tidying import has_words


class ComposeForm(forms.Form):
    """A text on its way. What guidance says about it is in ``prompts`` after validation."""

    kind = "reply"

    text = Words(
        limit=POST,
        label=_("Your words"),
        error_messages={"required": _("There is nothing here to post yet.")},
    )
    token = forms.UUIDField(widget=forms.HiddenInput)
    # Rules whose “Post anyway” was pressed, and those whose remark was read on the page.
    as_it_is = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    # Rules of which the author said that they did not fit.
    wrong = forms.CharField(required=False, widget=forms.HiddenInput)
    # The state of the draft that this page has seen.
    known = forms.CharField(required=False, widget=forms.HiddenInput)
    # This very page, on this device: another one has its own.
    page = forms.UUIDField(required=False, widget=forms.HiddenInput)
    # Stands folded below the others.
    warnings = forms.MultipleChoiceField(
        label=_("Warn readers of"),
        help_text=_("The post is folded then. Each reader chooses whether it stays so."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, context: WritingContext | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.context = context
        self.evaluation = Evaluation([], [], [])
        self._answered = set[str]()
        warnings: Any = self.fields["warnings"]
        warnings.choices, warnings.stands_apart = warnings_to_choose, True
        self.fields["text"].widget.attrs.update({"rows": 8, "data-draft": "text"})
        self.initial.setdefault("token", uuid.uuid4())
        self.initial.setdefault("page", uuid.uuid4())

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not has_words(text):
            raise forms.ValidationError(_("Please add a word or two, so that it can be read."))
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        assert self.context is not None, "what is sent is looked at for somebody"
        draft = Draft(
            kind="opening" if self.context.is_opening else self.kind,
            # Of what is too long the beginning, for help alone: it cannot be sent.
            text=str(cleaned.get("text") or self.data.get("text", "")[:POST]),
            title=str(cleaned.get("title") or ""),
            **self.context.to_rules(wish=str(cleaned.get("wish") or self.context.wish)),
        )
        self.evaluation = evaluate_for(
            self.context.member.pk, draft, self.context.rules, is_sent=True
        )
        for prompt in self.prompts:
            if prompt.severity == Severity.BLOCK:
                self.add_error("text", forms.ValidationError(str(prompt.message)))
        return cleaned

    @property
    def prompts(self) -> list[Prompt]:
        """What the rules say to the author."""
        return self.evaluation.prompts

    @property
    def open_prompt(self) -> Prompt | None:
        """What the author is still asked before this is sent; None if nothing.

        Help is never a question, and when help is shown nothing else is asked. A tip is given once
        a day, and once in a place.
        """
        assert self.context is not None
        accepted = self.context.dismissed | self.pressed | self._codes("seen")
        for prompt in self.prompts:
            if prompt.severity in {Severity.HELP, Severity.HOLD}:
                return None
            if prompt.rule in accepted or prompt.severity > Severity.ASK:
                continue
            if prompt.severity == Severity.ASK or not self._had_tip:
                return prompt
        return None

    @cached_property
    def _had_tip(self) -> bool:
        assert self.context is not None
        return had_tip(self.context.member, self.cleaned_data.get("token"), self.context.subject)

    def tie(self, prompt: Prompt) -> None:
        """The field that the prompt is about is described by it; see composing/_compose.html."""
        field = self[prompt.field if prompt.field in self.fields else "text"]
        described = f"{field.aria_describedby or ''} said".strip()
        field.field.widget.attrs["aria-describedby"] = described

    @property
    def dismissed(self) -> list[str]:
        """The rules that spoke, and that the author let stand this time."""
        asked = {Severity.TIP, Severity.ASK}
        spoke = [prompt.rule for prompt in self.prompts if prompt.severity in asked]
        return [rule for rule in spoke if rule in self.pressed | self._codes("seen")]

    @property
    def pressed(self) -> set[str]:
        """The rules whose “Post anyway” was pressed, or “This was wrong”, or whose question was
        answered by taking another way."""
        return self._codes("as_it_is") | self.called_wrong | self._answered

    def answer(self, rules: Iterable[str]) -> None:
        """The author has read what these rules ask, and goes on."""
        self._answered |= set(rules)

    @property
    def called_wrong(self) -> set[str]:
        return self._codes("wrong")

    def _codes(self, name: str) -> set[str]:
        return set(str(self.cleaned_data.get(name) or "").split(",")) - {""}

    @property
    def heard(self) -> DraftOutcome:
        """What the rules heard, as far as it matters once this is sent."""
        sent_anyway = self.context.sent_anyway if self.context else ()
        return DraftOutcome.of(self.prompts, lately=sent_anyway)

    @property
    def help_prompts(self) -> list[Prompt]:
        return [prompt for prompt in self.prompts if prompt.severity == Severity.HELP]

    @property
    def help_prompt(self) -> Prompt | None:
        return next(iter(self.help_prompts), None)


class _Warnings(forms.MultipleChoiceField):
    """Those that can be chosen; a draft is kept all the same when one cannot any more."""

    def validate(self, value: Any) -> None:
        """Nothing: see clean."""

    def clean(self, value: Any) -> list[str]:
        return [slug for slug in super().clean(value) if self.valid_value(slug)]


class DraftForm(forms.Form):
    # None from a page that names no state.
    known = forms.CharField(required=False, max_length=40)
    page = forms.UUIDField(required=False)
    place = forms.RegexField(r"^[a-z]{1,20}:\d{1,18}$")
    token = forms.UUIDField(required=False)
    title = Line(limit=DRAFT_TITLE, required=False)
    wish = forms.ChoiceField(choices=SupportType, required=False)
    text = Words(limit=DRAFT, required=False)
    warnings = _Warnings(choices=warnings_to_choose, required=False)

    def clean_known(self) -> str | None:
        return self.cleaned_data["known"] if "known" in self.data else None

    @property
    def words(self) -> DraftWords:
        """Of a valid form."""
        return DraftWords(**self.cleaned_data)


class WarningChoicesForm(forms.Form):
    """For each content warning: show, fold or hide."""

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = {each.warning_id: each.does for each in member.warning_choices.all()}
        for warning in ContentWarning.objects.all():
            self.fields[warning.slug] = forms.ChoiceField(
                label=warning.name,
                choices=[("fold", _("Fold it")), *WarningChoice.Does.choices],
                initial=chosen.get(warning.pk, "fold"),
                widget=forms.RadioSelect,
            )

"""The form in which moderators write what a rule listens for, without code."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Board
from guidance.conditions import Unusable, check_of, part_of
from guidance.drafts import Draft
from guidance.models import Rule, TermList
from guidance.probes import of_danger, of_distress
from guidance.rulebook import current_terms
from guidance.wishes import Wish
from guidance.wording import Wording
from text.limits import POST, TITLE
from text.tidying import tidy, tidy_line

DETECTORS: dict[str, Promise] = {
    "contact_details": _("Contact details and addresses"),
    "secret_numbers": _("Card and identity numbers, by their check digits"),
    "vague_title": _("A title that says nothing"),
    "similar_titles": _("A title like one that is there already"),
    "plan_or_wish_to_die": _("A plan or wish to die"),
    "wish_not_to_live": _("A wish not to live any more"),
    "risk_of_another": _("Fear for somebody else’s life"),
}
# What speaks of danger brings help: it must never make anybody wait.
OF_DANGER = frozenset({"plan_or_wish_to_die", "wish_not_to_live", "risk_of_another"})
# Nothing may speak of how bad somebody feels, but to bring help. Said in the team's tests too.
# The guideline about danger, and the one code under it that may hold or block (docs/guidance.md).
DANGER, MAY_HOLD_DANGER = 9, "G25"
# Addresses beside those of rules.
RESERVED = frozenset({"new", "effect", "guidelines"})

PHRASES, PATTERN = "phrases", "pattern"
LINK, NO_LINK, BREAK, NO_BREAK = "link", "no_link", "break", "no_break"
AT_LEAST, AT_MOST = "at_least", "at_most"
FLAGS = {
    LINK: {"links": True},
    NO_LINK: {"links": False},
    BREAK: {"breaks": True},
    NO_BREAK: {"breaks": False},
}
SKIPS = [
    ("reported", _("told by others, or cited")),
    ("negated", _("denied (“not”, “never”)")),
    ("hedged", _("only perhaps (“might”, “I wonder”)")),
    ("question", _("asked")),
    ("past", _("long past")),
]
WHERE = [
    ("own", _("Title and text, without what is quoted")),
    ("all", _("Title and text, with what is quoted")),
    ("title", _("Only the title")),
    ("text", _("Only the text")),
]


def _kinds() -> list[tuple[Any, Any]]:
    lists = TermList.objects.exclude(name="same_things")
    return [
        ("", _("Choose")),
        (PHRASES, _("Phrases, one on each line")),
        (PATTERN, _("A pattern (RE2)")),
        (_("A term of the list"), [(f"terms:{each.name}", each.title) for each in lists]),
        (_("Length"), [
            (AT_LEAST, _("At least so many words")), (AT_MOST, _("At most so many words")),
        ]),
        (_("What it has"), [
            (LINK, _("A web address")), (NO_LINK, _("No web address")),
            (BREAK, _("More than one line")), (NO_BREAK, _("Everything in one line")),
        ]),
        (_("Built in"), [(f"detector:{name}", label) for name, label in DETECTORS.items()]),
    ]  # fmt: skip


class PartForm(forms.Form):
    """One part of what a rule listens for."""

    kind = forms.ChoiceField(label=_("Listen for"), required=False)
    value = forms.CharField(
        label=_("Which"),
        required=False,
        max_length=6000,
        strip=False,
        help_text=_(
            "Phrases, a pattern, or a number of words. ~ after a word stands for its forms."
        ),
        widget=forms.Textarea({"rows": 3, "spellcheck": "false"}),
    )  # fmt: skip
    at_start = forms.BooleanField(
        label=_("Phrases only at the beginning of a sentence"), required=False
    )
    where = forms.ChoiceField(label=_("Where"), choices=WHERE, required=False, initial="own")
    unless = forms.CharField(
        label=_("Not when this pattern is in the same sentence"),
        required=False,
        max_length=6000,
        strip=False,
        widget=forms.Textarea({"rows": 2, "spellcheck": "false"}),
    )
    also = forms.CharField(
        label=_("Only when this pattern is somewhere in the draft too"),
        required=False,
        max_length=6000,
        strip=False,
        widget=forms.Textarea({"rows": 2, "spellcheck": "false"}),
    )
    skip = forms.MultipleChoiceField(
        label=_("Not when it is"),
        choices=SKIPS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    forbids = forms.BooleanField(
        label=_("The other way round: stay quiet when this is there"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = _kinds()

    def clean(self) -> dict[str, Any]:
        words = super().clean() or self.cleaned_data
        kind, value = words.get("kind") or "", (words.get("value") or "").strip()
        if not kind and (value or words.get("unless") or words.get("also")):
            self.add_error("kind", _("Please choose what to listen for."))
        if kind in {PHRASES, PATTERN, AT_LEAST, AT_MOST} and not value:
            self.add_error("value", _("Please write what to listen for."))
        if kind in {AT_LEAST, AT_MOST} and value and not (value.isdecimal() and len(value) < 6):
            self.add_error("value", _("Please write a number of words, such as 40."))
        return words

    MAIN = ("kind", "value", "forbids")

    @property
    def main(self) -> list[Any]:
        return [self[name] for name in self.MAIN]

    @property
    def more(self) -> list[Any]:
        """What most parts do without."""
        return [field for field in self if field.name not in (*self.MAIN, "DELETE")]

    @property
    def has_more(self) -> bool:
        plain = {"where": "own", "unless": "", "also": "", "skip": [], "at_start": False}
        return any((self[name].value() or plain[name]) != plain[name] for name in plain)

    @property
    def part(self) -> dict[str, Any] | None:
        """As guidance.conditions reads it; None for an empty one."""
        words = self.cleaned_data
        kind, value = words.get("kind") or "", words.get("value") or ""
        if not kind:
            return None
        if kind in FLAGS:
            return dict(FLAGS[kind])
        if kind in {AT_LEAST, AT_MOST}:
            return {"words": {kind: int(value)}}
        if kind.startswith("detector:"):
            return {"detector": kind.partition(":")[2]}
        part: dict[str, Any]
        if kind == PHRASES:
            part = {
                "phrases": [" ".join(line.split()) for line in value.splitlines() if line.strip()]
            }
            if words.get("at_start"):
                part["at"] = "start"
        elif kind == PATTERN:
            part = {"pattern": value.strip("\r\n")}
        else:
            part = {"terms": kind.partition(":")[2]}
        if words.get("where") not in {"", "own", None}:
            part["in"] = words["where"]
        for name in ("unless", "also"):
            if words.get(name):
                part[name] = words[name].strip("\r\n")
        if words.get("skip"):
            part["skip"] = list(words["skip"])
        return part


def as_fields(part: dict[str, Any], *, forbids: bool = False) -> dict[str, Any]:
    """A part, as PartForm shows it."""
    shown: dict[str, Any] = {
        "forbids": forbids,
        "where": part.get("in", "own"),
        "unless": part.get("unless", ""),
        "also": part.get("also", ""),
        "skip": part.get("skip", []),
        "at_start": part.get("at") == "start",
    }
    for flag, written in FLAGS.items():
        if part == written:
            return {**shown, "kind": flag}
    if "words" in part:
        ((name, count),) = part["words"].items()
        return {**shown, "kind": name, "value": str(count)}
    if "detector" in part:
        return {**shown, "kind": f"detector:{part['detector']}"}
    if "terms" in part:
        return {**shown, "kind": f"terms:{part['terms']}"}
    if "phrases" in part:
        return {**shown, "kind": PHRASES, "value": "\n".join(part["phrases"])}
    return {**shown, "kind": PATTERN, "value": part["pattern"]}


def parts_of(condition: dict[str, Any]) -> list[dict[str, Any]]:
    """A whole condition, as the forms of its parts show it."""
    together = condition.get("any") or condition.get("all") or []
    return [as_fields(part) for part in together] + [
        as_fields(part, forbids=True) for part in condition.get("never", [])
    ]


class _Parts(forms.BaseFormSet):
    def condition(self, matches: str) -> dict[str, Any]:
        """All parts together, as a rule keeps them."""
        parts = [
            (form.part, bool(form.cleaned_data.get("forbids")))
            for form in self.forms
            if not form.cleaned_data.get("DELETE")
        ]
        condition = {matches: [part for part, forbids in parts if part and not forbids]}
        never = [part for part, forbids in parts if part and forbids]
        return {**condition, "never": never} if never else condition


PartFormSet = forms.formset_factory(
    PartForm, formset=_Parts, extra=1, can_delete=True, max_num=40, validate_max=True
)


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
        choices=Wish,
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
            "state", "holds_out", "holds_second",
        )  # fmt: skip
        widgets = {"message": forms.Textarea({"rows": 3})}

    # In which of the page's parts each stands.
    SAYS = ("key", "guideline", "name", "message", "severity", "when", "is_listed",
            "holds_second")  # fmt: skip
    READS = ("kinds", "boards", "wishes", "relations", "newcomer_days", "newcomer_posts",
             "spares_own_topic")  # fmt: skip
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
    except Unusable as wrong:
        form.add_error(None, str(wrong))
        return None
    if form.cleaned_data["severity"] != "help" and (
        sentence := _first_heard(condition, of_distress())
    ):
        form.add_error(
            None,
            _(
                "This would speak to somebody who writes “%(sentence)s”. A rule never answers to "
                "how bad somebody feels, but to bring help."
            )
            % {"sentence": sentence},
        )
        return None
    if form.cleaned_data["severity"] in {"hold", "block"} and _is_of_danger(form, condition):
        form.add_error(
            "severity",
            _("What speaks of danger brings help, and never waits: please choose Help."),
        )
        return None
    return condition


def _first_heard(condition: dict[str, Any], sentences: Iterable[str]) -> str | None:
    """The first of these sentences in which the words of the condition are heard."""
    terms = current_terms()
    parts = [part for name in ("any", "all") for part in condition.get(name, [])]
    heard = [part for part in parts if not {"phrases", "pattern", "terms"}.isdisjoint(part)]
    # Where all parts have to fit, so do all the words.
    fits = all if "all" in condition else any
    checks = [part_of(part, terms) for part in heard]
    for sentence in sentences if checks else ():
        wording = Wording.of(Draft(kind="opening", text=sentence))
        if fits(check(wording) is not None for check in checks):
            return sentence
    return None


def _is_of_danger(form: RuleForm, condition: dict[str, Any]) -> bool:
    parts = [part for name in ("any", "all") for part in condition.get(name, [])]
    if any(part.get("detector") in OF_DANGER for part in parts):
        return True
    key = form.instance.key or form.cleaned_data.get("key", "")
    if key.partition("-")[0] == MAY_HOLD_DANGER:
        return False
    is_about_it = form.cleaned_data["guideline"].number == DANGER
    return is_about_it or _first_heard(condition, of_danger()) is not None


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

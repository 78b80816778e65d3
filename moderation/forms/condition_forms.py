"""What a rule listens for, part by part, without code."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guidance.models import TermList

DETECTORS: dict[str, Promise] = {
    "contact_details": _("Contact details and addresses"),
    "secret_numbers": _("Card and identity numbers, by their check digits"),
    "vague_title": _("A title that says nothing"),
    "similar_titles": _("A title like one that is there already"),
    "plan_or_wish_to_die": _("A plan or wish to die"),
    "wish_not_to_live": _("A wish not to live any more"),
    "risk_of_another": _("Fear for somebody else’s life"),
    "sudden_sign": _("A sign that came all at once: sight, speech, a limb"),
    "warm_or_own": _("A warm word, an own story or a question"),
}


PHRASES, PATTERN = "phrases", "pattern"


LINK, NO_LINK, BREAK, NO_BREAK = "link", "no_link", "break", "no_break"


AT_LEAST, AT_MOST = "at_least", "at_most"


FLAGS = {
    LINK: {"links": True},
    NO_LINK: {"links": False},
    BREAK: {"breaks": True},
    NO_BREAK: {"breaks": False},
}


CONTEXT_FILTERS = [
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
        choices=CONTEXT_FILTERS,
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
    PartForm,
    formset=_Parts,
    extra=1,
    can_delete=True,
    max_num=40,
    validate_max=True,
    # A form of a thousand parts would be drawn for many seconds.
    absolute_max=60,
)

"""Moderators write, try and change the rules that help while writing."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.account_status import limit_to_boards
from accounts.models import Member
from forums.models import Post
from guidance.actions.rules import save_rule
from guidance.conditions import check_of
from guidance.default_rules import RULES
from guidance.drafts import Draft
from guidance.evaluation import evaluate
from guidance.intervals import difference, wilson
from guidance.models import Guideline, PromptEvent, Rule, TermList, UnsentCount
from guidance.rule_cache import current_terms, spoken_rules
from guidance.safety_checks import UnsafeRule, check_laws
from moderation.charts import THEMES
from moderation.forms.condition_forms import PartFormSet, parts_of
from moderation.selectors.rule_experiments import effects
from moderation.selectors.rule_preview import marked
from tests.factories import make_reply, make_topic
from tests.guidance.test_rows import PINK, new_rule
from tests.moderation.acts import report

NEW = reverse("moderation:new_rule")


def part(number: int = 0, **words: Any) -> dict[str, Any]:
    about = {"kind": "phrases", "value": "pink elephant~", "where": "own", **words}
    return {f"part-{number}-{name}": value for name, value in about.items()}


def written(guideline: Guideline, *parts: dict[str, Any], **words: Any) -> dict[str, Any]:
    form: dict[str, Any] = {
        "key": "G90", "guideline": guideline.pk, "name": "Elephants", "message": "No elephants.",
        "severity": "ask", "when": "writing", "kinds": ["opening", "reply"], "together": "any",
        "state": "on", "why": "They are pink.", "version": "0", "do": "save",
        "part-TOTAL_FORMS": str(max(1, len(parts))), "part-INITIAL_FORMS": "0",
    }  # fmt: skip
    for each in parts or (part(),):
        form |= each
    return {**form, **words}


def test_a_rule_is_written_without_code(
    as_moderator: Client, moderator: Member, guideline: Guideline
) -> None:
    assert as_moderator.get(NEW).status_code == 200
    answer = as_moderator.post(NEW, written(guideline))
    assert answer.status_code == 302
    rule = Rule.objects.get(key="G90")
    assert rule.condition == PINK
    assert [(v.by, v.why) for v in rule.versions.all()] == [(moderator, "They are pink.")]
    (prompt,) = evaluate(Draft(kind="reply", text="Two pink elephants"), spoken_rules())
    assert prompt.rule == "G90"
    page = as_moderator.get(answer["Location"]).content.decode()
    assert "They are pink." in page
    assert "G90 Elephants" in as_moderator.get(reverse("moderation:rules")).content.decode()


def test_it_is_changed_with_a_history(as_moderator: Client, guideline: Guideline) -> None:
    as_moderator.post(NEW, written(guideline))
    address = reverse("moderation:rule", args=["G90"])
    changed = written(guideline, version="1", message="Grey ones only.", why="Clearer.")
    assert as_moderator.post(address, changed).status_code == 302
    page = as_moderator.get(address).content.decode()
    assert "Clearer." in page
    assert "− No elephants." in page
    assert "+ Grey ones only." in page


def test_two_moderators_at_once(as_moderator: Client, guideline: Guideline) -> None:
    as_moderator.post(NEW, written(guideline))
    address = reverse("moderation:rule", args=["G90"])
    as_moderator.post(address, written(guideline, version="1", message="Theirs."))
    late = as_moderator.post(address, written(guideline, version="1", message="Mine."))
    assert late.status_code == 409
    page = late.content.decode()
    assert "Mine." in page
    assert Rule.objects.get(key="G90").message == "Theirs."
    assert 'name="version" value="2"' in page


@pytest.mark.parametrize(
    ("words", "says"),
    [({"why": ""}, "Please say why"),
     ({"key": "G 90"}, "Letters and numbers"),
     ({"key": "G01"}, "already exists"),
     ({"message": ""}, "required"),
     ({"kinds": []}, "required"),
     (part(kind="pattern", value="(a"), "cannot be read"),
     (part(kind="pattern", value=r"(a)\1"), "cannot be read"),
     (part(kind="pattern", value="a*"), "fits every text"),
     (part(kind="at_least", value="many"), "number of words"),
     (part(kind="", value="words"), "choose what to listen for"),
     (part(kind="phrases", value=""), "write what to listen for"),
     (part(kind="", value=""), "at least one part"),
     (part(kind="odd"), "not one of the available choices"),
     (part(kind="detector:wish_not_to_live") | {"severity": "hold"}, "never"),
     (part(kind="phrases", value="I cannot cope"), "how bad somebody feels"),
     (part(kind="pattern", value="want to die") | {"severity": "block"}, "how bad somebody feels"),
     (part(kind="phrases", value="I am so sad\nso depressed"), "how bad somebody feels"),
     (part(kind="phrases", value="hopeless"), "how bad somebody feels"),
     (part(kind="phrases", value="suicide") | {"severity": "hold"}, "please choose Help"),
     (part(kind="phrases", value="kill~ himself") | {"severity": "block"}, "please choose Help"),
     ({"key": "new"}, "taken by a page"),
     ({"key": "Effect"}, "taken by a page"),
     ({"part-TOTAL_FORMS": "999"}, "at most"),
     ({"part-TOTAL_FORMS": "x"}, "ManagementForm")],
)  # fmt: skip
def test_what_cannot_be_saved_says_why_and_keeps_the_words(
    as_moderator: Client, guideline: Guideline, words: dict[str, Any], says: str
) -> None:
    answer = as_moderator.post(NEW, written(guideline, **words))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert says in page
    if "part-TOTAL_FORMS" not in words:
        assert "Elephants" in page
    assert Rule.objects.count() == len(RULES)


def test_only_danger_may_hold_under_its_guideline(as_moderator: Client, db: Any) -> None:
    nine = Guideline.objects.get(number=9)
    answer = as_moderator.post(NEW, written(nine, severity="hold"))
    assert answer.status_code == 422
    assert "please choose Help" in answer.content.decode()


def test_the_first_rules_keep_the_laws(db: Any) -> None:
    for rule in RULES:
        check_laws(
            may_hold=rule.get("purpose") == "means",
            guideline=rule["guideline"],
            severity=rule["severity"],
            condition=rule["condition"],
            terms=current_terms(),
        )


def test_a_list_cannot_make_a_rule_break_a_law(as_moderator: Client, db: Any) -> None:
    here = TermList.objects.get(name="unproven")
    words = {"terms": "bee venom\nhopeless", "why": "Why not.", "version": here.version}
    answer = as_moderator.post(reverse("moderation:terms", args=["unproven"]), words)
    assert answer.status_code == 422
    assert "how bad somebody feels" in answer.content.decode()
    here.refresh_from_db()
    assert "hopeless" not in here.terms


def test_nobody_saves_past_the_laws(moderator: Member, guideline: Guideline) -> None:
    """Not only the form asks: whatever saves a rule does."""
    rule = Rule.objects.get(key="G07")
    rule.condition = {"any": [{"phrases": ["so lonely"]}]}
    with pytest.raises(UnsafeRule, match="how bad somebody feels"):
        save_rule(rule=rule, by=moderator, why="To see.")


@pytest.mark.parametrize("key", [rule["key"] for rule in RULES])
def test_the_form_shows_every_rule_and_gives_it_back(db: Any, key: str) -> None:
    condition = Rule.objects.get(key=key).condition
    shown = parts_of(condition)
    sent: dict[str, Any] = {"part-TOTAL_FORMS": str(len(shown)), "part-INITIAL_FORMS": "0"}
    for number, fields in enumerate(shown):
        sent |= {f"part-{number}-{name}": value for name, value in fields.items() if value}
    parts = PartFormSet(_many(sent), prefix="part")
    assert parts.is_valid(), parts.errors
    again = parts.condition("all" if "all" in condition else "any")
    assert again == condition
    check_of(again, current_terms())


def _many(sent: dict[str, Any]) -> Any:
    from django.http import QueryDict

    data = QueryDict(mutable=True)
    for name, value in sent.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def test_a_part_is_added_and_nothing_is_lost(as_moderator: Client, guideline: Guideline) -> None:
    answer = as_moderator.post(NEW, written(guideline, why="", do="part"))
    page = answer.content.decode()
    assert "pink elephant~" in page
    assert "Part 2" in page
    assert "Part 3" not in page
    assert "Elephants" in page
    assert not Rule.objects.filter(key="G90").exists()


def test_it_is_tried_on_posts_and_words_and_nothing_is_saved(
    as_moderator: Client, member: Member, guideline: Guideline
) -> None:
    opening = make_topic(author=member, title="The zoo", text="I saw a pink elephant, @fern.")
    make_reply(opening, author=member, text="Only grey ones.")
    make_reply(opening, text="Pink elephants everywhere.")
    old = make_reply(opening, text="An old pink elephant.")
    Post.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=31))
    gone = make_reply(opening, text="A pink elephant taken back.")
    Post.objects.filter(pk=gone.pk).update(status="withdrawn")
    answer = as_moderator.post(
        NEW,
        written(guideline, part(), part(1, value="grey", forbids="on"), do="try", why="",
                try_text="My pink elephant is grey.", try_kind="reply"),
    )  # fmt: skip
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "It would have spoken to 2 of 3 posts" in page
    assert "<mark>pink elephant</mark>" in page
    assert "@fern" not in page
    assert "It would stay quiet with these words" in page
    assert "is there, so the rule stays quiet" in page
    assert "<q>pink elephant</q>" in page
    assert member.pseudonym not in page
    assert Rule.objects.count() == len(RULES)


def test_trying_keeps_to_ones_boards(
    as_moderator: Client, moderator: Member, admin: Member, opening: Post, guideline: Guideline
) -> None:
    elsewhere = make_topic(text="A pink elephant of another board.")
    make_reply(opening, text="My pink elephant.")
    limit_to_boards(
        member=moderator, boards=[opening.topic.board_id], by=admin, reason="Less to do."
    )
    page = as_moderator.post(NEW, written(guideline, do="try")).content.decode()
    assert elsewhere.topic.board_id != opening.topic.board_id
    assert "It would have spoken to 1 of 2 posts" in page
    assert "of another board" not in page


def test_marking() -> None:
    assert marked("He said pink, and pink again.", ["pink"]) == [
        ("He said ", False), ("pink", True), (", and pink again.", False),
    ]  # fmt: skip
    long = "a" * 500 + " pink " + "b" * 500
    pieces = marked(long, ["pink"])
    assert [piece for piece, is_heard in pieces if is_heard] == ["pink"]
    assert sum(len(piece) for piece, _ in pieces) < 250
    assert marked("nothing of it", ["pink"]) == [("nothing of it", False)]


def test_a_list_is_changed(as_moderator: Client, moderator: Member, db: Any) -> None:
    address = reverse("moderation:terms", args=["unproven"])
    here = TermList.objects.get(name="unproven")
    terms = "\n".join([*here.terms, "moon dust"])
    assert as_moderator.get(address).status_code == 200
    for odd in ({"terms": ""}, {"terms": "x" * 90}, {"why": ""}):
        words = {"terms": terms, "why": "New.", "version": "1", **odd}
        assert as_moderator.post(address, words).status_code == 422
    words = {"terms": terms, "why": "Seen twice.", "version": "1"}
    assert as_moderator.post(address, words).status_code == 302
    page = as_moderator.get(address).content.decode()
    assert "+ moon dust" in page
    assert "Seen twice." in page
    stale = as_moderator.post(address, {**words, "terms": "sun dust"})
    assert stale.status_code == 409
    assert "sun dust" in stale.content.decode()
    heard = evaluate(Draft(kind="reply", text="Has anyone used moon dust?"), spoken_rules())
    assert "G12" in {prompt.rule for prompt in heard}


@pytest.mark.parametrize("name", ["rules", "new_rule", "effect"])
def test_for_moderators_whose_group_may(
    as_member: Client, visitor: Client, as_moderator: Client, name: str, db: Any
) -> None:
    address = reverse(f"moderation:{name}")
    assert as_member.get(address).status_code == 404
    assert visitor.get(address).status_code == 302
    assert as_moderator.get(address).status_code == 200
    may = Permission.objects.get(codename="change_rule")
    Group.objects.get(name="Moderators").permissions.remove(may)
    assert as_moderator.get(address).status_code == 404


# Effect


def noted(member: Member, outcome: str, count: int, how: str = "shown", **more: Any) -> None:
    PromptEvent.objects.bulk_create(
        PromptEvent(
            member=member, token=uuid.uuid4(), rule="G90", key="G90", message="x", how=how,
            outcome=outcome, **more,
        )
        for _ in range(count)
    )  # fmt: skip


def test_the_figures_add_up(
    as_moderator: Client, opening: Post, other: Member, guideline: Guideline
) -> None:
    new_rule(guideline)
    noted(other, "changed", 30)
    noted(other, "as_it_is", 50)
    noted(other, "dismissed", 15)
    noted(other, "", 7)
    UnsentCount.objects.create(key="G90", day=timezone.localdate(), how="shown", count=5)
    noted(other, "changed", 40, shown_at=timezone.now() - timedelta(days=91))
    rule = next(each for each in effects()[1] if each.key == "G90")
    assert rule.fired == 107
    counts = [(s.count, s.of) for s in rule.outcomes]
    assert counts == [(30, 100), (50, 100), (15, 100), (0, 100), (5, 100)]
    assert rule.says.startswith("About 30 in 100 authors change something")
    of_guideline = next(e for e in effects()[0] if e.guideline == guideline.number)
    assert of_guideline.fired == 107
    page = as_moderator.get(reverse("moderation:effect")).content.decode()
    assert "About 30 in 100" in page
    assert other.pseudonym not in page
    listed = as_moderator.get(reverse("moderation:rules")).content.decode()
    assert "heard 107 times in 30 days" in listed


def test_few_are_too_few(opening: Post, other: Member, guideline: Guideline) -> None:
    new_rule(guideline)
    noted(other, "changed", 99)
    rule = next(each for each in effects()[1] if each.key == "G90")
    assert rule.says == "Too early to tell what it changes."


def test_what_happened_to_the_posts(
    opening: Post, other: Member, member: Member, guideline: Guideline
) -> None:
    new_rule(guideline, holds_out=True)
    long_ago = timezone.now() - timedelta(days=10)
    for how in ("shown", "held_out"):
        for number in range(4):
            post = make_reply(opening, author=member, text=f"{how} {number}")
            Post.objects.filter(pk=post.pk).update(created_at=long_ago)
            post.refresh_from_db()
            PromptEvent.objects.create(
                member=member, token=post.token, rule="G90", key="G90", message="x", how=how,
                outcome="as_it_is", shown_at=long_ago,
            )  # fmt: skip
            if how == "shown" and number == 0:
                case = report(post, guideline).case
                case.reports.update(made_at=long_ago + timedelta(days=1))
            if how == "shown" and number == 1:
                late = report(post, guideline).case
                late.reports.update(made_at=long_ago + timedelta(days=4))
            if how == "held_out" and number < 2:
                post.reactions.create(
                    member=other, kind="thanks", created_at=long_ago + timedelta(hours=1)
                )
    answer = make_reply(Post.objects.get(text="shown 2"), author=other)
    Post.objects.filter(pk=answer.pk).update(created_at=long_ago + timedelta(days=2))
    # Too young to know.
    young = make_reply(opening, author=member, text="young")
    PromptEvent.objects.create(
        member=member, token=young.token, rule="G90", key="G90", message="x", outcome="as_it_is"
    )
    rule = next(each for each in effects()[1] if each.key == "G90")
    assert [(s.count, s.of) for s in rule.later] == [(1, 4), (0, 4), (1, 4), (0, 4)]
    assert [(c.held_out.count, c.held_out.of) for c in rule.compared] == [
        (0, 4), (0, 4), (0, 4), (2, 4),
    ]  # fmt: skip
    assert {each.says for each in rule.compared} == {"Too early to tell."}


@pytest.mark.parametrize("theme", [*THEMES, "odd"])
def test_its_picture(
    as_moderator: Client, as_member: Client, other: Member, guideline: Guideline, theme: str
) -> None:
    new_rule(guideline)
    noted(other, "changed", 20)
    address = reverse("moderation:effect_chart", args=[theme])
    answer = as_moderator.get(address)
    assert answer.status_code == (404 if theme == "odd" else 200)
    if theme in THEMES:
        assert answer["Content-Type"] == "image/svg+xml"
        assert b"Be kind" in answer.content
    assert as_member.get(address).status_code == 404


def test_intervals() -> None:
    """Against published examples: Wilson's and Newcombe's own tables."""
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    low, high = difference(56, 70, 48, 80)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_rule_off_is_kept(as_moderator: Client, moderator: Member, guideline: Guideline) -> None:
    rule = new_rule(guideline)
    rule.state = "off"
    save_rule(rule=rule, by=moderator, why="Enough.")
    page = as_moderator.get(reverse("moderation:rules")).content.decode()
    assert "<strong>Off</strong>" in page


def test_silent_rules_take_one_line_together(
    as_moderator: Client, other: Member, guideline: Guideline
) -> None:
    address = reverse("moderation:effect")
    page = as_moderator.get(address).content.decode()
    assert "No rule has spoken yet." in page
    new_rule(guideline)
    noted(other, "changed", 3)
    page = as_moderator.get(address).content.decode()
    assert "No rule has spoken yet." not in page
    rules = page.partition('id="by-rule"')[2]
    # G90 has a card of its own; the others are named below.
    assert rules.count('<tr role="row">') == 2
    cards, _silent, names = rules.partition("Silent in this time:")
    assert "G90" in cards
    assert "G01 Making it smaller" in names

"""The second reader silences what reads as kind, and nothing that is meant to protect anybody."""

import dataclasses
import time
import uuid

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Post, Topic
from guidance.drafts import Draft, Severity
from guidance.evaluation import CompiledRule, default_rules, evaluate
from guidance.models import Guideline, Rule
from guidance.normalized_text import NormalizedText
from guidance.second_reader.reading import (
    KIND_FROM,
    MAX_READ,
    codes,
    kindness,
    reads_as_kind,
    weights,
)
from guidance.second_reader.train import own_sentences
from tests.moderation.acts import decide, report


def test_what_it_was_trained_on_is_what_its_card_says() -> None:
    rows = own_sentences()
    speaks = [code for code, _text, is_kind in rows if not is_kind]
    assert (len(rows), len(speaks)) == (1137, 571)
    assert codes() == {code for code, _text, _kind in rows}
    assert len({(code, text) for code, text, _kind in rows}) == len(rows)
    assert len(weights()) <= 16_020


def test_it_knows_what_it_was_taught() -> None:
    rows = own_sentences()
    right = [(kindness(text, code) >= KIND_FROM) == bool(kind) for code, text, kind in rows]
    assert sum(right) / len(right) > 0.95


@pytest.mark.parametrize(
    ("code", "sentence", "is_kind"),
    [
        ("G06", "You are such an idiot.", False),
        ("G06", "I feel like such an idiot for dropping it.", True),
        ("G01", "At least you have a garden, so stop moaning.", False),
        ("G01", "At least I have a garden, and I cried in it.", True),
        ("G07", "Get over yourself.", False),
        ("G02", "You should really see another doctor.", False),
        ("G99", "You are lovely and I am glad that you are here.", False),
    ],
)
def test_it_reads(code: str, sentence: str, is_kind: bool) -> None:
    assert reads_as_kind(sentence, code) is is_kind


def test_it_only_ever_silences_what_does_not_protect() -> None:
    for rule in default_rules():
        # A threat protects as well, though it is only asked about.
        protects = rule.severity > Severity.LIST or rule.key == "G06-threat"
        assert rule.is_read_again is not protects
    hold = next(rule for rule in default_rules() if rule.severity == Severity.HOLD)
    assert not dataclasses.replace(hold, second_reader=True).is_read_again


def _rule(**words: object) -> CompiledRule:
    (rule,) = (each for each in default_rules() if each.key == "G06")
    return dataclasses.replace(rule, check=lambda wording: ["idiot"], **words)


def test_one_sentence_that_is_not_kind_is_enough() -> None:
    kind, rude = "I feel like such an idiot today.", "You are an utter idiot, go away."
    wording = NormalizedText.of(Draft(kind="reply", text=kind))
    assert _rule().heard_in(wording) is None
    assert _rule().is_heard_as_kind(wording)
    assert _rule(second_reader=False).heard_in(wording) == ["idiot"]
    assert _rule().heard_in(NormalizedText.of(Draft(kind="reply", text=rude))) == ["idiot"]


def test_a_long_sentence_costs_no_more() -> None:
    weights()
    began = time.process_time()
    kindness("a b " * 50_000, "G01")
    assert time.process_time() - began < 0.5
    assert kindness("word " * 50_000, "G01") == kindness(("word " * 50_000)[:MAX_READ], "G01")


def test_each_rule_can_be_switched_off_it(as_moderator: Client, guideline: Guideline) -> None:
    page = as_moderator.get(reverse("moderation:rule", args=["G06"])).content.decode()
    assert 'name="second_reader"' in page
    assert Rule.objects.get(key="G06").second_reader


def test_what_people_said_of_it_can_be_exported(
    as_member: Client, member: Member, moderator: Member, topic: Topic,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    address = reverse("forums:reply", args=[topic.pk])
    for text, more in (
        ("Calm down.", {"wrong": "G07"}),
        ("You are an idiot.", {"as_it_is": "G06"}),
    ):
        words = {"text": text, "token": str(uuid.uuid4())}
        as_member.post(address, words)
        as_member.post(address, {**words, **more})
    call_command("export_sentences")
    assert capsys.readouterr().out == "G07\t0\tCalm down.\n"
    guideline = Rule.objects.get(key="G06").guideline
    post = Post.objects.get(author=member, text="You are an idiot.")
    decide(report(post, guideline).case, moderator, guideline)
    call_command("export_sentences")
    assert "G06\t1\tYou are an idiot." in capsys.readouterr().out.splitlines()


def test_verdicts_with_and_without_it() -> None:
    """It takes away, and never adds."""
    rules = default_rules()
    alone = [dataclasses.replace(rule, second_reader=False) for rule in rules]
    for _code, text, _kind in own_sentences():
        draft = Draft(kind="reply", text=text, wish="listening")
        both = {prompt.key for prompt in evaluate(draft, rules)}
        assert both <= {prompt.key for prompt in evaluate(draft, alone)}


def test_kind_words_do_not_cover_for_the_same_words_elsewhere() -> None:
    kind, rude = "I feel like such an idiot today.", "You are an utter idiot, go away."
    for text in (f"{kind} {rude}", f"{rude} {kind}", f"{kind}\n\n{rude}"):
        assert _rule().heard_in(NormalizedText.of(Draft(kind="reply", text=text))) == ["idiot"], (
            text
        )
    # Nor do those of somebody who is quoted.
    quoted = NormalizedText.of(Draft(kind="reply", text=f"> {kind}\n\n{rude}"))
    assert _rule().heard_in(quoted) == ["idiot"]

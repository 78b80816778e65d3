"""Sentences of this site for the second reader, in the shape its training takes."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand

from forums.models import Post
from guidance.drafts import Draft
from guidance.models import PromptEvent, Rule
from guidance.normalized_text import NormalizedText
from guidance.rule_cache import current_rules
from moderation.models import Decision


class Command(BaseCommand):
    help = (
        "Prints code, 1 or 0, and the sentence that a rule heard in a published post: 0 where its "
        "author said that the rule did not fit, 1 where a moderator decided by the rule's "
        "guideline. These are members' words: keep them on this machine. "
        "guidance/second_reader/CARD.md says how to train with them."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        for row in sorted(set(_rows())):
            self.stdout.write("\t".join(row))


def _rows() -> Iterator[tuple[str, str, str]]:
    rules = {rule.key: rule for rule in current_rules() if rule.is_read_again}
    guidelines = dict(Rule.objects.values_list("key", "guideline_id"))
    said = PromptEvent.objects.filter(how=PromptEvent.Mode.SHOWN, key__in=rules)
    posts = {
        (post.author_id, post.token): post
        for post in Post.objects.filter(token__in=said.values("token"))
        .exclude(status=Post.Status.WITHDRAWN)
        .select_related("topic")
        .defer("search", "html")
    }
    decided = Decision.objects.filter(case__post__in=[post.pk for post in posts.values()])
    standing = [each for each in decided.exclude(guideline=None) if not each.is_taken_back]
    against = {(each.case.post_id, each.guideline_id) for each in standing}
    for each in said.iterator():
        post, rule = posts.get((each.member_id, each.token)), rules[each.key]
        if post is None:
            continue
        is_against = (post.pk, guidelines.get(each.key)) in against
        if not is_against and each.outcome != PromptEvent.Outcome.WRONG:
            continue
        kind = "opening" if post.is_opening else "reply"
        title = post.topic.title if post.is_opening else ""
        wording = NormalizedText.of(Draft(kind=kind, text=post.text, title=title))
        for words in rule.check(wording) or ():
            for sentence in wording.around(words):
                yield rule.code, "1" if is_against else "0", " ".join(sentence.split())

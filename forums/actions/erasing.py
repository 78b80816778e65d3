"""What a member leaves behind when the account is erased: nothing, or posts without the name.

Each step can be done again, and does a bounded part in one transaction: a member may have written
for years, and others go on writing meanwhile.
"""

import re
from collections.abc import Iterator

from django.db.models import F, Q

from accounts.actions.leaving import former_name
from accounts.models import Member
from forums import events
from forums.actions import post_creation
from forums.actions.pending_posts import cancel_pending_post
from forums.actions.redacting import without_quotes
from forums.actions.settling import settle_topic, untitle
from forums.models import (
    Follow,
    Interests,
    PendingPost,
    Post,
    PostRevision,
    Reaction,
    ReadMark,
    Topic,
    WarningSuggestion,
)
from live.events import atomic_action
from notifications.actions import withdraw
from text.rendering import render
from text.words import prepared

# What only the member had, and nobody answers to.
_OWN = (Follow, Interests, ReadMark, Reaction, WarningSuggestion)


def erase(member: Member, keep_words: bool) -> None:
    """Their own rows; their name in what others wrote; their words, unless they are kept."""
    for model in _OWN:
        model.objects.filter(member=member).delete()
    for held in PendingPost.objects.filter(author=member, status=PendingPost.Status.WAITING):
        cancel_pending_post(held=held, by=member)
    PendingPost.objects.filter(author=member).update(text="", title="")
    for topic in _topics_of(member):
        _erase_in(topic=topic, member=member, keep_words=keep_words)


def _topics_of(member: Member) -> Iterator[Topic]:
    """Where they wrote; read in portions, in a steady order."""
    last = 0
    while few := list(
        Topic.objects.filter(pk__gt=last, posts__author=member).distinct().order_by("pk")[:100]
    ):
        last = few[-1].pk
        yield from few


@atomic_action
def _erase_in(*, topic: Topic, member: Member, keep_words: bool) -> None:
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    own = list(topic.posts.defer("search").filter(author=member).order_by("pk"))
    revisions = PostRevision.objects.filter(post__in=own)
    sayings = (
        []
        if keep_words
        else [f" {prepared(text)} " for text in (*(post.text for post in own),
                                                 *revisions.values_list("text", flat=True))]
    )  # fmt: skip
    _clean_others(topic, member, sayings)
    revisions.delete()
    if keep_words:
        for post in own:
            events.post_edited(post)
        return
    standing = [post for post in own if post.status != Post.Status.WITHDRAWN]
    Post.objects.filter(pk__in=[post.pk for post in own]).update(
        status=Post.Status.WITHDRAWN, text="", html="", search=None, warning="", correction="",
        correction_source="", version=F("version") + 1,
    )  # fmt: skip
    for post in standing:
        withdraw(subject=f"post:{post.pk}")
    if any(post.is_opening for post in standing):
        untitle(topic)
    settle_topic(topic)
    for post in standing:
        events.post_withdrawn(post)


def _clean_others(topic: Topic, member: Member, sayings: list[str]) -> None:
    """In what others wrote in the topic: the name above a quote and behind an “@”, and quotes of
    words that go. What they say of the member in words of their own is theirs."""
    name = member.pseudonym
    asked = Q(text__icontains=name) | (Q(text__contains=">") if sayings else Q())
    others = topic.posts.defer("search").exclude(author=member).filter(asked).order_by("pk")
    for post in others.select_for_update(no_key=True, of=("self",)):
        text = _cleaned(post.text, name, former_name(member), sayings)
        if text == post.text:
            continue
        html = render(text)
        Post.objects.filter(pk=post.pk).update(
            text=text, html=html, version=post.version + 1,
            search=post_creation.search_words(html, topic.title if post.is_opening else ""),
        )  # fmt: skip
        events.post_edited(post)
    for revision in PostRevision.objects.filter(post__topic=topic).filter(asked):
        text = _cleaned(revision.text, name, former_name(member), sayings)
        if text != revision.text:
            PostRevision.objects.filter(pk=revision.pk).update(text=text, html=render(text))


def _cleaned(text: str, name: str, former: str, sayings: list[str]) -> str:
    if sayings:
        text = without_quotes(text, sayings)
    spelt = re.escape(name)
    named = re.compile(rf"(?im)@{spelt}(?!\w)|^[ \t]*{spelt}(?=[^\n]{{0,12}}:[ \t]*$)")
    return named.sub(lambda found: f"@{former}" if found.group().startswith("@") else former, text)

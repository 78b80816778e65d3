"""What a member leaves behind when the account is erased: nothing, or posts without the name.

Each step can be done again, and does a bounded part in one transaction: a member may have written
for years, and others go on writing meanwhile.
"""

import re
from collections.abc import Iterator

from django.db.models import F, Q, QuerySet

from accounts.actions.leaving import former_name
from accounts.models import Member
from forums import events
from forums.actions import post_creation
from forums.actions.pending_posts import cancel_pending_post
from forums.actions.redacting import Quoted, without_quotes
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
    # Before the topic is locked: nobody waits while what others wrote is compared and drawn.
    cleaning = _Cleaning(topic, member, keep_words=keep_words)
    for text in cleaning.texts_of_others():
        cleaning.drawn(text)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    own = list(topic.posts.defer("search").filter(author=member).order_by("pk"))
    revisions = PostRevision.objects.filter(post__in=own)
    _clean_others(topic, cleaning)
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


class _Cleaning:
    """What becomes of what others wrote in the topic: the name above a quote and behind an “@”, and
    quotes of words that go. What they say of the member in words of their own is theirs."""

    def __init__(self, topic: Topic, member: Member, *, keep_words: bool) -> None:
        self._topic, self._member = topic, member
        self.former = former_name(member)
        spelt = re.escape(member.pseudonym)
        self._named = re.compile(rf"(?im)@{spelt}(?!\w)|^[ \t]*{spelt}(?=[^\n]{{0,12}}:[ \t]*$)")
        own = topic.posts.filter(author=member)
        texts = () if keep_words else (
            *own.values_list("text", flat=True),
            *PostRevision.objects.filter(post__in=own).values_list("text", flat=True),
        )  # fmt: skip
        self._quoted = Quoted(topic.pk, (), texts) if texts else None
        self._drawn: dict[str, tuple[str, str]] = {}

    @property
    def _asked(self) -> Q:
        named = Q(text__icontains=self._member.pseudonym)
        return named if self._quoted is None else named | Q(text__contains=">")

    def posts(self) -> QuerySet[Post]:
        others = self._topic.posts.defer("search").exclude(author=self._member)
        return others.filter(self._asked).order_by("pk")

    def revisions(self) -> QuerySet[PostRevision]:
        of_topic = PostRevision.objects.filter(post__topic=self._topic)
        return of_topic.exclude(post__author=self._member).filter(self._asked)

    def texts_of_others(self) -> Iterator[str]:
        for rows in (self.posts(), self.revisions()):
            yield from rows.values_list("text", flat=True).iterator()

    def drawn(self, text: str) -> tuple[str, str]:
        """The text without what goes, and its HTML if it is another one; once for each text."""
        if text not in self._drawn:
            left = without_quotes(text, self._quoted) if self._quoted is not None else text
            left = self._named.sub(self._former_name, left)
            self._drawn[text] = (left, render(left) if left != text else "")
        return self._drawn[text]

    def _former_name(self, found: re.Match[str]) -> str:
        return f"@{self.former}" if found.group().startswith("@") else self.former


def _clean_others(topic: Topic, cleaning: _Cleaning) -> None:
    for post in cleaning.posts().select_for_update(no_key=True, of=("self",)):
        text, html = cleaning.drawn(post.text)
        if text == post.text:
            continue
        Post.objects.filter(pk=post.pk).update(
            text=text, html=html, version=post.version + 1,
            search=post_creation.search_words(html, topic.title if post.is_opening else ""),
        )  # fmt: skip
        events.post_edited(post)
    for revision in cleaning.revisions():
        text, html = cleaning.drawn(revision.text)
        if text != revision.text:
            PostRevision.objects.filter(pk=revision.pk).update(text=text, html=html)

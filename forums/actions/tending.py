"""What moderators do to a post or topic that stays where it is. Each says how it was before."""

import re
from collections.abc import Collection

from accounts.models import Member
from forums import events, places
from forums.actions import writing
from forums.models import Draft, HeldPost, Post, Topic
from forums.rules import check_tend
from live.events import act
from notifications.actions import retitle
from text.rendering import render

# Stands where something was taken out, in whatever language the post is.
TAKEN_OUT = "[…]"


@act
def fold_post(*, post: Post, by: Member, warning: str) -> str:
    """Readers see the warning first and open the post if they like; ``""`` unfolds it."""
    check_tend(by, post.topic)
    before = _locked(post)
    Post.objects.filter(pk=post.pk).update(warning=warning)
    events.post_edited(post)
    return before.warning


@act
def correct_post(*, post: Post, by: Member, note: str, source: str) -> tuple[str, str]:
    """A note with its source stands under the post from now on; an empty one takes it away."""
    check_tend(by, post.topic)
    before = _locked(post)
    Post.objects.filter(pk=post.pk).update(correction=note, correction_source=source)
    events.post_edited(post)
    return before.correction, before.correction_source


@act
def take_out(*, post: Post, by: Member, words: Collection[str]) -> None:
    """Personal details go from the post, its history, its title, search and drafts, for good."""
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    check_tend(by, topic)
    now = _locked(post)
    text = without(now.text, words)
    html = render(text)
    title = without(topic.title, words) if now.is_opening else topic.title
    Post.objects.filter(pk=post.pk).update(
        text=text,
        html=html,
        version=now.version + 1,
        search=writing.search_words(html, title if now.is_opening else ""),
    )
    for revision in now.revisions.all():
        revision.text = without(revision.text, words)
        revision.html = render(revision.text)
        revision.save(update_fields=["text", "html"])
    _take_out_of_quotes(now, words)
    # What it was while it waited to be published.
    for held in HeldPost.objects.filter(post=post):
        held.text, held.title = without(held.text, words), without(held.title, words)
        held.save(update_fields=["text", "title"])
    if title != topic.title:
        Topic.objects.filter(pk=topic.pk).update(title=title)
        retitle(within=f"topic:{topic.pk}", topic=title)
        events.topic_retitled(topic)
    # Somebody who was just changing the post would otherwise bring them back unseen.
    Draft.objects.filter(place=places.edit(post.pk)).delete()
    events.post_edited(post)


def _take_out_of_quotes(post: Post, words: Collection[str]) -> None:
    """Others of the topic who quoted it keep their own words."""
    others = Post.objects.filter(topic=post.topic_id, text__contains=">")
    others = others.exclude(status=Post.Status.WITHDRAWN)
    _take_out_of_what_waits(post, words)
    for other in others.exclude(pk=post.pk).select_for_update(no_key=True).order_by("pk"):
        text = _without_in_quotes(other.text, words)
        for revision in other.revisions.all():
            earlier = _without_in_quotes(revision.text, words)
            if earlier != revision.text:
                revision.text, revision.html = earlier, render(earlier)
                revision.save(update_fields=["text", "html"])
        if text == other.text:
            continue
        html = render(text)
        Post.objects.filter(pk=other.pk).update(
            text=text, html=html, version=other.version + 1,
            search=writing.search_words(html, post.topic.title if other.is_opening else ""),
        )  # fmt: skip
        events.post_edited(other)


def _take_out_of_what_waits(post: Post, words: Collection[str]) -> None:
    """Replies that a moderator reads first, and drafts: of theirs the quotes alone, too."""
    for held in HeldPost.objects.filter(topic=post.topic_id, text__contains=">"):
        if (text := _without_in_quotes(held.text, words)) != held.text:
            HeldPost.objects.filter(pk=held.pk).update(text=text)
    theirs = [places.reply(post.topic_id, None), places.reply(post.topic_id, post.pk)]
    for draft in Draft.objects.filter(place__in=theirs, text__contains=">"):
        if (text := _without_in_quotes(draft.text, words)) != draft.text:
            Draft.objects.filter(pk=draft.pk).update(text=text)


_QUOTED = re.compile(r"(?m)^[ \t]{0,3}>.*$(?:\n[ \t]{0,3}>.*$)*")


def _without_in_quotes(text: str, words: Collection[str]) -> str:
    """A detail may have been parted where a quoted line ends."""
    tolerant = [
        re.compile(
            # With or without the stars of bold and slanted words, in the post or in the quote.
            r"(?:\s+|\s*\n[ \t]*(?:>[ \t]*)+)".join(
                rf"\*{{0,3}}{re.escape(part.strip('*') or part)}\*{{0,3}}" for part in word.split()
            ),
            re.IGNORECASE,
        )
        for word in words
        if word.split()
    ]

    def cleaned(quoted: re.Match[str]) -> str:
        lines = quoted.group()
        for pattern in tolerant:
            lines = pattern.sub(TAKEN_OUT, lines)
        return lines

    return _QUOTED.sub(cleaned, text)


@act
def slow_topic(*, topic: Topic, by: Member | None, minutes: int) -> int:
    """One reply from each member in so many minutes; 0 ends it. ``by=None`` is the house, when a
    topic becomes hot."""
    if by is not None:
        check_tend(by, topic)
    before = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk).slow_minutes
    if minutes != before:
        Topic.objects.filter(pk=topic.pk).update(slow_minutes=minutes)
        events.pace_changed(topic)
    return before


def without(text: str, words: Collection[str]) -> str:
    """The text with these words replaced, the longest first."""
    for each in sorted(filter(None, words), key=len, reverse=True):
        text = text.replace(each, TAKEN_OUT)
    return text


def _locked(post: Post) -> Post:
    return Post.objects.select_for_update(no_key=True).defer("search").get(pk=post.pk)

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import F
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from composing.actions.drafts import finish_draft, save_draft
from composing.models import Draft, WarningChoice
from forums import draft_keys, events
from forums.actions import post_creation
from forums.actions.holding import NOTHING_HEARD, announce, earlier_result, has_to_wait, hold
from forums.actions.settling import settle_topic, untitle
from forums.mentions import mentioned
from forums.models import PendingPost, Post, PostRevision, Topic
from forums.permissions import check_edit, check_reply, check_undo_send, check_withdraw
from forums.signals import post_changing, post_listed
from guidance.drafts import DraftOutcome, HeardRule
from live.events import atomic_action
from notifications.actions import notify, show_or_withdraw, withdraw
from text.rendering import render


@atomic_action
def post_reply(
    *,
    author: Member,
    topic: Topic,
    text: str,
    token: UUID,
    parent: Post | None = None,
    warnings: Sequence[str] = (),
    heard: DraftOutcome = NOTHING_HEARD,
) -> Post | PendingPost:
    """Adds a reply to the topic or to one of its posts, or lets it wait for a moderator if the
    setting for first posts or a rule wants that; the same token returns what came of the first.

    ``heard`` is what guidance made of the words. Raises EditConflict, ActionDenied and RateLimited.
    """
    sent = post_creation.sent_before(author, token)
    if (earlier := earlier_result(sent, text)) is not None:
        return earlier
    place = draft_keys.reply(topic.pk, parent.pk if parent is not None else None)
    if has_to_wait(author, heard, sent):
        check_reply(author, topic, parent, sent.written_lately)
        held = PendingPost(
            author=author, board_id=topic.board_id, topic=topic, parent=parent, text=text,
            token=token, warnings=list(warnings),
        )  # fmt: skip
        return hold(held, place)
    # Before the topic's lock: nobody waits while it is drawn.
    html = render(text)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    if parent is not None:
        # As it is now, and from this topic alone, whatever the form said.
        parent = Post.objects.defer("search").get(pk=parent.pk, topic=topic)
    check_reply(author, topic, parent, sent.written_lately)
    post = add_reply(
        author=author, topic=topic, parent=parent, text=text, html=html, token=token, place=place,
        warnings=warnings,
    )  # fmt: skip
    return announce(post, sent, heard)


def add_reply(
    *,
    author: Member,
    topic: Topic,
    parent: Post | None,
    text: str,
    html: str,
    token: UUID,
    place: str,
    warnings: Sequence[str] = (),
) -> Post:
    """Inside an act, with the topic locked and the rules asked: the post and all that follows."""
    post = post_creation.new_post(
        topic=topic,
        author=author,
        text=text,
        html=html,
        token=token,
        parent=parent,
        number=topic.posts_count + 1,
    )
    post.warnings = list(warnings)
    post.save()
    _tell_readers(topic, post, parent)
    post_creation.settle(post, place)
    events.reply_posted(post)
    return post


@atomic_action
def edit_post(
    *,
    post: Post,
    by: Member,
    text: str,
    version: int,
    listed: Collection[HeardRule] = (),
    warnings: Sequence[str] | None = None,
    place: str = "",
) -> Post:
    """New words for an own post; the old ones stay in its history. ``listed`` are rules that tell
    the moderators of the new ones; ``place`` is the form they come from, if it is
    another one. ``warnings=None`` leaves the content warnings as they are.

    Raises EditConflict if the post was changed since the version given was read.
    """
    html = render(text)
    if post.text != text or (warnings is not None and sorted(warnings) != sorted(post.warnings)):
        post_changing.send(sender=Post, post=post, is_withdrawn=False)
    # The topic first, as everywhere: it must not be closed between the question and the answer.
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    post = Post.objects.select_for_update(no_key=True).defer("search").get(pk=post.pk)
    post.topic = topic
    check_edit(by, post)
    had = post.warnings
    if warnings is not None and sorted(warnings) != sorted(post.warnings):
        _warn(post, warnings)
    if post.text == text:
        return post
    if post.version != version:
        raise EditConflict(
            _("This post was changed meanwhile, perhaps in another window. Both texts are here."),
            ((_("As it stands now"), post.text), (_("What you wrote"), text)),
        )
    PostRevision.objects.create(
        post=post,
        version=post.version,
        text=post.text,
        html=post.html,
        warnings=had,
        written_at=post.edited_at or post.created_at,
    )
    Post.objects.filter(pk=post.pk).update(
        text=text,
        html=html,
        version=F("version") + 1,
        edited_at=timezone.now(),
        search=post_creation.search_words(html, post.topic.title if post.is_opening else ""),
    )
    _forget_named(topic, post, text)
    _tell_named(topic, post, text, [by.pk])
    finish_draft(member=by, place=place or draft_keys.edit(post.pk))
    events.post_edited(post)
    if listed:
        post_listed.send(sender=Post, post=post, rules=list(listed))
    return post


def _warn(post: Post, warnings: Sequence[str]) -> None:
    post.warnings = list(warnings)
    Post.objects.filter(pk=post.pk).update(warnings=post.warnings)
    if post.is_opening:
        Topic.objects.filter(pk=post.topic_id).update(warnings=list(warnings))
    post.warning_suggestions.filter(warning__slug__in=warnings).delete()
    events.post_edited(post)


@atomic_action
def withdraw_post(*, post: Post, by: Member) -> None:
    """Takes back an own post: nobody can read it or its history any more, the thread stays."""
    post_changing.send(sender=Post, post=post, is_withdrawn=True)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    post = Post.objects.select_for_update(of=("self",), no_key=True).defer("search").get(pk=post.pk)
    _withdraw(topic, post, by)


def _withdraw(topic: Topic, post: Post, by: Member) -> None:
    check_withdraw(by, post)
    if post.status == Post.Status.WITHDRAWN:
        return
    Post.objects.filter(pk=post.pk).update(
        status=Post.Status.WITHDRAWN, text="", html="", search=None, version=F("version") + 1
    )
    post.revisions.all().delete()
    # What it was while it waited for a moderator, and what was begun to change in it.
    PendingPost.objects.filter(post=post).update(text="", title="")
    finish_draft(member=by, place=draft_keys.edit(post.pk))
    withdraw(subject=f"post:{post.pk}")
    if post.is_opening:
        untitle(topic)
    settle_topic(topic)
    events.post_withdrawn(post)


@atomic_action
def undo_send(*, post: Post, by: Member) -> Draft:
    """Within a minute: the post is withdrawn, and its words are a draft again."""
    post_changing.send(sender=Post, post=post, is_withdrawn=True)
    topic = (
        Topic.objects.select_for_update(no_key=True).select_related("board").get(pk=post.topic_id)
    )
    post = Post.objects.select_for_update(of=("self",), no_key=True).defer("search").get(pk=post.pk)
    post.topic = topic
    check_undo_send(by, post)
    title, wish = (topic.title, topic.wish) if post.is_opening else ("", "")
    place = (
        draft_keys.new_topic(topic.board_id)
        if post.is_opening
        else draft_keys.reply(topic.pk, _answered(post))
    )
    save_draft(
        member=by,
        place=place,
        title=title,
        text=post.text,
        wish=wish,
        warnings=post.warnings,
        # What is being written there meanwhile stays, beside these.
        known="",
    )
    _withdraw(topic, post, by)
    return Draft.objects.get(member=by, place=place)


def _answered(post: Post) -> int | None:
    parent = post.parent
    return None if parent is None or parent.is_opening else parent.pk


# Whoever follows the topic, but for its author, whom the author does not meet, and who was told
# already.
# Nor do those hear of it who chose not to see what it warns of.
_FOLLOWERS = """
    SELECT member_id FROM forums_follow
    WHERE topic_id = %s AND member_id <> ALL (%s::bigint[])
        AND member_id NOT IN (
            SELECT choice.member_id FROM composing_warningchoice AS choice
            JOIN composing_contentwarning AS warning ON warning.id = choice.warning_id
            WHERE choice.does = 'hide' AND warning.slug = ANY (%s::text[])
        )
        AND member_id NOT IN (
            SELECT member_id FROM accounts_block WHERE by_id = ANY (%s::bigint[])
            UNION ALL SELECT by_id FROM accounts_block WHERE member_id = ANY (%s::bigint[])
        )
"""


def _is_left_out(post: Post, parent: Post) -> bool:
    """Whether the author who is answered chose not to see what the answer warns of."""
    return (
        bool(post.warnings)
        and WarningChoice.objects.filter(
            member=parent.author_id, does="hide", warning__slug__in=post.warnings
        ).exists()
    )


def _forget_named(topic: Topic, post: Post, text: str) -> None:
    """Whom the new words do not name any more has nothing to read there."""
    if "@" not in post.text:
        return
    before, after = (
        set(mentioned(each, author=post.author, topic=topic, warnings=post.warnings))
        for each in (post.text, text)
    )
    gone = before - after
    if gone:
        is_shown = dict.fromkeys(gone, False)
        show_or_withdraw(kind="mention", subject=f"post:{post.pk}", is_shown=is_shown)


def _tell_named(topic: Topic, post: Post, text: str, told: Collection[int]) -> list[int]:
    """Those whom the text names and who were not told of the post already."""
    named = mentioned(text, author=post.author, topic=topic, warnings=post.warnings)
    named = [pk for pk in named if pk not in told]
    if named:
        notify(
            member_ids=named,
            kind="mention",
            link=post.get_absolute_url(),
            subject=f"post:{post.pk}",
            within=f"topic:{topic.pk}",
            parts={"who": post.author.pseudonym, "topic": topic.title},
            renotify=False,
        )
    return named


def _tell_readers(topic: Topic, post: Post, parent: Post | None) -> None:
    told = [post.author_id]
    within = f"topic:{topic.pk}"
    if parent is not None and parent.author_id != post.author_id:
        told.append(parent.author_id)
    if parent is not None and parent.author_id != post.author_id and not _is_left_out(post, parent):
        notify(
            member_ids=[parent.author_id],
            kind="reply",
            link=post.get_absolute_url(),
            subject=f"post:{post.pk}",
            within=within,
            parts={"who": post.author.pseudonym, "topic": topic.title},
        )
    told += _tell_named(topic, post, post.text, told)
    # One notice for a topic until it is read, however many write: nobody comes back to thirty.
    blocked_ids = [post.author_id, topic.author_id]
    notify(
        member_ids=RawSQL(_FOLLOWERS, [topic.pk, told, post.warnings, blocked_ids, blocked_ids]),  # noqa: S611
        kind="topic",
        link=reverse("forums:first_unread", args=[topic.pk]),
        subject=within,
        parts={"topic": topic.title},
    )

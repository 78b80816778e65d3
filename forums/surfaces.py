"""Where members write in the forums: a new topic, a reply, a change of a post."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Member
from composing.actions.drafts import finish_draft, save_draft
from composing.context import WritingContext
from composing.forms import ComposeForm
from composing.outcomes import Nudge, Pending, Published
from composing.surfaces import Surface
from forums import draft_keys
from forums.actions.replies import edit_post, post_reply
from forums.actions.topics import start_topic
from forums.forms import EditForm, TopicForm, answer_names, split_answers, with_answers
from forums.models import Board, PendingPost, Post, Topic
from forums.nudges import topic_nudge
from forums.selectors.composer_state import TopicContext, composer_state
from forums.selectors.similar_topics import similar_topics
from forums.selectors.topic_lists import held_posts, sent_words
from forums.selectors.topic_pages import single_item
from guidance.selectors import author_history
from text.limits import POST
from text.tidying import tidy

# For their first posts members see the guidelines above the box.
NEWCOMER_POSTS = 2


class ForumSurface(Surface):
    """What the three have in common."""

    @property
    @abstractmethod
    def board(self) -> Board:
        """Where the text stands, or is to stand."""

    @property
    def board_name(self) -> str:
        return self.board.name

    def is_newcomer(self, author: Member) -> bool:
        return author.posts.all()[:NEWCOMER_POSTS].count() < NEWCOMER_POSTS

    def has_arrived(self, author: Member, token: UUID) -> bool:
        return sent_words(author, token) is not None

    def _context(
        self,
        author: Member,
        token: UUID | None,
        topic: Topic | None = None,
        *,
        parent: Post | None = None,
        is_opening: bool = False,
    ) -> TopicContext:
        state = composer_state(author, topic, self.draft_key)
        return TopicContext(
            member=author,
            board=self.board_name,
            parent=parent.text if parent is not None else "",
            subject=f"topic:{topic.pk}" if topic is not None else "",
            is_opening=is_opening,
            own_topic=topic is not None and topic.author_id == author.pk,
            wish=topic.wish if topic is not None else "",
            account_days=(timezone.now() - author.joined_at).days,
            posts=state.posts_written,
            history=author_history(author, token),
            draft=state.draft,
            last_submission=state.last_submission,
            activity=state.activity,
        )


@dataclass(frozen=True)
class NewTopic(ForumSurface):
    of: Board
    template = "forums/new_topic.html"
    kind = "opening"
    has_title = True

    @property
    def board(self) -> Board:
        return self.of

    @property
    def draft_key(self) -> str:
        return draft_keys.new_topic(self.of.pk)

    @property
    def url(self) -> str:
        return reverse("forums:new_topic", args=[self.of.slug])

    @property
    def text_fields(self) -> Sequence[str]:  # type: ignore[override]
        """Answers to the board's questions stand before the text."""
        return [*answer_names(self.of.asks), "text"]

    def page_context(self, author: Member) -> dict[str, Any]:
        return {"board": self.of}

    def make_form(self, data: Any = None, **kwargs: Any) -> ComposeForm:
        return TopicForm(data, questions=self.of.asks, **kwargs)

    def writing_context(self, author: Member, token: UUID | None = None) -> WritingContext:
        return self._context(author, token)

    def text_from_fields(self, fields: Mapping[str, Any]) -> str:
        questions = self.of.asks
        answers = [str(fields.get(name, "")) for name in answer_names(questions)]
        return with_answers(questions, answers, str(fields.get("text", "")))

    def fields_from_text(self, text: str) -> dict[str, str]:
        answers, rest = split_answers(self.of.asks, text)
        return {"text": rest, **dict(zip(answer_names(self.of.asks), answers, strict=True))}

    def similar(self, author: Member, title: str) -> Sequence[Topic]:
        return similar_topics(author, title)

    def publish(self, author: Member, form: ComposeForm, offer: str = "") -> Published | Pending:
        cleaned = form.cleaned_data
        return _outcome_of(
            start_topic(
                author=author,
                board=self.of,
                title=cleaned["title"],
                text=cleaned["text"],
                token=cleaned["token"],
                wish=cleaned["wish"],
                warnings=cleaned["warnings"],
                heard=form.heard,
            )
        )


@dataclass(frozen=True)
class Reply(ForumSurface):
    """To the topic, or to one post in it."""

    topic: Topic
    parent: Post | None = None
    quote: str = ""
    template = "forums/reply.html"

    @property
    def board(self) -> Board:
        return self.topic.board

    @property
    def draft_key(self) -> str:
        return draft_keys.reply(self.topic.pk, self.parent.pk if self.parent is not None else None)

    @property
    def url(self) -> str:
        if self.parent is not None:
            return reverse("forums:reply_to_post", args=[self.parent.pk])
        return reverse("forums:reply", args=[self.topic.pk])

    @property
    def discussion_url(self) -> str:
        return self.topic.get_absolute_url()

    def page_context(self, author: Member) -> dict[str, Any]:
        item = single_item(author, self.parent) if self.parent is not None else None
        return {"topic": self.topic, "item": item}

    def make_form(self, data: Any = None, **kwargs: Any) -> ComposeForm:
        return ComposeForm(data, **kwargs)

    def writing_context(self, author: Member, token: UUID | None = None) -> TopicContext:
        return self._context(author, token, self.topic, parent=self.parent)

    def nudge(self, author: Member, form: ComposeForm) -> Nudge | None:
        nudge = self._nudge(author, form)
        if nudge is None or self.has_arrived(author, form.cleaned_data["token"]):
            # It did arrive, and only the answer was lost.
            return None
        return nudge

    def _nudge(self, author: Member, form: ComposeForm) -> Nudge | None:
        context = form.context
        if not isinstance(context, TopicContext) or context.activity is None:
            return None
        return topic_nudge(author, self.topic, context.activity)

    def has_offer(self, offer: str, author: Member, form: ComposeForm) -> bool:
        """Below one's last post: unless this has to be one of its own, because it waits for a
        moderator or there is no room."""
        if offer != "merge" or form.heard.holds:
            return False
        last = self._last_own(author, form)
        return last is not None and len(_below(last, form)) <= POST

    def _last_own(self, author: Member, form: ComposeForm) -> Post | None:
        nudge, context = self._nudge(author, form), form.context
        if nudge is None or nudge.offer is None or nudge.offer.name != "merge":
            return None
        assert isinstance(context, TopicContext)
        assert context.activity is not None
        posts = Post.objects.visible_to(author).select_related("topic__board").defer("search")
        last: Post | None = posts.filter(pk=context.activity.last_own).first()
        return last

    def redraft(self, author: Member, form: ComposeForm, link: str) -> str | None:
        """They begin a topic of their own, below a link to this one."""
        new = NewTopic(self.topic.board)
        begins = _("This goes on from “%(topic)s”: %(link)s")
        begins %= {"topic": self.topic.title, "link": link}
        save_draft(
            member=author,
            place=new.draft_key,
            title="",
            text=f"{begins}\n\n{form.cleaned_data['text']}",
            warnings=form.cleaned_data.get("warnings") or (),
            # A topic that was begun before stays, beside this one.
            known="",
        )
        finish_draft(member=author, place=self.draft_key)
        return new.url

    def publish(self, author: Member, form: ComposeForm, offer: str = "") -> Published | Pending:
        cleaned = form.cleaned_data
        if offer == "merge" and (last := self._last_own(author, form)) is not None:
            return self._merge(author, form, last)
        return _outcome_of(
            post_reply(
                author=author,
                topic=self.topic,
                parent=self.parent,
                text=cleaned["text"],
                token=cleaned["token"],
                warnings=cleaned["warnings"],
                heard=form.heard,
            )
        )

    def _merge(self, author: Member, form: ComposeForm, last: Post) -> Published:
        post = edit_post(
            post=last,
            by=author,
            text=_below(last, form),
            version=last.version,
            listed=form.heard.listed,
            warnings=sorted({*last.warnings, *form.cleaned_data["warnings"]}),
            place=self.draft_key,
        )
        return _published(post, message=_("It stands below your last post."))


@dataclass(frozen=True)
class Edit(ForumSurface):
    post: Post
    template = "forums/edit.html"
    is_new = False

    @property
    def board(self) -> Board:
        return self.post.topic.board

    @property
    def kind(self) -> str:  # type: ignore[override]
        return "opening" if self.post.is_opening else "reply"

    @property
    def draft_key(self) -> str:
        return draft_keys.edit(self.post.pk)

    @property
    def url(self) -> str:
        return reverse("forums:edit", args=[self.post.pk])

    def page_context(self, author: Member) -> dict[str, Any]:
        return {"topic": self.post.topic, "post": self.post}

    def initial(self) -> dict[str, Any]:
        post = self.post
        return {"text": post.text, "version": post.version, "warnings": post.warnings}

    def make_form(self, data: Any = None, **kwargs: Any) -> ComposeForm:
        return EditForm(data, **kwargs)

    def writing_context(self, author: Member, token: UUID | None = None) -> TopicContext:
        return self._context(author, token, self.post.topic, is_opening=self.post.is_opening)

    def is_unchanged(self, text: str) -> bool:
        return text == tidy(self.post.text)

    def publish(self, author: Member, form: ComposeForm, offer: str = "") -> Published | Pending:
        cleaned = form.cleaned_data
        post = edit_post(
            post=self.post,
            by=author,
            text=cleaned["text"],
            version=cleaned["version"],
            listed=form.heard.listed,
            warnings=cleaned["warnings"],
        )
        return _published(post)


def _below(last: Post, form: ComposeForm) -> str:
    return f"{last.text}\n\n{form.cleaned_data['text']}"


def _outcome_of(sent: Post | PendingPost) -> Published | Pending:
    if isinstance(sent, PendingPost):
        return Pending(sent.get_absolute_url(), sent.token)
    return _published(sent, can_undo=True)


def _published(post: Post, *, can_undo: bool = False, message: str = "") -> Published:
    return Published(f"post:{post.pk}", post.get_absolute_url(), post.token, can_undo, message)


class ForumSurfaces:
    prefixes = frozenset({"board", "topic", "post", "edit"})

    def find(self, member: Member, prefix: str, number: int) -> Surface | None:
        if prefix == "board":
            board = Board.objects.visible_to(member).filter(pk=number).first()
            return NewTopic(board) if board is not None else None
        if prefix == "topic":
            topics = Topic.objects.visible_to(member).select_related("board")
            topic = topics.filter(pk=number).first()
            return Reply(topic) if topic is not None else None
        posts = Post.objects.visible_to(member).select_related("topic__board").defer("search")
        post = posts.filter(pk=number).first()
        if post is None:
            return None
        return Edit(post) if prefix == "edit" else Reply(post.topic, post)

    def sent_text(self, member: Member, token: UUID) -> str | None:
        return sent_words(member, token)

    def pending(self, member: Member) -> Sequence[PendingPost]:
        return held_posts(member)

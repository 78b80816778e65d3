"""The page of what a search finds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from accounts.models import Member, Viewer
from accounts.pseudonyms import tidy
from composing.models import ContentWarning
from composing.selectors import WarningPreferences, wants_in_lists
from forums import paging
from forums.models import Board, Post
from forums.search import Item, Lexemes, Piece, lexemes, marked_excerpt, parse, query_of
from forums.selectors.topic_lists import Position
from text.rendering import in_one_line
from text.words import words as split


@dataclass(frozen=True)
class Found:
    """Pieces of title and text, each with whether it was asked for."""

    post: Post
    title: list[Piece]
    excerpt: list[Piece]
    # What it warns of, where that is not what this reader wants shown: then nothing of it is.
    warning: str = ""


@dataclass(frozen=True)
class Results:
    """``problem``: why nothing could be searched for: ``no_words``, ``only_stop_words`` or
    ``only_minus``."""

    found: list[Found]
    older: Position | None
    problem: str = ""


def search_posts(
    viewer: Viewer,
    *,
    words: str,
    board: Board | None,
    author: str,
    since: date | None,
    until: date | None,
    before: Position | None,
) -> Results:
    """Posts whose words the viewer may read, the newest first."""
    groups = parse(words)
    stems = lexemes({word for group in groups for item in group for word in item.words})
    query = query_of(groups, stems)
    if words and not groups:
        return Results([], None, "no_words")
    if words and not query:
        has_words = any(stems.get(w) for g in groups for item in g for w in item.words)
        return Results([], None, "only_minus" if has_words else "only_stop_words")
    posts = Post.objects.visible_to(viewer).published()
    wants = wants_in_lists(viewer)
    if wants.hides:
        hidden = sorted(wants.hides)
        theirs = Q(author_id=viewer.pk)
        posts = posts.filter(
            theirs | ~(Q(warnings__overlap=hidden) | Q(topic__warnings__overlap=hidden))
        )
    if query:
        posts = posts.filter(search=Lexemes(query))
    if board is not None:
        posts = posts.filter(topic__board=board)
    if author:
        # However it is written: no two members have names that look alike.
        called = Member.objects.looking_like(tidy(author.lstrip("@")))
        posts = posts.filter(author__in=called.values("pk"))
    if since is not None:
        posts = posts.filter(created_at__date__gte=since)
    if until is not None:
        posts = posts.filter(created_at__date__lte=until)
    if before is not None:
        posts = posts.filter(
            Q(created_at__lt=before.when) | Q(created_at=before.when, pk__lt=before.pk)
        )
    rows = list(
        posts.select_related("topic__board", "author")
        .defer("search")
        .order_by(F("created_at").desc(), F("pk").desc())[: paging.RESULTS_PER_PAGE + 1]
    )
    shown = rows[: paging.RESULTS_PER_PAGE]
    last = shown[-1] if len(rows) > len(shown) else None
    return Results(
        _found(viewer, wants, shown, {stems[word] for word in _wanted(groups) if word in stems}),
        Position(last.created_at, last.pk) if last else None,
    )


def _wanted(groups: list[list[Item]]) -> set[str]:
    """The words that were asked for, and not those to leave out."""
    return {word for group in groups for item in group if not item.is_not for word in item.words}


def _found(
    viewer: Viewer, wants: WarningPreferences, posts: list[Post], wanted: set[str]
) -> list[Found]:
    texts = {post.pk: in_one_line(post.html) for post in posts}
    stems: dict[str, str] = {}
    if wanted:
        titles = [post.topic.title for post in posts]
        stems = lexemes(
            {word for text in [*texts.values(), *titles] for word, _start, _end in split(text)}
        )
    names: dict[str, str] = {}
    if any(post.warnings for post in posts):
        names = dict(ContentWarning.objects.values_list("slug", "name"))
    found = []
    for post in posts:
        title = marked_excerpt(post.topic.title, wanted, stems)
        is_folded = post.author_id != viewer.pk and wants.folds(post.warnings)
        if post.warning or is_folded:
            says = [*(names.get(slug, slug) for slug in post.warnings), post.warning]
            found.append(Found(post, title, [], "; ".join(filter(None, says))))
        else:
            found.append(Found(post, title, marked_excerpt(texts[post.pk], wanted, stems)))
    return found

"""Topics that may be about the same as a title, or as what somebody knows about."""

import re
from collections.abc import Iterable, Mapping

from django.contrib.postgres.search import SearchRank
from django.db.models import F

from accounts.models import Viewer
from forums.models import Post, Topic
from forums.search import Lexemes, any_of, lexemes
from guidance.detectors.similar_titles import similar_titles
from guidance.drafts import Draft
from guidance.normalized_text import NormalizedText
from guidance.rule_cache import current_terms
from text.words import prepared

MAX_SIMILAR, MAX_CANDIDATES = 3, 40
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Titles weigh A in the search, and what stands in the post B (forums/actions/post_creation.py).
_TITLES_ALONE = [0.0, 0.0, 0.0, 1.0]


def similar_topics(viewer: Viewer, title: str) -> list[Topic]:
    """Up to three topics this viewer may read, the likest title first; brand and generic names of
    one drug are the same word."""
    words = [word for word in prepared(title).split()[:20] if len(word) > 2]
    same = _same_things()
    query = next(iter(_any_of({"title": words}, same).values()), None)
    if query is None:
        return []
    posts = (
        Post.objects.filter(number=1, search=query, topic__in=Topic.objects.visible_to(viewer))
        .annotate(rank=SearchRank(F("search"), query, weights=_TITLES_ALONE))
        .filter(rank__gt=0)
        .order_by("-rank", "-pk")
        .select_related("topic")
        .defer("search")[:MAX_CANDIDATES]
    )
    topics = {_one_name(each.topic.title, same): each.topic for each in reversed(posts)}
    draft = Draft(kind="title", title=_one_name(title, same), existing_titles=tuple(topics))
    return [
        topics[name]
        for name in (similar_titles(NormalizedText.of(draft), current_terms()) or ())[:MAX_SIMILAR]
    ]


def about_any(subjects: Iterable[str]) -> dict[str, Lexemes]:
    """{subject: what finds posts about it, by any name of the same thing}."""
    same = _same_things()
    return _any_of({subject: [subject.casefold()] for subject in subjects}, same)


def _any_of(
    asked: Mapping[str, Iterable[str]], same: dict[str, tuple[str, ...]]
) -> dict[str, Lexemes]:
    """{key: what finds any of its things by any of their names}, without those that ask for stop
    words alone."""
    names = {
        key: list(dict.fromkeys(name for thing in things for name in same.get(thing, (thing,))))
        for key, things in asked.items()
    }
    stems = lexemes(
        {word for few in names.values() for each in few for word in prepared(each).split()}
    )
    queries = {key: any_of(few, stems) for key, few in names.items()}
    return {key: Lexemes(query) for key, query in queries.items() if query}


def _same_things() -> dict[str, tuple[str, ...]]:
    """{word: every name of the same thing}, from lines such as “ocrelizumab = ocrevus”."""
    found = {}
    for line in current_terms().get("same_things", ()):
        names = tuple(name.strip().casefold() for name in line.split("=") if name.strip())
        found.update(dict.fromkeys(names, names))
    return found


def _one_name(title: str, same: dict[str, tuple[str, ...]]) -> str:
    return _WORD.sub(lambda word: same.get(word.group().casefold(), (word.group(),))[0], title)

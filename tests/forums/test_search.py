from typing import Any

import pytest
from django.test import Client

from forums.models import Board
from tests.factories import MemberFactory, make_reply, make_topic

ADDRESS = "/search/"


def find(client: Client, **query: str) -> str:
    return client.get(ADDRESS, query).content.decode()


@pytest.fixture
def talk(board: Board) -> Any:
    opening = make_topic(board=board, title="Cooling vests", text="Which one do you wear?")
    return make_reply(
        opening, author=MemberFactory(pseudonym="heron"), text="A spray bottle helps."
    )


def test_words_of_posts_and_titles_are_found(as_member: Client, talk: Any) -> None:
    assert "spray bottle" in find(as_member, words="bottles")
    assert "Which one do you wear" in find(as_member, words="cooling vest")
    assert "Nothing found" in find(as_member, words='"vest cooling"')
    assert "Nothing found" in find(as_member, words="spray -bottle")


def test_filters(as_member: Client, talk: Any, board: Board) -> None:
    assert "spray bottle" in find(as_member, author="HERON")
    assert "Nothing found" in find(as_member, words="spray", author="nobody")
    assert "spray bottle" in find(as_member, words="spray", board=board.slug)
    assert "Nothing found" in find(as_member, words="spray", until="2001-01-01")
    assert "spray bottle" in find(as_member, words="spray", since="2001-01-01")


@pytest.mark.parametrize(
    "query",
    [
        {"words": "'"}, {"words": '"'}, {"words": "!!! & | :*"}, {"words": "\x00"},
        {"words": "w" * 5000}, {"board": "nowhere"}, {"since": "yesterday"}, {"author": "%"},
        {"words": "x", "before": "nonsense"}, {"words": "x", "before": "2026-01-01T00:00_5"},
        {"words": "x", "before": "2026-13-99T99:99:99+00:00_5"}, {"words": "the and of"},
    ],
)  # fmt: skip
def test_odd_questions_get_an_answer(as_member: Client, talk: Any, query: dict[str, str]) -> None:
    assert as_member.get(ADDRESS, query).status_code == 200


def test_older_results_follow_without_gaps(as_member: Client, board: Board) -> None:
    for n in range(23):
        make_topic(board=board, title=f"Cooling {n}", text=f"wordnumber{n} cooling")
    first = as_member.get(ADDRESS, {"words": "cooling"})
    results = first.context["results"]
    second = as_member.get(ADDRESS, {"words": "cooling", "before": str(results.older)})
    found = [*results.found, *second.context["results"].found]
    assert len({each.post.pk for each in found}) == 23

import re
from importlib import import_module
from typing import Any

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Member
from forums.models import Board, Post
from forums.search import MAX_WORDS, marked_excerpt, parse
from tests.factories import MemberFactory, make_reply, make_topic

ADDRESS = "/search/"


def find(client: Client, **query: str) -> str:
    """The page without its marks."""
    page = client.get(ADDRESS, query).content.decode()
    return page.replace("<mark>", "").replace("</mark>", "")


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
        {"words": "x", "before": "2026-01-01T00:00+23:59_5"}, {"words": "-" * 200},
        {"words": "x", "before": "0001-01-01T00:00+12:00_5"}, {"words": "- " * 100},
        {"words": '" ' * 100}, {"words": "or or or"}, {"words": "-or"}, {"words": "a_" * 100},
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


SEPARATED = [
    "“{}”", "‘{}’", "«{}»", "—{}—", "\u00a0{}\u00a0", "/{}/", "‑{}‑", "({})", "{}.", "💙{}💙",
    "_{}_", "**{}**", "> {}", "\u200b{}\u200b", "{}’s", "{}'s", "#{}",
]  # fmt: skip


@pytest.mark.parametrize("around", SEPARATED)
def test_words_are_found_whatever_stands_beside_them(
    as_member: Client, board: Board, around: str
) -> None:
    beside = around.format("tysabri")
    make_topic(board=board, title="Something else", text=f"before {beside} after")
    make_topic(board=board, title=f"About {beside} here", text="Nothing else.")
    for asked in ("tysabri", "Tysabri", beside, f'"{beside}"'):
        page = as_member.get(ADDRESS, {"words": asked})
        assert len(page.context["results"].found) == 2, asked


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Tysabri/natalizumab", "natalizumab"), ("long-term", "long term"),
        ("long term", "long-term"), ("long‑term", "long-term"), ("long—term", "term"),
        ("café", "cafe"), ("cafe", "café"), ("cafe\u0301", "café"), ("STRASSE", "straße"),
        ("ﬁne", "fine"), ("don’t walk", "don't walk"), ("T2/FLAIR", "flair"), ("6.5", "6.5"),
        ("EDSS 6,5", "6.5"), ("B12/folate", "folate"), ("so\u00adft", "soft"),
        ("un**believ**able", "believ"), ("हिन्दी", "हिन्दी"), ("Öl", "ol"), ("Łódź", "lodz"),
        ("١٢", "12"), ("vit.D", "vit d"), ("he said “two words” then", "“two words”"),
        ("he said two words", "„two words“"), ("Tysabri™", "tysabri"), ("Ocrevus®", "ocrevus"),
        ("word¹", "word"), ("100µg", "100 µg"), ("100 μg", "100µg"), ("EDSS6.5", "EDSS 6.5"),
        ("600mg", "600 mg"), ("B 12", "b12"), ("2½ tablets", "2 tablets"),
        ("Oʼneil wrote", "o'neil"), ("o'neil wrote", "Oʼneil"), ("ʻOkina", "okina"),
        ("ｶﾞﾝ", "ガン"), ("ガン", "ｶﾞﾝ"), ("ﾊﾟﾝ", "パン"), ("مُحَمَّد", "محمد"), ("محمد", "مُحَمَّد"),
        ("شَجَرَة", "شجرة"), ("مـحـمـد", "محمد"), ("שָׁלוֹם", "שלום"), ("ﬁancé", "fiance"),
    ],
)  # fmt: skip
def test_both_sides_are_prepared_alike(
    as_member: Client, board: Board, written: str, asked: str
) -> None:
    make_topic(board=board, title="Something", text=f"before {written} after")
    assert len(as_member.get(ADDRESS, {"words": asked}).context["results"].found) == 1


def test_a_minus_is_a_minus_only_before_a_word(as_member: Client, talk: Any) -> None:
    assert "spray bottle" in find(as_member, words="spray - bottle")
    assert "spray bottle" in find(as_member, words="spray – bottle")
    assert "Nothing found" in find(as_member, words="spray -bottle")
    assert "Nothing found" in find(as_member, words='spray −"spray bottle"')
    assert "spray bottle" in find(as_member, words="nowhere or spray")


def test_what_cannot_be_searched_for_says_why(as_member: Client, talk: Any) -> None:
    assert "stand in nearly every post" in find(as_member, words="the and of")
    assert "A minus leaves words out" in find(as_member, words="-spray")
    assert "Fewer or other words" in find(as_member, words="nowhere")
    assert "A search takes up to 200 characters" in find(as_member, words="w" * 201)


def test_the_excerpt_shows_the_hit(as_member: Client, board: Board) -> None:
    far = "Something else entirely. " * 40 + "Then the <b>bottles</b> helped, and " + "more " * 80
    make_topic(board=board, title="Cooling bottles", text=far)
    page = as_member.get(ADDRESS, {"words": "bottle"}).content.decode()
    assert "Then the &lt;b&gt;<mark>bottles</mark>&lt;/b&gt; helped" in page
    assert "Cooling <mark>bottles</mark>" in page
    shown = re.search(r'<p dir="auto">(.*?)</p>', page)
    assert shown is not None
    assert len(shown[1]) < 350


@given(st.text(max_size=120))
def test_parsing_has_an_end(asked: str) -> None:
    words = [word for group in parse(asked) for item in group for word in item.words]
    assert len(words) <= MAX_WORDS
    assert all(word.isalnum() or not word.isascii() for word in words)


@given(st.text(alphabet="ab c-\n“é", max_size=600))
def test_an_excerpt_is_part_of_the_text(text: str) -> None:
    pieces = marked_excerpt(text, {"a"}, {"a": "a"})
    told = "".join(piece for piece, _is_hit in pieces)
    assert told.removeprefix("… ").removesuffix(" …") in text
    assert all(piece == "a" for piece, is_hit in pieces if is_hit)


def test_the_vector_is_the_same_in_every_locale(db: Any) -> None:
    """The embedded database has the C locale; a server has another."""
    function = import_module("forums.migrations.0014_search_without_locale").FUNCTION
    asked = "SELECT forums_vector('tysabri cafe', 'हिन्दी ωμεγα running b 12 6 5 the')::text"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        here = cursor.fetchone()
    settings = connection.settings_dict
    login = {
        "user": settings["USER"], "password": settings["PASSWORD"], "host": settings["HOST"],
        "port": settings["PORT"],
    }  # fmt: skip
    name = f"{settings['NAME']}_locale"
    server = psycopg2.connect(dbname=settings["NAME"], **login)
    server.autocommit = True
    try:
        with server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(
                f"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER builtin"
                " BUILTIN_LOCALE 'C.UTF-8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C'"
            )
        elsewhere = psycopg2.connect(dbname=name, **login)
        with elsewhere.cursor() as cursor:
            cursor.execute(function)
            cursor.execute(asked)
            assert cursor.fetchone() == here
        elsewhere.close()
        with server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")
    finally:
        server.close()


def test_posts_are_drawn_and_indexed_again(as_member: Client, talk: Any) -> None:
    Post.objects.update(html="<p>old</p>", search=None)
    withdrawn = make_topic(title="Gone")
    Post.objects.filter(pk=withdrawn.pk).update(status="withdrawn", text="", html="", search=None)
    call_command("reindex_posts")
    assert "spray bottle" in find(as_member, words="bottles")
    assert "Which one do you wear" in find(as_member, words="cooling vest")
    withdrawn.refresh_from_db()
    assert withdrawn.search is None


def test_a_phrase_does_not_begin_in_the_title(as_member: Client, board: Board) -> None:
    make_topic(board=board, title="Leg spasms at night", text="Cope how?")
    assert "Nothing found" in find(as_member, words='"night cope"')
    assert "Leg spasms" in find(as_member, words='"spasms at night"')


def test_the_excerpt_of_a_phrase_shows_the_phrase(as_member: Client, board: Board) -> None:
    text = "Cooling first. " + "Something else. " * 100 + "My cooling vest helps." + " More." * 50
    make_topic(board=board, title="Heat", text=text)
    page = as_member.get(ADDRESS, {"words": '"cooling vest"'}).content.decode()
    assert "<mark>cooling</mark> <mark>vest</mark>" in page


@pytest.mark.parametrize(
    ("pseudonym", "typed"),
    [("O'Neil", "O’Neil"), ("O’Neil", "o'neil"), ("José", "jose"), ("fern", "@fern"),
     ("fern", "ｆｅｒｎ"), ("sea breeze", "Sea  Breeze")],
)  # fmt: skip
def test_an_author_is_found_however_the_name_is_typed(
    as_member: Client, pseudonym: str, typed: str
) -> None:
    author = MemberFactory(pseudonym=pseudonym) if pseudonym != "fern" else Member.objects.get()
    make_topic(author=author, title="A heron", text="On the bench.")
    page = as_member.get("/search/", {"author": typed, "words": "heron"}).content.decode()
    assert "A heron" in page or "heron</mark>" in page


@pytest.mark.parametrize("words", ["😀", "?!", '"', "\u200b", "--", "\u3164", "!!! & |"])
def test_a_question_without_a_word_is_told_so(as_member: Client, talk: Any, words: str) -> None:
    assert "There is no word in this to look for." in find(as_member, words=words)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.mentions import named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Thank you @fern!", [["fern"]]),
        ("@Fern, and (@otter)", [["Fern"], ["otter"]]),
        ("@Rose of Sharon is", [["Rose of Sharon is", "Rose of Sharon", "Rose of", "Rose"]]),
        ("@J. O'Neil-Smith", [["J. O'Neil-Smith", "J. O'Neil", "J. O", "J."]]),
        ("write to fern@mail.example", []),
        ("@", []),
        ("@ fern", []),
        ("> @fern\nno", []),
        ("no at all", []),
        ("@Ædith.", [["Ædith.", "Ædith"]]),
    ],
)
def test_names(text: str, names: list[list[str]]) -> None:
    assert named(text) == names


def test_there_is_an_end_to_it() -> None:
    assert len(named("@ab " * 10_000)) == 20


@given(st.text(alphabet="@ab. '-\n>é", max_size=300))
def test_never_raises(text: str) -> None:
    for names in named(text):
        assert all(1 < len(name) <= 30 for name in names)

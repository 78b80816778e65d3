"""How a post is made: what would help, titles, walls of text."""

from typing import Any

from guidance.default_rules.builders import BOTH, TITLES, rule
from guidance.purposes import Purpose

RULES: list[dict[str, Any]] = [
    rule(
        "G16",
        2,
        "What would help",
        ["opening"],
        "tip",
        "What would help you most: just listening, similar stories, ideas or information?",
        {
            "all": [{"words": {"at_least": 40}}],
            "never": [
                {
                    "pattern": r"\?|\b(?:anyone|anybody|advice|help|suggest\w*|ideas?|tips|recommend\w*|wonder\w*|question|vent|venting|rant|listen|heard|just (?:needed|wanted) to|get (?:this|it) off my chest|share|sharing|wanted to (?:say|tell|share)|thank)\b",
                    "in": "text",
                },
            ],
        },
        state="off",
    ),
    rule(
        "G17",
        1,
        "A vague title",
        TITLES,
        "tip",
        "Could the title say what it is about, such as “leg spasms at night”? That brings the people "
        "who know it.",
        {"any": [{"detector": "vague_title"}]},
        field="title",
    ),
    rule(
        "G18",
        1,
        "A wall of text",
        BOTH,
        "tip",
        "Shorter paragraphs are easier for tired eyes. A new line here and there is enough.",
        {"all": [{"words": {"at_least": 250}}, {"breaks": False}]},
        language="",
        purpose=Purpose.LONG_TEXT,
    ),
    rule(
        "G19",
        1,
        "A short question about a treatment",
        ["opening"],
        "tip",
        "Which treatment, for how long, and what would you like to know? Then others can answer.",
        {"all": [{"words": {"at_most": 11}}]},
        boards=["treatment"],
    ),
    rule(
        "G20",
        1,
        "Topics like this one",
        TITLES,
        "tip",
        "These topics may be about the same:",
        {"any": [{"detector": "similar_titles"}]},
        language="",
        field="title",
    ),
]

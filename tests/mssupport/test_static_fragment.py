"""What is drawn once for everybody."""

from django.template import Context, Template
from django.utils import translation

from mssupport.templatetags.static_fragment import StaticFragment


def test_nothing_of_one_viewer_is_kept_for_the_next() -> None:
    template = Template(
        "{% static_fragment %}<p>{{ secret }}{% translate 'Reply' %}</p>{% endstatic_fragment %}"
        "{{ secret }}"
    )
    assert template.render(Context({"secret": "mine"})) == "<p>Reply</p>mine"
    assert template.render(Context({"secret": "yours"})) == "<p>Reply</p>yours"


def test_each_language_has_its_own() -> None:
    template = Template(
        "{% load l10n i18n %}{% static_fragment %}{% get_current_language as l %}{{ l }}"
        "{% endstatic_fragment %}"
    )
    for language in ("en-gb", "fr", "en-gb"):
        with translation.override(language):
            assert template.render(Context()) == language


def test_it_is_drawn_once() -> None:
    template = Template("{% static_fragment %}{% now 'u' %}{% endstatic_fragment %}")
    assert template.render(Context()) == template.render(Context())
    assert any(isinstance(node, StaticFragment) for node in template.nodelist)

"""The addresses, for the surfaces that the site has."""

from django.urls import URLPattern, path

from composing.surfaces import SurfaceList
from composing.views import content_warnings, draft_check, drafts


def patterns(surfaces: SurfaceList) -> tuple[list[URLPattern], str]:
    """For include(), with the name of the namespace."""
    known = {"surfaces": surfaces}
    paths = [
        path("content-warnings/", content_warnings.choices, name="warnings"),
        path("drafts/", drafts.drafts, known, name="drafts"),
        path("drafts/check/", draft_check.check_draft, known, name="check_draft"),
        path("drafts/keep/", drafts.autosave_draft, known, name="autosave_draft"),
        path("drafts/<int:pk>/", drafts.open_draft, known, name="open_draft"),
        path("drafts/<int:pk>/forget/", drafts.delete_draft, name="delete_draft"),
    ]
    return paths, "composing"

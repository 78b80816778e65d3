"""Pictures of the figures, drawn on the server by pygal; a table beside each says the same.

A picture is a file of its own, so it cannot ask the page for its colours: there is one for each
theme.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

import pygal
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from pygal.style import Style

from moderation.selectors.rule_experiments import Effect
from moderation.selectors.statistics import Figures

# Ground, ink, and three colours of bars on which the ink can be read too; each bar has an edge of
# ink, so that it stands out from the ground (static/css/site.css).
THEMES: dict[str, tuple[str, str, tuple[str, str, str]]] = {
    "light": ("#ffffff", "#29241f", ("#9cc8c5", "#e6c88f", "#d5cfc6")),
    "dark": ("#262320", "#efe8df", ("#35605e", "#6b5730", "#55504a")),
    "contrast": ("#000000", "#ffffff", ("#004b80", "#6a3d00", "#4a4a4a")),
}
WIDTH, ROW, REST, LABEL = 440, 34, 70, 24


def _bars(
    theme: str,
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[float | None]]],
    words: Callable[[float | None], str],
) -> bytes:
    """Lying bars, a group for each label, with their values written beside them."""
    ground, ink, colours = THEMES[theme]
    chart = pygal.HorizontalBar(
        # A picture runs no script and asks nobody for one.
        js=[],
        explicit_size=True,
        width=WIDTH,
        height=REST
        + 26 * len(series) * (len(series) > 1)
        + ROW * max(1, len(labels) * len(series)),
        show_legend=len(series) > 1,
        legend_at_bottom=True,
        print_values=True,
        print_values_position="top",
        value_formatter=lambda value: _beside(words(value)),
        truncate_label=-1,
        truncate_legend=-1,
        legend_at_bottom_columns=1,
        no_data_text=_("Nothing yet"),
        # The values stand at the bars: an axis would only say them again, and smaller. In a lying
        # chart pygal means the values by x.
        show_x_labels=False,
        show_x_guides=False,
        css=["file://style.css", "file://graph.css", f"inline:.bar rect{{stroke:{ink}}}"],
        # Room for the value behind the longest bar.
        range=(0, max((v for _name, each in series for v in each if v), default=1) * 1.3),
        style=Style(
            background=ground,
            plot_background=ground,
            foreground=ink,
            foreground_strong=ink,
            foreground_subtle=ink,
            colors=colours,
            value_colors=(ink,) * len(colours),
            opacity="1",
            opacity_hover="1",
            font_family="sans-serif",
            label_font_size=15,
            major_label_font_size=15,
            value_font_size=15,
            legend_font_size=15,
            no_data_font_size=17,
        ),
    )
    # pygal draws the first label at the bottom; people read from the top.
    # The table beside it has the whole names; here the bars need their room.
    chart.x_labels = [Truncator(label).chars(LABEL) for label in reversed(labels)]
    for name, values in series:
        chart.add(name, list(reversed(values)))
    picture: bytes = chart.render()
    return picture


def _beside(words: str) -> str:
    """pygal writes the middle of a value at the end of its bar: long ones are pushed out."""
    return "\u00a0" * (2 * len(words) - 2) + words


def _whole(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"


def _tenths(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".removesuffix(".0")


def _hours(value: float | None) -> str:
    if value is None:
        return ""
    if value < 1:
        return _("%(n)s min") % {"n": f"{value * 60:.0f}"}
    return _("%(n)s h") % {"n": f"{value:.1f}".removesuffix(".0")}


def _looks(found: Figures, theme: str) -> bytes:
    rows = [row for row in found.looks if row.count]

    def in_hours(times: Iterable[timedelta | None]) -> list[float | None]:
        return [None if time is None else time.total_seconds() / 3600 for time in times]

    series = [
        (_("Half within"), in_hours(row.median for row in rows)),
        (_("95 in 100 within"), in_hours(row.p95 for row in rows)),
        (_("Goal"), in_hours(row.goal for row in rows)),
    ]
    return _bars(theme, [row.label for row in rows], series, _hours)


def _counts(theme: str, rows: Sequence[tuple[str, int]]) -> bytes:
    names = [name for name, _count in rows]
    return _bars(theme, names, [(_("Count"), [count for _name, count in rows])], _whole)


def _ages(found: Figures, theme: str) -> bytes:
    words = _("%(low)s to %(high)s days"), _("%(low)s days and more")
    rows = [
        (words[0 if high else 1] % {"low": low, "high": high}, count)
        for low, high, count in found.open_by_age
    ]
    return _counts(theme, rows)


def _rates(found: Figures, theme: str) -> bytes:
    days = [date_format(day, "SHORT_DATE_FORMAT") for day, _rate in found.rates]
    rates: list[float | None] = [rate for _day, rate in found.rates]
    return _bars(theme, days, [(_("Reports"), rates)], _tenths)


def _load(found: Figures, theme: str) -> bytes:
    names = [name for name, _all, _hard in found.load]
    series = [
        (_("Decisions"), [count for _name, count, _hard in found.load]),
        (_("Of these on worries"), [hard for _name, _all, hard in found.load]),
    ]
    return _bars(theme, names, series, _whole)


CHARTS: dict[str, Callable[[Figures, str], bytes]] = {
    "looks": _looks,
    "guidelines": lambda found, theme: _counts(theme, found.by_guideline),
    "outcomes": lambda found, theme: _counts(theme, found.by_outcome),
    "appeals": lambda found, theme: _counts(theme, found.appeal_rows),
    "rates": _rates,
    "ages": _ages,
    "load": _load,
}


def draw_effects(found: Sequence[Effect], theme: str) -> bytes:
    """What authors did after a rule spoke, in 100, a group of bars for each guideline."""
    rows = [each for each in found if each.is_drawn]
    changed, as_it_is, pressed, given_up = range(4)

    def share(*numbers: int) -> list[float | None]:
        return [sum(each.outcomes[number].percent for number in numbers) for each in rows]

    series = [
        (_("Changed"), share(changed)),
        (_("Sent as it is"), share(as_it_is, pressed)),
        (_("Not sent"), share(given_up)),
    ]
    return _bars(theme, [f"{each.guideline}. {each.name}" for each in rows], series, _whole)

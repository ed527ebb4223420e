"""The figures the plan gives about the world: their page, and the charts that also stand in the chapters."""

from __future__ import annotations

from markupsafe import Markup

from scripts.charts import Bar, bars
from scripts.model import Chart, Figure
from scripts.pages.press import Press
from scripts.parts import Link

Drawn = tuple[str, str, Markup]
"""A chart as a template shows it: its slug, its name, the picture."""


def page(press: Press) -> str:
    """Return the page of all figures, with their charts."""
    here, data = press.addresses.listing("figures"), press.views.plan.figures.records
    topics = [
        (slug, name, [_figure(press, figure, here) for figure in data.figures if figure.topic == slug])
        for slug, name in press.words["topics"].items()
    ]
    return press.page(
        "figures", here, press.words["figures"], press.words.fill("figures_summary", count=len(data.figures)),
        charts=[_drawn(press, chart) for chart in data.charts], topics=[topic for topic in topics if topic[2]],
    )  # fmt: skip


def charts_of(press: Press, about: str) -> list[Drawn]:
    """Return the charts that belong to a section such as `A#population`: those whose first figure stands there."""
    charts = press.views.plan.figures.records.charts
    return [_drawn(press, chart) for chart in charts if press.views.figures[chart.figures[0]].about == about]


def _drawn(press: Press, chart: Chart) -> Drawn:
    figures = [press.views.figures[slug] for slug in chart.figures]
    whole = 100 if {figure.unit for figure in figures} == {"percent"} else 0
    picture = bars([_bar(press, figure) for figure in figures], chart.slug, chart.description[press.language], whole)
    return chart.slug, chart.name[press.language], picture


def _bar(press: Press, figure: Figure) -> Bar:
    name = figure.name[press.language]
    year = press.words.fill("year", year=figure.year) if figure.year else ""
    label = press.words.fill("figure_label", name=name, year=year) if year else name
    return Bar(label, figure.value, press.words.figure(figure))


def _figure(press: Press, figure: Figure, here: str) -> tuple[Figure, str, str, str, Link]:
    """Return a figure as the table shows it: itself, its name, amount, year, and the link to where the plan says it."""
    year = press.words.fill("year", year=figure.year) if figure.year else ""
    return figure, figure.name[press.language], press.words.figure(figure), year, press.parts.link(here, figure.about)

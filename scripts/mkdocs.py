"""The configuration of one MkDocs build, one for each language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import yaml
from markupsafe import escape

from scripts.source import Plan
from scripts.texts import Texts
from scripts.words import Words


def configuration(texts: Texts, base: str, site_url: str, made: Collection[str]) -> str:
    """Return `mkdocs.yml` for the language of `texts`.

    `base` is the way from the folder of the configuration to the project; `site_url` ends with a slash; `made` are the paths of
    the pages, outside of which the menu must not lead.
    """
    plan, language = texts.views.plan, texts.language
    words = Words(language, plan.words[language])
    config: dict[str, Any] = {
        "INHERIT": f"{base}/mkdocs.yml",
        "site_name": words["site_name"],
        "site_url": f"{site_url}{language}/",
        "site_description": words["note"],
        "docs_dir": "docs",
        "site_dir": "site",
        "copyright": _note(words, texts.views.official_plan),
        "theme": {"language": _theme_language(plan, language), "custom_dir": f"{base}/overrides"},
        "plugins": {"i18n": {"build_only_locale": language, "languages": _languages(plan, language)}},
        "nav": list(_only(_navigation(texts, words), {f"{language}/{path}" for path in made})),
        "extra": {"plan": _extra(plan, words, site_url), "alternate": True},  # shows our switcher
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10**6)


def _theme_language(plan: Plan, code: str) -> str:
    return next(language.theme or code for language in plan.languages if language.code == code)


def _note(words: Words, official_plan: str) -> str:
    return f'{words["note"]} <a href="{official_plan}" rel="external">{words["official_plan"]}</a>'


def _languages(plan: Plan, current: str) -> list[dict[str, Any]]:
    return [
        {"locale": x.code, "name": x.name, "default": x.code == current, "build": x.code == current}
        for x in plan.languages
    ]


def _navigation(texts: Texts, words: Words) -> list[dict[str, Any]]:
    """Return the menu: lists, chapters, agendas and topics; the cost of a menu grows with the square of its length."""
    views, home = texts.views, texts.language

    def entries(names: Iterable[str], folder: str, slug: Callable[[str], str]) -> list[dict[str, str]]:
        return [{str(escape(texts.heading(name))): f"{home}/{folder}/{slug(name)}.md"} for name in names]

    chapters = entries(views.chapters, "plan", lambda name: views.chapters[name].slug)
    agendas = entries(views.agendas, "agendas", lambda name: views.agendas[name].slug)
    topics = entries(views.topics, "background", str)
    lists = (
        ("initiatives/index", "all_initiatives"),
        ("actions/index", "all_actions"),
        ("figures", "figures"),
        ("offices", "offices"),
    )
    timeline = {words["timeline"]: f"{home}/background/timeline.md"}
    return [
        {words["home"]: f"{home}/index.md"},
        {words["plan_menu"]: [{words["plan"]: f"{home}/plan/index.md"}, *chapters]},
        {words["agendas"]: [{words["agendas"]: f"{home}/agendas/index.md"}, *agendas]},
        {
            words["lists"]: [
                {words[word]: f"{home}/{path}.md"}
                for path, word in (
                    *lists,
                    ("differences", "differences_page"),
                    ("editions", "editions"),
                    ("ids", "ids"),
                )
            ]
        },
        {words["terms"]: f"{home}/terms/index.md"},
        {words["background"]: [{words["background"]: f"{home}/background/index.md"}, timeline, *topics]},
        {
            words["about"]: [
                {words[word]: f"{home}/{path}.md"}
                for path, word in (
                    ("about", "about"),
                    ("open-data", "open_data"),
                    ("permalinks", "permalinks"),
                    ("status", "status"),
                )
            ]
        },
    ]


def _only(menu: Iterable[dict[str, Any]], made: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield the entries of `menu` that lead to pages that are made."""
    for entry in menu:
        for name, inside in entry.items():
            if kept := list(_only(inside, made)) if isinstance(inside, list) else inside in made and inside:
                yield {name: kept}


def _extra(plan: Plan, words: Words, site_url: str) -> Mapping[str, Any]:
    """Return what the templates in `overrides/` need."""
    keys = ("not_found", "not_found_help", "home", "agendas", "all_initiatives", "terms", "search_failed", "feed")
    return {
        "site_url": site_url,
        "source": plan.codes[0],
        "language": words.language,
        "languages": [{"code": language.code, "name": language.name} for language in plan.languages],
        "words": {key: words[key] for key in keys},
    }

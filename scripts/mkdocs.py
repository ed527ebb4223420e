"""The configuration of one MkDocs build, one for each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml
from markupsafe import escape

from scripts.source import Plan
from scripts.views import Texts
from scripts.words import Words

OFFICIAL_PLAN = "https://www.iclei.org/seoul-strategic-plan"
"""Where ICLEI publishes the plan, as the Korean edition says."""


def configuration(texts: Texts, base: str, site_url: str) -> str:
    """Return `mkdocs.yml` for the language of `texts`.

    `base` is the way from the folder of the configuration to the project; `site_url` ends with a slash.
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
        "copyright": _note(words),
        "theme": {"language": language, "custom_dir": f"{base}/overrides"},
        "plugins": {"i18n": {"build_only_locale": language, "languages": _languages(plan, language)}},
        "nav": _navigation(texts, words),
        "extra": {"plan": _extra(plan, words, site_url), "alternate": True},  # shows our switcher
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10**6)


def _note(words: Words) -> str:
    return f'{words["note"]} <a href="{OFFICIAL_PLAN}" rel="external">{words["official_plan"]}</a>'


def _languages(plan: Plan, current: str) -> list[dict[str, Any]]:
    return [
        {"locale": x.code, "name": x.name, "default": x.code == current, "build": x.code == current}
        for x in plan.languages
    ]


def _navigation(texts: Texts, words: Words) -> list[dict[str, Any]]:
    agendas = texts.views.plan.agendas.records.agendas
    pages = [
        {str(escape(f"{a.number}. {a.name[texts.language]}")): f"{texts.language}/agendas/{a.slug}.md"} for a in agendas
    ]
    return [
        {words["home"]: f"{texts.language}/index.md"},
        {words["agendas"]: [{words["agendas"]: f"{texts.language}/agendas/index.md"}, *pages]},
        {words["all_initiatives"]: f"{texts.language}/initiatives/index.md"},
        {words["terms"]: f"{texts.language}/terms/index.md"},
        {words["about"]: f"{texts.language}/about.md"},
    ]


def _extra(plan: Plan, words: Words, site_url: str) -> Mapping[str, Any]:
    """Return what the templates in `overrides/` need."""
    keys = ("not_found", "not_found_help", "home", "agendas", "all_initiatives", "terms", "search_failed")
    return {
        "site_url": site_url,
        "languages": [{"code": language.code, "name": language.name} for language in plan.languages],
        "words": {key: words[key] for key in keys},
    }

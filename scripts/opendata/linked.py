"""The open data as linked data: the glossary as a SKOS concept scheme, the plan in the terms of Dublin Core and schema.org.

Nothing is a blank node: with those, the same facts would not always be the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rdflib import DCAT, DCTERMS, FOAF, RDF, SDO, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from scripts.addresses import lasting
from scripts.api import PLACE, Api

SPDX = Namespace("http://spdx.org/rdf/terms#")
PREFIXES = {"dcat": DCAT, "dcterms": DCTERMS, "foaf": FOAF, "schema": SDO, "skos": SKOS, "spdx": SPDX, "xsd": XSD}
Triple = tuple[Node, Node, Node]
Texts = Mapping[str, str]


def turtle(graph: Graph) -> bytes:
    """Return `graph` as Turtle."""
    return graph.serialize(format="turtle", encoding="utf-8")


def json_ld(graph: Graph) -> bytes:
    """Return `graph` as JSON-LD, its nodes and values in order."""
    context = {prefix: str(space) for prefix, space in PREFIXES.items()}
    text = graph.serialize(format="json-ld", context=context)
    return (json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _ordered(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, dict):
        return {key: _ordered(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda inner: json.dumps(inner, ensure_ascii=False, sort_keys=True))
    return value


def empty() -> Graph:
    """Return a graph without facts, with our prefixes."""
    graph = Graph(bind_namespaces="none")
    for prefix, space in PREFIXES.items():
        graph.bind(prefix, space)
    return graph


def texts(subject: Node, predicate: Node, words: Texts) -> Iterator[Triple]:
    """Yield a text in each of its languages."""
    for code, text in words.items():
        yield subject, predicate, Literal(text, lang=code)


@dataclass(frozen=True)
class Linked:
    """Makes the graph of the plan and its glossary. What has a lasting address is named by it."""

    api: Api

    @property
    def _plan(self) -> URIRef:
        return self._own("plan")

    @property
    def _glossary(self) -> URIRef:
        return self._own("glossary")

    def _own(self, name: str) -> URIRef:
        return URIRef(f"{self.api.site_url}{PLACE}/plan.ttl#{name}")

    def _thing(self, name: str) -> URIRef:
        return URIRef(f"{self.api.site_url}{lasting(name)}")

    def graph(self) -> Graph:
        """Return the graph."""
        graph = empty()
        for triple in self._triples():
            graph.add(triple)
        return graph

    @cached_property
    def _lists(self) -> Mapping[str, Any]:
        return self.api.lists()

    def _triples(self) -> Iterator[Triple]:
        yield from self._whole()
        for chapter in self._lists["chapters"]["chapters"]:
            yield from self._part(chapter["id"], SDO.Chapter, self._plan, chapter["name"], chapter)
        for agenda in self._lists["agendas"]["agendas"]:
            yield from self._part(str(agenda["number"]), SDO.Chapter, self._plan, agenda["name"], agenda)
            yield from texts(self._thing(str(agenda["number"])), DCTERMS.description, agenda["description"])
            yield from self._named(str(agenda["number"]), agenda["terms"])
        for initiative in self._lists["initiatives"]["initiatives"]:
            yield from self._item(initiative, str(initiative["agenda"]))
        for action in self._lists["actions"]["actions"]:
            yield from self._item(action, action["chapter"])
            for item in action["items"]:
                yield from self._item(item, action["id"])
        for term in self._lists["terms"]["terms"]:
            yield from self._term(term)

    def _whole(self) -> Iterator[Triple]:
        words = self.api.views.plan.words
        yield self._plan, RDF.type, SDO.CreativeWork
        yield from texts(self._plan, DCTERMS.title, {code: words[code]["site_name"] for code in words})
        yield from texts(self._plan, DCTERMS.description, {code: words[code]["note"] for code in words})
        yield self._plan, DCTERMS.source, URIRef(self.api.views.official_plan)
        yield self._glossary, RDF.type, SKOS.ConceptScheme
        yield from texts(self._glossary, DCTERMS.title, {code: words[code]["terms"] for code in words})
        for kind in words[self.api.views.plan.codes[0]]["kinds"]:
            yield self._own(f"kind-{kind}"), RDF.type, SKOS.Concept
            yield self._own(f"kind-{kind}"), SKOS.inScheme, self._own("kinds")
            yield from texts(self._own(f"kind-{kind}"), SKOS.prefLabel, {c: words[c]["kinds"][kind] for c in words})
        yield self._own("kinds"), RDF.type, SKOS.ConceptScheme

    def _part(self, name: str, kind: Node, whole: Node, title: Texts, record: Mapping[str, Any]) -> Iterator[Triple]:
        """Yield what a part of the plan is, what it is called, what it is part of, and its pages."""
        thing = self._thing(name)
        yield thing, RDF.type, kind
        yield thing, DCTERMS.identifier, Literal(name)
        yield thing, DCTERMS.isPartOf, whole
        yield from texts(thing, DCTERMS.title, title)
        for address in record["url"].values():
            yield thing, FOAF.page, URIRef(address)

    def _item(self, record: Mapping[str, Any], above: str) -> Iterator[Triple]:
        """Yield the facts of an initiative or action; what is not translated yet says so by having no text in that language."""
        own = [code for code in record["title"] if code not in record["untranslated"]]
        title, text = ({code: record[key][code] for code in own} for key in ("title", "text"))
        thing = self._thing(record["id"])
        yield from self._part(record["id"], SDO.CreativeWork, self._thing(above), title, record)
        yield from texts(thing, DCTERMS.description, text)
        yield from self._named(record["id"], record["terms"])
        for place in record["places"]:
            yield from texts(thing, DCTERMS.coverage, place["name"])
        for year in record["years"]:
            yield thing, SDO.temporalCoverage, Literal(str(year))
        for other in record["related"]:
            yield thing, DCTERMS.relation, self._thing(other)

    def _named(self, name: str, terms: list[str]) -> Iterator[Triple]:
        for slug in terms:
            yield self._thing(name), DCTERMS.subject, self._thing(slug)

    def _term(self, term: Mapping[str, Any]) -> Iterator[Triple]:
        thing = self._thing(term["slug"])
        yield thing, RDF.type, SKOS.Concept
        yield thing, SKOS.inScheme, self._glossary
        yield thing, DCTERMS.identifier, Literal(term["slug"])
        yield thing, DCTERMS.type, self._own(f"kind-{term['kind']}")
        yield from texts(thing, SKOS.prefLabel, term["name"])
        for code, forms in term["other_spellings"].items():
            for form in forms:
                if form != term["name"].get(code):
                    yield thing, SKOS.altLabel, Literal(form, lang=code)
        if term["acronym"]:
            yield thing, SKOS.notation, Literal(term["acronym"])
        for address in term["url"].values():
            yield thing, FOAF.page, URIRef(address)

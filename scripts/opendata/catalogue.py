"""What says which files there are: an index, checksums, and the dataset in the terms of DCAT."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from scripts.api import LISTINGS, PLACE, Api, Index, listed
from scripts.opendata.linked import SPDX, Triple, empty, texts
from scripts.opendata.openapi import LICENSE
from scripts.words import Words

PUBLISHER = "The Seoul Plan site's contributors"
"""As in LICENSE."""
MEDIA = "https://www.iana.org/assignments/media-types/"
LANGUAGE = "http://id.loc.gov/vocabulary/iso639-1/"


@dataclass(frozen=True)
class Download:
    """A file of the open data: its name under the place of the data, its type, what it is, and its content."""

    name: str
    media: str
    title: str
    content: bytes

    @property
    def checksum(self) -> str:
        """The SHA-256 sum."""
        return hashlib.sha256(self.content).hexdigest()


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the sums of `files`, by name, in the form that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def index(api: Api, downloads: list[Download], version: str) -> Index:
    """Return the index of all files: the lists with their records, and whatever else can be downloaded."""
    base, lists = f"{api.site_url}{PLACE}/", api.lists()
    return {
        "version": version,
        "openapi": f"{base}openapi.json",
        "lists": {
            name: {
                "title": listing.title, "url": f"{base}{name}.json", "schema": f"{base}schema/{name}.json",
                "record_schema": f"{base}schema/{name}.record.json",
                "records": {key: f"{base}{name}/{key}.json" for key, _ in listed(name, lists[name])},
            }
            for name, listing in LISTINGS.items()
        },
        "downloads": [
            {"url": f"{base}{d.name}", "media_type": d.media, "title": d.title, "size": len(d.content), "sha256": d.checksum}
            for d in downloads
        ],
    }  # fmt: skip


def dataset(api: Api, downloads: list[Download], epoch: int) -> Graph:
    """Return the description of the dataset, dated `epoch`, with a distribution for each download."""
    graph = empty()
    own = URIRef(f"{api.site_url}{PLACE}/catalog.ttl#dataset")
    day = Literal(datetime.fromtimestamp(epoch, UTC).date().isoformat(), datatype=XSD.date)
    for triple in _dataset(api, own, day):
        graph.add(triple)
    for download in downloads:
        for triple in _distribution(own, f"{api.site_url}{PLACE}/", download, day):
            graph.add(triple)
    return graph


def _dataset(api: Api, own: URIRef, day: Node) -> Iterator[Triple]:
    plan = api.views.plan
    words = {code: Words(code, plan.words[code]) for code in plan.codes}
    publisher, rights = own.replace("#dataset", "#publisher"), own.replace("#dataset", "#rights")
    yield own, RDF.type, DCAT.Dataset
    yield from texts(own, DCTERMS.title, {code: words[code]["data_title"] for code in words})
    yield from texts(own, DCTERMS.description, {code: words[code]["data_intro"] for code in words})
    for code in words:
        yield own, DCTERMS.language, URIRef(f"{LANGUAGE}{code}")
        yield own, DCAT.landingPage, URIRef(f"{api.site_url}{api.texts[code].addresses.listing('open-data')}")
    yield own, DCTERMS.license, URIRef(LICENSE)
    yield own, DCTERMS.rights, URIRef(rights)
    yield URIRef(rights), RDF.type, DCTERMS.RightsStatement
    for key in ("data_rights", "note"):
        yield from texts(URIRef(rights), RDFS.label, {code: words[code][key] for code in words})
    yield own, DCTERMS.publisher, URIRef(publisher)
    yield URIRef(publisher), RDF.type, FOAF.Agent
    yield URIRef(publisher), FOAF.name, Literal(PUBLISHER, lang="en")
    yield own, DCTERMS.source, URIRef(api.views.official_plan)
    yield own, DCTERMS.modified, day


def _distribution(dataset: URIRef, base: str, download: Download, day: Node) -> Iterator[Triple]:
    own = URIRef(dataset.replace("#dataset", f"#{download.name}"))
    checksum = URIRef(f"{own}-sha256")
    yield dataset, DCAT.distribution, own
    yield own, RDF.type, DCAT.Distribution
    yield own, DCTERMS.title, Literal(download.title, lang="en")
    yield own, DCAT.downloadURL, URIRef(f"{base}{download.name}")
    yield own, DCAT.accessURL, URIRef(f"{base}{download.name}")
    yield own, DCAT.mediaType, URIRef(f"{MEDIA}{download.media}")
    yield own, DCAT.byteSize, Literal(str(len(download.content)), datatype=XSD.nonNegativeInteger)
    yield own, DCTERMS.license, URIRef(LICENSE)
    yield own, DCTERMS.issued, day
    yield own, SPDX.checksum, checksum
    yield checksum, RDF.type, SPDX.Checksum
    yield checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256
    yield checksum, SPDX.checksumValue, Literal(download.checksum, datatype=XSD.hexBinary)

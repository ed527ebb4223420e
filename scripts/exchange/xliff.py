"""XLIFF 1.2, which nearly every translation tool reads and many read alone; written and read by lxml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from lxml import etree

from scripts.exchange.units import Exchanged, Marks, Received, Unit
from scripts.problem import Problem, ProblemsError

SPACE = "urn:oasis:names:tc:xliff:document:1.2"
TAG = f"{{{SPACE}}}"
NAMES: Any = {None: SPACE}  # the stubs know no default namespace
XML = "{http://www.w3.org/XML/1998/namespace}"
STATES = {"current": "translated", "outdated": "needs-review-translation", "missing": "new"}
CONTEXTS = {"version": "x-version", "made_from": "x-made-from", "text": "x-text"}


def written(units: Sequence[Unit], source: str, language: str) -> str:
    """Return `units` as an XLIFF document, a `<file>` for each text."""
    root = etree.Element(f"{TAG}xliff", {"version": "1.2"}, nsmap=NAMES)
    for path, group in groupby(units, lambda unit: unit.path):
        file = etree.SubElement(
            root, f"{TAG}file",
            {"original": path, "source-language": source, "target-language": language, "datatype": "plaintext", f"{XML}space": "preserve"},
        )  # fmt: skip
        inner = etree.SubElement(file, f"{TAG}body")
        for unit in group:
            _add(inner, unit)
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()


def _add(parent: etree._Element, unit: Unit) -> None:
    element = etree.SubElement(
        parent, f"{TAG}trans-unit", {"id": unit.id, "resname": unit.id, f"{XML}space": "preserve"}
    )
    etree.SubElement(element, f"{TAG}source").text = unit.source
    target = etree.SubElement(element, f"{TAG}target", {"state": STATES[unit.state]})
    target.text = unit.target
    group = etree.SubElement(element, f"{TAG}context-group", {"purpose": "information"})
    contexts = {"sourcefile": unit.path, "linenumber": str(unit.line)}
    contexts |= {kind: value for name, kind in CONTEXTS.items() if (value := getattr(unit.marks, name))}
    for kind, value in contexts.items():
        etree.SubElement(group, f"{TAG}context", {"context-type": kind}).text = value
    note = etree.SubElement(element, f"{TAG}note", {"from": "developer"})
    note.text = f"{unit.path}, {unit.id}. {unit.hint}"


def read(path: str, text: str) -> Exchanged:
    """Return what an XLIFF 1.2 document holds; raises ProblemsError when it is broken, or could be meant to do harm."""
    root = _parsed(path, text)
    if root.tag != f"{TAG}xliff":
        raise ProblemsError([Problem.of(path, 1, "xliff-version-wrong")])
    problems: list[Problem] = []
    files = list(root.iter(f"{TAG}file"))
    pairs = [(_line(file), file.get("source-language", ""), file.get("target-language", "")) for file in files]
    units = [_unit(path, element, problems) for element in root.iter(f"{TAG}trans-unit")]
    if problems:
        raise ProblemsError(problems)
    return Exchanged(pairs, units)


def _parsed(path: str, text: str) -> etree._Element:
    for word in ("<!DOCTYPE", "<!ENTITY"):
        if word in text:
            line = text.count("\n", 0, text.index(word)) + 1
            raise ProblemsError([Problem.of(path, line, "xml-declaration", found=word)])
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ProblemsError([Problem.of(path, error.lineno or 1, "xml-invalid", reason=error.msg)]) from None


def _unit(path: str, element: etree._Element, problems: list[Problem]) -> Received:
    name = element.get("id", "")
    source, target = element.find(f"{TAG}source"), element.find(f"{TAG}target")
    for part in (source, target):
        for inner in part.iter() if part is not None else ():
            if inner is not part and inner.tag != f"{TAG}mrk":
                tag = etree.QName(inner).localname
                problems.append(Problem.of(path, _line(inner), "unit-tag", unit=name, tag=tag))
    state = target.get("state", "") if target is not None else ""
    done = element.get("approved") == "yes" or not state.startswith("needs-")
    return Received(name, _line(element), _text(source), _text(target), done, Marks(**dict(_marks(element))))


def _marks(element: etree._Element) -> Iterator[tuple[str, str]]:
    found: Mapping[str, str] = {
        context.get("context-type", ""): _text(context)
        for context in element.iterfind(f"{TAG}context-group/{TAG}context")
    }
    for name, kind in CONTEXTS.items():
        if kind in found:
            yield name, found[kind]


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(str(part) for part in element.itertext())


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline
    return line if isinstance(line, int) else 1

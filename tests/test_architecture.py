"""The shape of the program: one direction of imports, small modules, the theme known in one place."""

from __future__ import annotations

import ast
from pathlib import Path

from scripts.schema import schemas
from tests.conftest import ROOT

ORDER = (
    "problem", "messages", "files", "model", "records", "misread", "headings", "exceptions", "strays", "markdown", "render", "numbers", "mentions", "interface", "repository", "lock", "source", "version", "outline", "leads", "standing", "exchange", "revisions", "history",
    "placed", "addresses", "views", "texts", "typography",
    "checks", "words", "report", "scaffold", "templating", "charts", "notices", "edits", "fonts", "citations", "head", "embeds", "api", "opendata", "parts", "documents", "pages", "mkdocs", "lasting", "onward", "renditions", "exports", "permalinks", "feeds", "shares", "schema", "audit", "search", "write", "serve", "build", "annotations", "preview", "live", "commands", "__main__",
)  # fmt: skip
"""The modules as the data passes through them; each imports only from those before it."""
LONGEST = 200


def modules() -> dict[str, list[Path]]:
    """Return the files of each module."""
    return {
        name: sorted((ROOT / "scripts").glob(f"{name}.py")) + sorted((ROOT / "scripts" / name).glob("*.py"))
        for name in ORDER
    }


def imports(path: Path) -> set[str]:
    """Return the top modules of `scripts` that `path` imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "scripts":
            parts = node.module.split(".")[1:]
            found |= {parts[0]} if parts else {alias.name for alias in node.names}
    return found


def test_every_module_has_its_place() -> None:
    """No module stands outside the order."""
    files = {path for paths in modules().values() for path in paths} | {ROOT / "scripts" / "__init__.py"}
    assert files == set((ROOT / "scripts").rglob("*.py"))


def test_imports_go_one_way() -> None:
    """A module imports only from modules before it."""
    for place, (name, files) in enumerate(modules().items()):
        for file in files:
            assert imports(file) <= {*ORDER[:place], name}, file


def test_nothing_imports_mkdocs() -> None:
    """MkDocs is a program that is started, so that another can take its place."""
    for file in (ROOT / "scripts").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "import mkdocs" not in text.replace("from scripts.mkdocs import", "")
        assert "from mkdocs" not in text


def test_modules_stay_small() -> None:
    """A module fits in a head."""
    assert {
        file.name: size
        for file in (ROOT / "scripts").rglob("*.py")
        if (size := len(file.read_text().splitlines())) > LONGEST
    } == {}


def test_schemas_for_editors_are_those_of_the_records() -> None:
    """`python -m scripts schema` has been run since the records changed."""
    for path, text in schemas().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text


def test_each_override_says_why_it_exists() -> None:
    """The first line of each template over the theme's is a comment with the reason."""
    for file in (ROOT / "overrides").rglob("*.html"):
        assert file.read_text(encoding="utf-8").startswith("{#-"), file

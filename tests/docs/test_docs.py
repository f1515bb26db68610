import importlib.util
import re
import shlex
from pathlib import Path

import msgspec
import pytest

from dateline.errors import MESSAGES
from dateline.settings import Settings, load

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location("generate_docs", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_say_what_the_code_says(generate):
    for name, page in generate.PAGES.items():
        stored = (ROOT / "docs" / "reference" / name).read_text("utf-8")
        assert stored == "".join(page()), f"run: python docs/generate.py ({name})"


def test_the_settings_page_shows_settings_that_load_and_names_each(tmp_path):
    page = (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    path = tmp_path / "settings.toml"
    path.write_text(example, "utf-8")
    given = load(path)
    assert given.limits == Settings().limits
    for field in msgspec.structs.fields(Settings):
        assert field.name in example


def test_every_error_code_in_the_code_has_a_message_and_every_message_is_used():
    files = [p for p in (ROOT / "src").rglob("*.py") if p.name != "errors.py"]
    used = {c for p in files for c in re.findall(r"\bD[1-4]\d\d\b", p.read_text("utf-8"))}
    assert used == set(MESSAGES)


def test_commands_in_the_readme_and_the_guides_exist():
    from typer.main import get_command

    from dateline.cli.main import app

    names = set(get_command(app).commands)
    pages = [ROOT / "README.md", ROOT / "docs" / "tutorial.md"]
    for page in [*pages, *(ROOT / "docs" / "how-to").glob("*.md")]:
        text = page.read_text("utf-8")
        for line in re.findall(r"^\$? ?dateline ([^\n]*)$", text, re.MULTILINE):
            assert shlex.split(line)[0] in names | {"--help"}, line


def test_every_dependency_has_its_line():
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    wanted = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    for line in wanted:
        if line and not line.startswith("#"):
            name = re.split(r"[<>=~]", line)[0]
            assert f"`{name.lower()}`" in page, name

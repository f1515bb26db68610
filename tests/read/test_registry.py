import subprocess
import sys

from dateline.read.registry import readers, sniff, suffix_of


def test_every_format_of_the_folder_is_found() -> None:
    assert set(readers()) >= {
        ".txt", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".csv", ".tsv",
        ".docx",
    }  # fmt: skip


def test_suffixes() -> None:
    assert suffix_of("A/B.TXT") == (".txt", False)
    assert suffix_of("2021.06.jsonl.GZ") == (".jsonl", True)
    assert suffix_of("a.gz") == ("", True)
    assert suffix_of("noname") == ("", False)


def test_sniffing() -> None:
    heads = (b' {"a"', b"\xef\xbb\xbf<!D", b"Title", b"", b"PK\x03\x04")
    assert [sniff(head) for head in heads] == [".jsonl", ".html", ".txt", ".txt", ".docx"]


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    code = (
        "import sys, dateline.read, dateline.read.registry as registry; registry.readers();"
        "heavy = {'trafilatura', 'docx', 'py3langid', 'lxml', 'babel', 'spacy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""The tree of coded errors.

    DatelineError
    ├── UsageError           D1xx  the call's words are off          (exit 2)
    ├── InputError           D2xx  one input cannot be read          (exit 3; the rest is done)
    ├── LimitError           D3xx  an input went over a limit        (exit 4 alone, 3 in a build)
    └── RecordError          D4xx  the record file cannot be used    (exit 2)

Each message is one line: the code, what was wrong, where, and the next step.
"""


class DatelineError(Exception):
    """Base of all errors that dateline raises on purpose.

    `code` is stable and searchable; `where` names the input or the record, as it prints; `hint` is
    the next step.
    """

    exit_code = 2

    def __init__(self, code: str, where: object = "", detail: str = "") -> None:
        what, hint = MESSAGES[code]
        self.code, self.where, self.detail, self.hint = code, str(where), detail, hint
        self.what = what
        super().__init__(self.line())

    def line(self) -> str:
        """Return the whole error as one line."""
        text = f"{self.code} {self.what}"
        if self.where:
            text += f": {self.where}"
        if self.detail:
            text += f" ({self.detail})"
        return " ".join(f"{text}. {self.hint}".split())


class UsageError(DatelineError):
    """The call's words are off."""


class InputError(DatelineError):
    """One input cannot be read; a run over many goes on."""

    exit_code = 3


class LimitError(InputError):
    """An input went over a limit of `dateline.settings.Limits`."""

    exit_code = 4


class RecordError(DatelineError):
    """The record file cannot be used."""


# Left out on purpose: another language, no two parties, records beside the pages. No failure.
PASSED_OVER = ("D208", "D221", "D222")


def failed(reason: str) -> bool:
    """Tell whether the reason of a LeftOut is a failure, and not that it was passed over."""
    return not reason.startswith(PASSED_OVER)


# code -> (what was wrong, the next step)
MESSAGES: dict[str, tuple[str, str]] = {
    "D101": ("no such file or folder", "Check the path"),
    "D102": ("not a date", "Write it as 2021, 2021-06 or 2021-06-16"),
    "D103": ("unknown actor", "Use an ISO alpha-3 code such as USA, or a state's name"),
    "D104": ("unknown event type", "Use a PLOVER type such as CONSULT; see docs/reference"),
    "D105": ("unknown status", "Use happened, ongoing, planned, threatened, denied, ..."),
    "D106": ("options conflict", "Leave one of them out, or change it"),
    "D107": ("no such event in this record", "Take an id from `dateline timeline`"),
    "D108": ("settings file not understood", "Compare it with docs/reference/settings.md"),
    "D109": ("unknown export format", "Use one that `dateline export --help` lists"),
    "D110": ("unknown context", "Use one that `dateline timeline --json` lists, such as cyber"),
    "D111": ("command not understood", "Ask it for --help"),
    "D112": ("cannot be written", "Check the path, its permissions and the free space"),
    "D113": ("tracker not understood", "Name its columns with --date, --a, --b and --what"),
    "D120": ("will not listen beyond this machine without a token", "Give one with --token"),
    "D121": ("no such page", "Start from the first page, /"),
    "D122": ("no such report in this record", "Take one from an event's evidence"),
    "D123": ("not asked for by a name of this server", "Use its own address, or give --name"),
    "D124": ("writes are taken from this server's own pages only", "Send them from there"),
    "D125": ("token needed", "Open the address that `dateline serve` printed"),
    "D126": ("request is too large", "Ask for less"),
    "D127": ("took too long", "Narrow the view: a pair, a year"),
    "D128": ("cannot listen there", "Choose another --port or --host"),
    "D130": ("cannot be decided", "See docs/how-to/corrections.md"),
    "D131": ("decisions not understood", "Mend that line; nothing of the file was taken"),
    "D132": ("holds what no export wrote", "Give an empty folder, or a new one"),
    "D133": ("needs a package that is not installed", "Install what stands in brackets"),
    "D134": ("extraction was made by another version", "Extract into a new folder"),
    "D135": ("holds something else than this extraction", "Give an empty folder, or a new one"),
    "D136": ("is written by another run", "Wait for it to end"),
    "D137": ("workers fail", "Run the same command again; it goes on where it was"),
    "D138": (
        "extraction is not finished",
        "Run the same dateline extract again; it goes on where it was",
    ),
    "D201": (
        "unsupported file type",
        "Convert it to .txt, .html, .jsonl, .csv, .docx, .parquet, .warc",
    ),
    "D202": ("no text found", "Open the file: it may be empty or hold only scripts"),
    "D203": ("not text: binary or unknown encoding", "Save it as UTF-8"),
    "D204": ("file is damaged or cut short", "Fetch it again"),
    "D205": ("cannot be opened", "Check its permissions"),
    "D206": ("line is not a JSON object", "Each line must be one object with a `text` field"),
    "D207": ("row has no text", "Map the text column in settings, [read.columns]"),
    "D208": ("unsupported language", "This version reads English; the report is listed, not read"),
    "D209": ("extraction failed", "Please report it with the file"),
    "D210": ("published date not understood", "Write it as 2021-06-16"),
    "D221": ("no two parties meet in it", "Leave out --sift to read it all the same"),
    "D222": ("records that are no pages of a report", "Nothing to do: they are only counted"),
    "D301": ("file is too large", "Raise limits.file_bytes in the settings, or split it"),
    "D302": ("decompresses to too much", "Raise limits.decompressed_bytes if you trust it"),
    "D303": ("markup is nested too deeply", "Save the page as text"),
    "D304": ("text is too long for one report", "Split it, or raise limits.text_chars"),
    "D305": ("line is too long", "Split it, or raise limits.line_bytes"),
    "D401": ("not a dateline record", "Give another --record, or remove the file"),
    "D402": ("record was written by a newer version", "Upgrade dateline"),
    "D403": ("record is damaged", "Restore it from a copy, or build it again"),
    "D404": ("no such record", "Make it with `dateline build PATH... --record FILE`"),
    "D405": ("record is in use by another build", "Wait for it to end"),
    "D406": ("record cannot be used now", "Check its permissions and the free space"),
    "D407": (
        "record was written by an older version",
        "Run `dateline build --record` with it alone",
    ),
    "D408": (
        "record was made by another version or settings",
        "Run `dateline build --record` with it alone",
    ),
    "D409": ("no PostgreSQL server answers", "Check the address, and that the server runs"),
    "D410": (
        "server gives no such database",
        "Make it with `createdb`, or check user and password",
    ),
}

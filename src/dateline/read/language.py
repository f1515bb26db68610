"""Which language a text is in, by py3langid (naive Bayes on byte n-grams; Lui and Baldwin 2012)."""

import math
from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

# Code points looked at; longer samples change none of 840 news articles.
SAMPLE = 2_000
# Another language must be at least this likely, in Latin script, to be believed. Of 840 cuts of 40
# characters out of English news one is past 0.4 (it is Italian, 0.69), of 840 cuts of 60 none is
# past 0.2; sentences of names ("Reagan and Gorbachev met in Geneva") reach 0.2.
SURE = 0.5
# A part so likely is clearly in another language, if all parts have so many characters together. Of
# 1,906 cuts of 300 characters out of English news none is past 0.85, of 1,956 of 200 none past
# 0.98; paragraphs of French, German and Spanish are past 0.999.
CLEAR, CLEAR_FROM = 0.99, 300
# Characters that a part must have, and those of it that are looked at.
LEAST, CUT = 100, 400
# Below U+0250: Latin letters.
LATIN_END = "\u0250"


def identify(text: str, supported: Collection[str], hint: str = "") -> str:
    """Return the ISO 639-1 code of the language of `text`.

    A text in doubt (too short, mostly names) is taken to be in `hint` if that is supported, else
    in the first supported language that its script allows.
    """
    letters = [char for char in text[:SAMPLE] if char.isalpha()]
    if not letters:
        return next(iter(supported), "")
    latin = sum(1 for char in letters if char < LATIN_END) * 2 >= len(letters)
    best, chance = identifier().classify(text[:SAMPLE])
    if best in supported:
        return str(best)
    if latin and supported and (chance < SURE or math.isnan(chance)):
        return hint if hint in supported else next(iter(supported))
    return str(best)


def foreign(parts: Sequence[str], supported: Collection[str]) -> str:
    """Return the language of a text's parts where each is clearly in one not supported, or nothing.

    Parts in several languages (a notice, then the article) are not judged, nor is little text.
    """
    cuts = [part[:CUT] for part in parts if len(part) >= LEAST]
    if sum(map(len, cuts)) < CLEAR_FROM:
        return ""
    found = ""
    for cut in cuts:
        best, chance = identifier().classify(cut)
        if best in supported or not chance >= CLEAR or found not in {"", best}:
            return ""
        found = str(best)
    return found


@cache
def identifier() -> Any:
    """Load the model, once per process (0.1 seconds); languages with a two-letter code only.

    Its other languages (Nigerian Pidgin, Venetian ...) take texts from their large neighbours.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages([label for label in model.labels if len(label) == len("en")])
    return model


def code_of(name: str) -> str:
    """Return the ISO 639-1 code of `en`, `en-GB`, `eng`, `English`; nothing where unknown."""
    plain = name.strip().lower().replace("_", "-")
    short = plain.split("-")[0]
    languages = language_names()
    if short in languages:
        return short
    return by_name().get(plain, "")


@cache
def language_names() -> dict[str, str]:
    """Return the English name by two-letter code (CLDR)."""
    from babel import Locale

    return {code: name for code, name in Locale("en").languages.items() if len(code) == len("en")}


@cache
def by_name() -> dict[str, str]:
    """Return two-letter code by English name and by three-letter code (CLDR)."""
    from babel.core import get_global

    codes = {name.lower(): code for code, name in sorted(language_names().items())}
    aliases = {str(old): str(new) for old, new in get_global("language_aliases").items()}
    return {**{old: new for old, new in aliases.items() if new in language_names()}, **codes}


def shown(code: str) -> str:
    """Return `Russian (ru)`."""
    name = language_names().get(code)
    return f"{name} ({code})" if name else code

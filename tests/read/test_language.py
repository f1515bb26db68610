import pytest

from dateline.read.language import code_of, identify, shown


@pytest.mark.parametrize(
    "text",
    [
        "Reagan and Gorbachev met in Geneva in 1985.",
        "Putin, Lavrov, Shoigu, Medvedev, Peskov, Patrushev met in Novo-Ogaryovo.",
        "Lavrov met Putin.",
        "Nebenzya, Ryabkov, Antonov, Zakharova, Peskov and Ushakov met Sullivan in Helsinki",
        "Macron et al. met Scholz in Aix-en-Provence and Saint-Germain-en-Laye on Friday.",
        "The minister quoted the slogan «Слава» and left.",
        "1985",
    ],
)
def test_short_english_full_of_names(text: str) -> None:
    assert identify(text, ("en",)) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Президенты России и США встретились в среду в Женеве и договорились.", "ru"),
        ("Президенти зустрілися в середу в Женеві та домовилися про консультації.", "uk"),
        ("Le président a rencontré son homologue russe mercredi à Genève.", "fr"),
        ("Der Präsident traf am Mittwoch in Genf seinen russischen Amtskollegen.", "de"),
        ("El presidente se reunió el miércoles en Ginebra con su homólogo ruso.", "es"),
        ("两国总统周三在日内瓦举行了会晤。", "zh"),
        ("التقى الرئيسان يوم الأربعاء في جنيف واتفقا على إعادة السفراء.", "ar"),
    ],
)
def test_other_languages_are_told(text: str, code: str) -> None:
    assert identify(text, ("en",)) == code


def test_names_of_languages() -> None:
    assert [code_of(name) for name in ("en", "EN-GB", "en_US", "eng", "English", "Russian")] == [
        "en", "en", "en", "en", "en", "ru",
    ]  # fmt: skip
    assert code_of("") == ""
    assert code_of("no such") == ""
    assert shown("ru") == "Russian (ru)"

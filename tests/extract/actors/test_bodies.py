"""Bodies and states that a phrase names again, or that a place or the report gives."""

import pytest


def coded(read, text: str, words: str, published: str = "2021-06-17") -> list[tuple]:
    return [tuple(sorted(codes)) for said, codes, _ in read(text, published)
            if said.lower() == words]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("NATO met in Riga. Ministers spoke. They left. The alliance will send troops.",
         "the alliance", "IGO NATO"),
        ("The European Union opened talks with Serbia. The bloc wants reforms.", "the bloc",
         "IGO EU"),
        ("North Korea fired a missile. South Korea protested. The North called it a test.",
         "the north", "PRK"),
        ("North Korea fired a missile. South Korea protested. The South protested again.",
         "the south", "KOR"),
        ("Saudi Arabia cut ties with Canada. The kingdom expelled an envoy.", "the kingdom",
         "SAU"),
        ("The FBI named the group. The agency said it had proof.", "the agency", "USA COP"),
        ("The security service SBU arrested two men in Kyiv.", "sbu", "UKR SPY"),
        ("A grand jury in Pittsburgh charged five Chinese officers.", "grand jury", "USA JUD"),
        ("A grand jury charged five Chinese officers, the United States said.", "grand jury",
         "USA JUD"),
        ("The government in Lima answered Chile.", "government", "PER GOV"),
        ("Officials in Lima answered Chile.", "officials", "PER GOV"),
        ("A court in Antwerp fined the firm.", "court", "BEL JUD"),
        ("Russian hackers read the letters.", "russian hackers", "RUS CRM"),
        ("The junta in Bamako expelled the French envoy.", "junta", "MLI GOV"),
        ("The ruling generals in Naypyidaw thanked Laos.", "ruling generals", "MMR GOV"),
        ("The IMF lent to Ghana. The Fund praised Togo.", "the fund", "IGO IMF"),
        ("The UN met on Syria. The Security Council condemned Iran.", "the security council",
         "IGO UN"),
        ("The Europeans urged Iran to return to the deal.", "europeans", "IGO EU"),
    ],
)  # fmt: skip
def test_a_phrase_is_who_the_report_gives(read, text, words, code):
    assert coded(read, text, words) == [(code,)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru sent ships to the north.", "the north"),
        ("North Korea fired a missile. Ships sailed to the north.", "the north"),
        ("European leaders met in Riga.", "leaders"),
        ("Western governments condemned it.", "governments"),
        ("The allies agreed.", "allies"),
        ("Vladimir Putin told the Security Council of the raid.", "security council"),
        ("The fund lost money in Ghana.", "the fund"),
        ("Jordan met Morocco. The kingdom agreed.", "the kingdom"),
        ("A grand jury charged five men.", "grand jury"),
        ("European officials in Kyiv were glad.", "officials"),
        ("Officials in Brussels were glad.", "officials"),
        ("The CIA and the FBI spoke. The agency had proof.", "the agency"),
    ],
)
def test_a_phrase_stays_open(read, text, words):
    assert coded(read, text, words) == []


def test_the_presidents_are_the_reports_pair(read):
    text = (
        "Vladimir Putin called Joe Biden. Germany was told. Berlin was glad. "
        "The presidents spoke of Syria."
    )
    assert coded(read, text, "the presidents") == [("RUS GOV", "USA GOV")]
    assert coded(read, "The presidents spoke of Syria.", "the presidents") == []

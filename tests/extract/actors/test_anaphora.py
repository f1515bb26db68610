import pytest


def codes_of(read, text: str, words: str, published: str = "2019-06-01") -> list[tuple]:
    return [tuple(sorted(codes)) for found, codes, _ in read(text, published) if found == words]


@pytest.mark.parametrize(
    ("first", "phrase", "codes"),
    [
        ("Greece and Turkey sent ships.", "The two countries", ("GRC", "TUR")),
        ("Ethiopia asked Eritrea for talks.", "Both sides", ("ERI", "ETH")),
        ("Japan recalled its envoy to South Korea.", "The two neighbours", ("JPN", "KOR")),
        ("Armenia and Azerbaijan traded fire.", "Each side", ("ARM", "AZE")),
        ("NATO met Russia.", "The two sides", ("IGO NATO", "RUS")),
    ],
)
def test_pairs_are_the_last_two_states(read, first, phrase, codes):
    text = f"{first} {phrase} agreed to talk."
    assert codes_of(read, text, phrase) == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "The two countries agreed to talk.",
        "Greece, Turkey and Cyprus met. The two countries agreed to talk.",
        "Greece held an election. Both sides claimed to have won.",
    ],
)
def test_pairs_stay_open_where_the_text_leaves_them(read, text):
    found = [words for words, _, _ in read(text)]
    assert not {"The two countries", "Both sides"} & set(found)


def test_both_leaders_are_persons(read):
    text = "Modi flew to Lahore to see Nawaz Sharif. Both leaders smiled."
    (codes,) = codes_of(read, text, "Both leaders", "2015-12-26")
    assert codes == ("IND GOV", "PAK GOV")


def test_he_and_she_agree(read):
    text = "Merkel received Macron. She praised him."
    assert codes_of(read, text, "She") == [("DEU GOV",)]


def test_he_is_open_between_two(read):
    text = "Macron criticised Trump for his tone."
    assert codes_of(read, text, "his") == []


def test_it_is_the_state_that_speaks(read):
    assert codes_of(read, "Peru said it would recall its envoy.", "it") == [("PER",)]
    assert codes_of(read, "Peru said it would recall its envoy.", "its") == [("PER",)]


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that Peru will go.",
        "It seems that Peru will go.",
        "The company said it would leave Peru.",
        "Peru warned Chile that it would lose.",
    ],
)
def test_it_stays_open(read, text):
    assert not [words for words, _, _ in read(text) if words.lower() == "it"]


def test_first_persons_are_left_to_statements(read):
    found = [words for words, _, _ in read('"We will go and I will speak," Macron said.')]
    assert not {"We", "I"} & set(found)


def test_the_president_is_who_was_named(read):
    text = "Chilean President Sebastian Pinera spoke. The president promised reforms."
    (found,) = [names for words, _, names in read(text) if words == "president"]
    assert found == ("Sebastian Pinera",)


def test_the_ministry_is_of_the_dateline(read):
    text = "LIMA (Reuters) - The foreign ministry rejected the note."
    assert codes_of(read, text, "foreign ministry") == [("PER GOV",)]
    assert codes_of(read, "The foreign ministry rejected the note.", "foreign ministry") == []


def test_a_counterpart_holds_the_same_office(read):
    text = "U.S. Secretary of State Mike Pompeo met his Russian counterpart."
    (found,) = [names for words, _, names in read(text) if words == "Russian counterpart"]
    assert found == ("Sergei Lavrov",)


def test_the_alliance_is_the_last_named(read):
    assert codes_of(read, "NATO met. The alliance agreed.", "The alliance") == [("IGO NATO",)]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("India and Pakistan tested bombs. Japan put sanctions on both countries.",
         "both countries", ("IND", "PAK")),
        ("Greece threatened Turkey. France urged both sides to talk.", "both sides",
         ("GRC", "TUR")),
        ("France met Greece. France said the two sides would meet again.", "the two sides",
         ("FRA", "GRC")),
        ("Seoul and Pyongyang opened a line. Both Koreas praised it.", "Both Koreas",
         ("KOR", "PRK")),
    ],
)  # fmt: skip
def test_who_acts_on_a_pair_is_none_of_the_two(read, text, words, codes):
    assert codes_of(read, text, words) == [codes]


def test_two_presidents_are_presidents(read):
    text = (
        "Donald Trump met Vladimir Putin. Rex Tillerson called it a good start. "
        "The two presidents spoke for two hours."
    )
    (found,) = [names for words, _, names in read(text, "2017-07-07")
                if words == "The two presidents"]  # fmt: skip
    assert set(found) == {"Donald Trump", "Vladimir Putin"}


def test_him_in_a_quotation_is_not_who_speaks(read):
    text = 'Modi met Imran Khan. "I trust him," Modi said.'
    assert codes_of(read, text, "him", "2019-06-14") in ([], [("PAK GOV",)])


def test_the_minister_of_a_state_is_who_was_named(read):
    text = "Sergei Lavrov met Wang Yi. The Russian minister was pleased."
    (found,) = [names for words, _, names in read(text) if words == "Russian minister"]
    assert found == ("Sergei Lavrov",)


def test_her_is_no_man_named_by_title(read):
    text = "President Obama called Maria Lopez. Her husband was free."
    assert codes_of(read, text, "Her", "2016-01-18") in ([], [("",)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Macron met Donald Trump. Macron spoke of trade. The president was hopeful.",
         "Emmanuel Macron"),
        ("President Macron met Donald Trump. Macron was tired. The president asked Trump to stay.",
         "Emmanuel Macron"),
        ("Macron met Trump. In the American version, the president offered nothing.",
         "Donald Trump"),
        ("PARIS (AFP) - Macron met Trump. Talks were long. The president was hopeful.",
         "Emmanuel Macron"),
    ],
)  # fmt: skip
def test_of_two_presidents_the_text_tells_which(read, text, name):
    said = [names for words, _, names in read(text, "2019-08-25") if words == "president"]
    assert said == [(name,)]


def test_of_two_presidents_neither_where_the_text_is_silent(read):
    text = "Macron met Trump. Talks were long. The president was hopeful."
    assert codes_of(read, text, "president", "2019-08-25") == []


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("Peru expelled an envoy. Its ambassador came home.", "ambassador", ("PER GOV",)),
        ("Peru said its foreign ministry would answer.", "foreign ministry", ("PER GOV",)),
        ("Peru met Chile. The intelligence agencies of both countries will talk.",
         "intelligence agencies", ("CHL SPY", "PER SPY")),
    ],
)  # fmt: skip
def test_a_title_is_its_owners(read, text, words, codes):
    assert codes_of(read, text, words) == [codes]

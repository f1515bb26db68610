import pytest


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Ankara rejected the demand.", "Ankara", "TUR"),
        ("Talks with Ankara failed.", "Ankara", "TUR"),
        ("The pact between Cairo and Khartoum failed.", "Cairo", "EGY"),
        ("The pact between Cairo and Khartoum failed.", "Khartoum", "SDN"),
        ("Athens accused Ankara of piracy.", "Athens", "GRC"),
        ("Athens accused Ankara of piracy.", "Ankara", "TUR"),
        ("The union put sanctions on Minsk.", "Minsk", "BLR"),
        ("Nairobi's decision surprised them.", "Nairobi", "KEN"),
        ("Warsaw is ready to talk.", "Warsaw", "POL"),
        ("The Elysee denied the report.", "Elysee", "FRA GOV"),
        ("They received a warning from Hanoi.", "Hanoi", "VNM"),
        ("The weapons were sold to Riyadh.", "Riyadh", "SAU"),
        ("The move was criticised by Brasilia.", "Brasilia", "BRA"),
    ],
)
def test_a_capital_that_acts_is_its_state(read, text, word, code):
    assert (word, (code,)) in [(words, codes) for words, codes, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Ankara.",
        "She arrived in Cairo on Friday.",
        "He flew to Nairobi.",
        "The envoys left Hanoi.",
        "They visited Warsaw.",
        "CAIRO, May 3 (AP) - The talks failed.",
        "Athens (AFP) - The talks failed.",
        "Hanoi's streets were flooded.",
        "The airport near Lima was shut.",
        "The old mosque outside Tripoli burned.",
        "Snow fell in Oslo.",
        "The march began in Minsk and Warsaw.",
        "Geneva welcomed the guests, and Geneva's lake shone.",
        "The mayor of Tbilisi resigned.",
    ],
)
def test_a_capital_as_a_place_is_no_actor(read, text):
    cities = {"Ankara", "Cairo", "CAIRO", "Nairobi", "Hanoi", "Warsaw", "Athens", "Lima", "Tripoli",
              "Oslo", "Minsk", "Geneva", "Tbilisi"}  # fmt: skip
    assert not cities & {words for words, _, _ in read(text)}


def test_a_seat_shared_in_turn_goes_by_the_date(read):
    assert read("Moscow rejected the plan.", "1984-03-01")[0][1] == ("SUN",)
    assert read("Moscow rejected the plan.", "2014-03-01")[0][1] == ("RUS",)
    assert read("Prague rejected the plan.", "1975-03-01")[0][1] == ("CSK",)
    assert read("Prague rejected the plan.", "2005-03-01")[0][1] == ("CZE",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("After the talks in Paris, France banned imports from China.", ["FRA", "CHN"]),
        ("Judges in The Hague, Netherlands, heard lawyers from China.", ["CHN"]),
    ],
)
def test_a_state_after_a_city_acts_where_it_is_the_subject(read, text, codes):
    assert [code for _, found, _ in read(text) for code in found] == codes


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Failing to get one from Bamako, Lima turned to Togo for help.", "Lima", "PER"),
        ("Rome froze the assets of the airline.", "Rome", "ITA"),
        ("Bern drew up a list of firms.", "Bern", "CHE"),
        ("Paris shut its airspace to the plane.", "Paris", "FRA"),
        ("Colombo waived the fee for the visas.", "Colombo", "LKA"),
        ("Warships from Jakarta sailed with them.", "Jakarta", "IDN"),
        ("Chile returned the bones to Lima.", "Lima", "PER"),
        ("Seoul answered the North's shells with drills.", "North", "PRK"),
        ("Pyongyang turned down the South's offer of talks.", "South", "KOR"),
    ],
)
def test_a_name_acts_by_what_stands_around_it(read, text, word, code):
    assert (word, (code,)) in [(words, codes) for words, codes, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Rome froze in the night.",
        "Snow fell in the North on Monday.",
        "The Global South spoke up.",
    ],
)
def test_a_place_is_no_actor(read, text):
    assert not read(text)


def test_a_firms_president_holds_no_office_of_a_state(read):
    found = {codes for _, codes, _ in read("Toyota's president apologised to Chile.")}
    assert found == {("JPN BUS",), ("CHL",)}

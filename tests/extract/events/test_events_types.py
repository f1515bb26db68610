"""Every type of PLOVER, over many pairs of states: who does what to whom."""

import pytest

# (sentence, source, type, target); two-sided events have both on both sides.
DIRECTED = [
    ("Kenya offered to send doctors to Somalia.", "KEN", "AGREE", "SOM"),
    ("Sweden is ready to lend money to Iceland.", "SWE", "AGREE", "ISL"),
    ("The foreign minister of Spain visited Morocco.", "ESP", "CONSULT", "MAR"),
    ("Norway recognised the State of Palestine.", "NOR", "SUPPORT", "PSE"),
    ("Brazil praised Argentina's decision.", "BRA", "SUPPORT", "ARG"),
    ("Japan apologized to South Korea for its wartime rule.", "JPN", "CONCEDE", "KOR"),
    ("Turkey pardoned a German journalist.", "TUR", "CONCEDE", "DEU"),
    ("Nigeria lifted its ban on Ghana's traders.", "NGA", "CONCEDE", "GHA"),
    ("Sweden extradited the suspect to Denmark.", "SWE", "COOPERATE", "DNK"),
    ("Germany sent tanks to Ukraine.", "DEU", "AID", "UKR"),
    ("China gave Sri Lanka a loan of 200 million dollars.", "CHN", "AID", "LKA"),
    ("Canada granted asylum to a Saudi dissident.", "CAN", "AID", "SAU"),
    ("Ethiopia withdrew its troops from Eritrea.", "ETH", "RETREAT", "ERI"),
    ("Iran released three French prisoners.", "IRN", "RETREAT", "FRA"),
    ("Italy returned the stolen statues to Egypt.", "ITA", "RETREAT", "EGY"),
    ("Mexico demanded that the United States return the suspect.", "MEX", "REQUEST", "USA"),
    ("Egypt called on Ethiopia to stop filling the dam.", "EGY", "REQUEST", "ETH"),
    ("Kazakhstan must pay its debt, China said.", "CHN", "REQUEST", "KAZ"),
    ("Greece condemned Turkey for drilling off Cyprus.", "GRC", "ACCUSE", "TUR"),
    ("The Netherlands accused Russia of spying.", "NLD", "ACCUSE", "RUS"),
    ("Poland summoned the Belarusian ambassador.", "POL", "ACCUSE", "BLR"),
    ("Hungary rejected the demand of the European Union.", "HUN", "REJECT", "IGO EU"),
    ("Pakistan refused to extradite the suspect to India.", "PAK", "REJECT", "IND"),
    ("Vietnam denied the accusation by China.", "VNM", "REJECT", "CHN"),
    ("Israel threatened to strike Iran.", "ISR", "THREATEN", "IRN"),
    ("Serbia issued an ultimatum to Kosovo.", "SRB", "THREATEN", "XKX"),
    ("Iranian protesters burned the American flag.", "IRN", "PROTEST", "USA"),
    ("Students in Pakistan protested against France.", "PAK", "PROTEST", "FRA"),
    ("Canada imposed sanctions on Venezuela.", "CAN", "SANCTION", "VEN"),
    ("Saudi Arabia cut diplomatic ties with Iran.", "SAU", "SANCTION", "IRN"),
    ("Ten Iranian diplomats were expelled by Argentina.", "ARG", "SANCTION", "IRN"),
    ("France recalled its ambassador from Australia.", "FRA", "SANCTION", "AUS"),
    ("Syria ordered Cypriot diplomats to leave.", "SYR", "SANCTION", "CYP"),
    ("Russia massed troops near Ukraine.", "RUS", "MOBILIZE", "UKR"),
    ("China deployed warships near Taiwan.", "CHN", "MOBILIZE", "TWN"),
    ("Moroccan police arrested two Spanish sailors.", "MAR", "COERCE", "ESP"),
    ("Iranian hackers broke into the network of an Albanian ministry.", "IRN", "COERCE", "ALB"),
    ("North Korean hackers stole data from a South Korean bank.", "PRK", "COERCE", "KOR"),
    ("Rwandan troops attacked a village in Congo.", "RWA", "ASSAULT", "COD"),
    ("Azerbaijan shelled Armenia.", "AZE", "ASSAULT", "ARM"),
    ("Colombia launched an attack against camps in Ecuador.", "COL", "ASSAULT", "ECU"),
]
TWO_SIDED = [
    ("Peru and Ecuador agreed to reopen their border.", "AGREE", {"PER", "ECU"}),
    ("The Japanese prime minister met the Indian prime minister in Tokyo.", "CONSULT",
     {"JPN", "IND"}),
    ("Talks between Israel and Lebanon were held in Cairo.", "CONSULT", {"ISR", "LBN"}),
    ("Leaders of Laos and Thailand spoke by phone.", "CONSULT", {"LAO", "THA"}),
    ("Chile and Bolivia signed a trade agreement.", "SUPPORT", {"CHL", "BOL"}),
    ("India and Australia held joint naval exercises.", "COOPERATE", {"IND", "AUS"}),
    ("Britain shared intelligence with Canada.", "COOPERATE", {"GBR", "CAN"}),
    ("Armenia and Azerbaijan exchanged fire on the border.", "ASSAULT", {"ARM", "AZE"}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "event_type", "target"), DIRECTED)
def test_direction(told, sentence, source, event_type, target):
    assert ({source}, event_type, {target}) in [found[:3] for found in told(sentence)]


@pytest.mark.parametrize(("sentence", "event_type", "parties"), TWO_SIDED)
def test_two_sides(mentions, told, sentence, event_type, parties):
    assert (parties, event_type, parties) in [found[:3] for found in told(sentence)]
    found = [mention for mention in mentions(sentence) if mention.event_type == event_type]
    assert found[0].reciprocal
    codes = [actor.code for actor in found[0].source]
    assert codes == sorted(codes) == [actor.code for actor in found[0].target]


def test_all_types_and_twenty_pairs_are_covered():
    types = {row[2] for row in DIRECTED} | {row[1] for row in TWO_SIDED}
    pairs = {(row[1], row[3]) for row in DIRECTED}
    assert len(types) == 16
    assert len(pairs) >= 20

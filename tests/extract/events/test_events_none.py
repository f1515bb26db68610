"""Sentences with tempting words that tell no event between states."""

import pytest

SENTENCES = [
    "Germany beat France 3-1 in the final of the European championship.",
    "Russia's hockey team crushed Canada in the semifinal on Saturday.",
    "The Brazilian striker attacked the Spanish goal again and again.",
    "Japan defeated South Korea in the volleyball tournament.",
    "Serbia's tennis champion rejected talk of retirement after beating the American.",
    "Argentina struck twice in extra time to sink Croatia.",
    "India bombed out of the cricket World Cup after a defeat by England.",
    "The Kenyan marathon runner attacked on the final hill and left the Ethiopian behind.",
    "Italy signed a midfielder from the English premier league.",
    "Norway won the gold medal and Sweden protested against the judges.",
    "Turkish stocks fell as investors punished the lira.",
    "Chinese shares rose after the central bank supported the yuan against the dollar.",
    "Oil prices hit a three-year high as traders bet on Saudi cuts.",
    "The American company launched a takeover bid for its British rival.",
    "Wall Street closed higher as tech stocks rallied.",
    "A cold front from Russia will invade Poland at the weekend.",
    "Hurricane Maria hit Cuba and threatened Florida.",
    "A heatwave from Spain will strike France on Tuesday.",
    "Forecasters in Britain warned of snow from Russia.",
    "The typhoon battered Japan before it moved towards Korea.",
    "The new Russian film attacks the cult of the hero and won praise in Cannes.",
    "A novel about the war between Iran and Iraq was published in France.",
    "The American actor stars in a thriller about a Russian spy who hacks the Pentagon.",
    "The exhibition in Berlin shows paintings that Germany returned to Poland in a novel.",
    "The Italian chef declared war on American pizza.",
    "A charm offensive by the French cheese makers reached Japan.",
    "The Swedish singer met her Danish fans at Eurovision.",
    "American and Chinese pandas met at the zoo.",
    "The Greek island offers tourists a rich history.",
    "A Swiss watchmaker opened a shop in Tokyo.",
    "Mexican food is popular in the United States.",
    "The Danish king's dog died on Monday.",
    "The Canadian dollar fell against the euro.",
    "Belgian chocolate is sold in Japan.",
    "Finnish pupils read better than German pupils.",
    "The Irish writer was born in Dublin and studied in Paris.",
    "Polish plumbers work in Britain.",
    "The road from Vienna to Budapest is closed.",
    "French wine exports grew by five percent.",
    "The Portuguese president is 62 years old.",
    "The Chilean poet won the prize.",
    "Moscow was cold and grey on Sunday.",
    "Washington is a city on the Potomac.",
    "The museum in Cairo has two million visitors a year.",
    "Australia is the largest exporter of iron ore.",
    "The Egyptian pyramids attract visitors from China.",
    "The population of Nigeria will overtake that of the United States.",
    "Vietnam has a border with Laos.",
    "Students from Kenya study in India.",
    "The company, based in Israel, makes software.",
    "The minister's speech lasted an hour.",
    "The Norwegian economy is strong.",
    "A Dutch court building is being renovated.",
    "Analysts say Russia is a difficult country.",
    "The Ukrainian language is related to Polish.",
    "Relations between Spain and Morocco are complex.",
    "Hungary lies in central Europe.",
    "Iran has 80 million people and a young population.",
    "The Japanese prime minister likes baseball.",
    "The Turkish lira lost a third of its value.",
    "The virus killed thousands in Italy and Spain.",
    "An earthquake struck Iran near its border with Turkey.",
    "A flood destroyed villages in Pakistan.",
    "Fire destroyed a Russian hotel in Turkey.",
    "The American astronaut and the Russian cosmonaut landed in Kazakhstan.",
    "A British tourist was attacked by a shark in Australia.",
    "Estonian hackers met at a conference on open software in Tallinn.",
    "The Czech brewery fights for its place in the American market.",
    "The Swiss train hit a cow near the Italian border.",
    "The Brazilian samba school conquered Paris.",
    "The Danish handball team took revenge on Sweden.",
    "Investors in Tokyo fled the Turkish bond market after yields rose.",
    "The festival in Venice awarded a prize to an Iranian film about war.",
    "Snow from Siberia reached Finland overnight.",
    "The Spanish cyclist attacked the French leader on the climb, and the peloton let them go.",
    "The Chinese table tennis team demolished Japan's hopes of gold.",
    "The new museum in Warsaw shows how Poland resisted Sweden in the seventeenth century.",
    "Kenya Airways will fly to New York from October.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_event(mentions, sentence):
    assert mentions(sentence) == []


def test_there_are_at_least_sixty():
    assert len(set(SENTENCES)) >= 60


def test_an_official_lifts_the_block_on_a_sentence(told):
    found = told("The French president met the Italian prime minister at a concert.")
    assert [each.event_type for each in found] == ["CONSULT"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hackers backed by North Korea stole $600 million from a Vietnamese company.",
        "Rebels funded by Rwanda attacked the Congolese army.",
    ],
)
def test_a_band_is_not_its_backer(mentions, sentence):
    deeds = [m for m in mentions(sentence) if m.event_type in {"ASSAULT", "COERCE"}]
    assert {"PRK", "RWA"}.isdisjoint(actor.country for deed in deeds for actor in deed.source)

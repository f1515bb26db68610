"""Material acts in many words: who does what to whom, whatever the verb and the form."""

import pytest

from dateline.data import head, table, values
from dateline.extract.events import lexicon

# (source, type, target, sentence).
DEEDS = [
    ("CHN", "AID", "KHM", "China donated two million vaccine doses to Cambodia."),
    ("QAT", "AID", "LBN", "Qatar paid the salaries of Lebanese soldiers for six months."),
    ("CAN", "AID", "HTI", "Canadian helicopters flew water and tents to villages in Haiti."),
    ("DEU", "AID", "UKR", "Germany delivered eighteen Leopard tanks to Ukraine."),
    ("GBR", "AID", "JOR", "British instructors trained Jordanian pilots."),
    ("JPN", "AID", "MNG", "Japan lent Mongolia 150 million dollars for a railway."),
    ("ISR", "AID", "TUR", "Israeli rescuers pulled a boy from the rubble in Turkey."),
    ("TUR", "AID", "SYR", "Turkey took in another 12,000 refugees from Syria."),
    (
        "SAU",
        "AID",
        "PAK",
        "Saudi Arabia deposited three billion dollars in Pakistan's central bank.",
    ),
    ("FRA", "AID", "GRC", "French firefighting planes helped Greece to put out the fires."),
    ("ARE", "AID", "SOM", "The Emirates built a hospital for Somalia in Mogadishu."),
    ("ECU", "AID", "AUS", "Ecuador gave shelter to an Australian publisher in its embassy."),
    ("ERI", "RETREAT", "ETH", "Eritrean troops pulled out of the Ethiopian town of Shire."),
    ("IRN", "RETREAT", "FRA", "Iran let two French tourists go after a year in prison."),
    ("THA", "RETREAT", "KHM", "Thailand handed eighteen captured soldiers back to Cambodia."),
    ("USA", "RETREAT", "IRQ", "The last American combat brigade left Iraq on Thursday."),
    ("GBR", "RETREAT", "EGY", "Britain returned a looted sarcophagus to Egypt."),
    ("TUR", "RETREAT", "DEU", "Turkey freed a German reporter whom it had held for a year."),
    ("CHN", "RETREAT", "IND", "China dismantled its bunkers on the Indian bank of the lake."),
    ("MAR", "RETREAT", "ESP", "Two Spanish fishing boats were released by Morocco."),
    ("ISR", "RETREAT", "LBN", "Israel ended its bombardment of southern Lebanon at dawn."),
    ("SRB", "RETREAT", "HRV", "The Serbian army vacated the Croatian peninsula of Prevlaka."),
    ("NIC", "RETREAT", "HND", "Nicaragua gave back to Honduras a patrol boat seized in May."),
    ("PRK", "RETREAT", "KOR", "North Korea returned the body of a South Korean official."),
    ("JPN", "CONCEDE", "KOR", "Japan eased its export curbs on South Korea."),
    ("USA", "CONCEDE", "CUB", "Washington removed Cuba from its list of sponsors of terrorism."),
    ("ISR", "CONCEDE", "TUR", "Israel apologised to Turkey for the deaths on the flotilla."),
    ("GRC", "CONCEDE", "TUR", "Greece dropped its objections to a Turkish seat on the board."),
    ("AUS", "CONCEDE", "CHN", "Australia lifted tariffs on Chinese wind towers."),
    ("UKR", "CONCEDE", "HUN", "Kyiv took a Hungarian bank off its list of sponsors of war."),
    ("EGY", "CONCEDE", "ISR", "Egypt pardoned an Israeli convicted of spying."),
    ("BRA", "CONCEDE", "ARG", "Brazil scrapped the visa requirement for Argentine truckers."),
    (
        "PAK",
        "PROTEST",
        "FRA",
        "Thousands of Pakistanis marched on the French consulate in Karachi.",
    ),
    ("IRQ", "PROTEST", "TUR", "Iraqi demonstrators tore down a Turkish flag in Baghdad."),
    ("KOR", "PROTEST", "JPN", "South Korean shoppers boycotted Japanese beer."),
    (
        "VNM",
        "PROTEST",
        "CHN",
        "Hundreds of Vietnamese rallied outside the Chinese embassy in Hanoi.",
    ),
    ("ESP", "PROTEST", "MAR", "Spanish farmers blocked lorries carrying Moroccan tomatoes."),
    ("IDN", "PROTEST", "AUS", "Indonesian students pelted the Australian embassy with eggs."),
    ("GRC", "PROTEST", "DEU", "Greek unions went on strike against the terms set by Germany."),
    ("ARM", "PROTEST", "RUS", "Armenians picketed the Russian base in Gyumri."),
    (
        "BGD",
        "PROTEST",
        "IND",
        "Bangladeshi protesters set fire to an effigy of the Indian premier.",
    ),
    ("CHE", "SANCTION", "BLR", "Switzerland froze the assets of the Belarusian president."),
    ("LTU", "SANCTION", "RUS", "Vilnius ordered four Russian diplomats out of the country."),
    (
        "CHN",
        "SANCTION",
        "LTU",
        "China downgraded its ties with Lithuania and stopped buying its timber.",
    ),
    ("COL", "SANCTION", "VEN", "Colombia broke off relations with Venezuela."),
    ("IND", "SANCTION", "PAK", "India suspended trade with Pakistan across the line."),
    (
        "USA",
        "SANCTION",
        "NIC",
        "The United States revoked the visas of a hundred Nicaraguan officials.",
    ),
    ("JPN", "SANCTION", "RUS", "Japan banned imports of Russian coal."),
    ("MAR", "SANCTION", "DEU", "Morocco recalled its ambassador from Berlin."),
    ("GBR", "SANCTION", "SYR", "A British court convicted a Syrian officer of torture."),
    ("DNK", "SANCTION", "IRN", "Denmark withdrew its envoy from Tehran."),
    ("DZA", "SANCTION", "ESP", "Algeria cut gas deliveries to Spain by a third."),
    ("CAN", "SANCTION", "RUS", "Ottawa slapped a 35 percent tariff on goods from Russia."),
    (
        "GRC",
        "MOBILIZE",
        "TUR",
        "Greece put its navy on alert as a Turkish survey ship neared Kastellorizo.",
    ),
    ("DZA", "MOBILIZE", "MAR", "Algeria moved armoured units to its border with Morocco."),
    ("PRK", "MOBILIZE", "JPN", "North Korea fired two missiles that fell into waters off Japan."),
    ("RUS", "MOBILIZE", "EST", "Russian bombers flew close to Estonian airspace."),
    ("CHN", "MOBILIZE", "VNM", "Chinese coast guard ships circled a Vietnamese rig."),
    ("USA", "MOBILIZE", "IRN", "The Pentagon dispatched B-52 bombers to the Gulf to deter Iran."),
    ("ETH", "MOBILIZE", "SOM", "Ethiopian tanks rolled towards the Somali border."),
    ("KOR", "MOBILIZE", "PRK", "Seoul staged live-fire drills near the North Korean border."),
    ("IND", "MOBILIZE", "CHN", "India rushed paratroopers to Ladakh to face Chinese troops."),
    ("VEN", "MOBILIZE", "COL", "Venezuela deployed air defence batteries facing Colombia."),
    ("BLR", "MOBILIZE", "POL", "Belarus sent helicopters over the Polish border."),
    (
        "IRN",
        "COERCE",
        "GRC",
        "Iranian commandos boarded a Greek tanker and steered it to Bandar Abbas.",
    ),
    ("PRK", "COERCE", "KOR", "North Korean hackers stole blueprints from a South Korean shipyard."),
    (
        "TUR",
        "COERCE",
        "SWE",
        "Turkish police detained a Swedish journalist on arrival in Istanbul.",
    ),
    ("CHN", "COERCE", "CAN", "China jailed two Canadians on charges of spying."),
    ("RUS", "COERCE", "GEO", "Russia blocked the main road to the Georgian village."),
    ("IND", "COERCE", "PAK", "India banned sixteen Pakistani channels."),
    ("MYS", "COERCE", "IDN", "Malaysia deported 3,000 Indonesian workers."),
    ("NIC", "COERCE", "CRI", "Nicaragua seized a Costa Rican fishing boat."),
    ("EGY", "COERCE", "QAT", "Egypt blocked the website of a Qatari broadcaster."),
    (
        "ESP",
        "COERCE",
        "GBR",
        "Spanish guards searched British cars for hours at the Gibraltar crossing.",
    ),
    ("RUS", "COERCE", "UKR", "Moscow turned off the gas to Ukraine."),
    (
        "ARE",
        "COERCE",
        "QAT",
        "Hackers hired by the Emirates broke into the site of the Qatari news agency.",
    ),
    ("ISR", "COERCE", "PSE", "Israel sealed all crossings into Gaza."),
    ("LBY", "COERCE", "ITA", "Libyan coastguards confiscated the catch of an Italian trawler."),
    ("TUR", "ASSAULT", "IRQ", "Turkish jets pounded Kurdish camps in northern Iraq."),
    ("ETH", "ASSAULT", "SDN", "Ethiopian militiamen ambushed a Sudanese patrol."),
    ("PAK", "ASSAULT", "IND", "Pakistani shells killed three Indian villagers."),
    ("IRN", "ASSAULT", "SAU", "Drones launched by Iran hit a refinery in Saudi Arabia."),
    ("KHM", "ASSAULT", "THA", "Cambodian soldiers shot a Thai ranger near the temple."),
    ("ISR", "ASSAULT", "SYR", "Israel carried out an air strike on a depot near Damascus."),
    ("AZE", "ASSAULT", "ARM", "Azerbaijani forces stormed two Armenian posts."),
    ("TZA", "ASSAULT", "MWI", "Tanzanian police beat a Malawian fisherman on the lake."),
    ("KEN", "ASSAULT", "SOM", "Kenyan warplanes strafed a village in Somalia."),
    ("RUS", "ASSAULT", "UKR", "Russian troops crossed into Ukraine before dawn."),
    ("PRK", "ASSAULT", "KOR", "North Korean agents kidnapped a South Korean pastor."),
]
# Both sides do it.
TOGETHER = [
    ("IDN", "PHL", "Indonesian and Philippine navies held joint patrols in the Sulu Sea."),
    ("NOR", "SWE", "Norway and Sweden began joint winter drills above the Arctic Circle."),
    ("KEN", "UGA", "Kenyan and Ugandan detectives worked together to trace the stolen lorries."),
    ("IND", "FRA", "India bought twenty-six Rafale jets from France for its carriers."),
    ("PER", "ESP", "Spain extradited a former Peruvian banker to Lima."),
    ("THA", "MYS", "Thai officers trained alongside Malaysian commandos in Songkhla."),
    ("GBR", "USA", "British intelligence passed the intercepts to the CIA."),
    ("EGY", "SDN", "Egypt and Sudan linked their power grids on Tuesday."),
    (
        "POL",
        "DEU",
        "Polish customs officers searched the trucks side by side with German colleagues.",
    ),
    ("JPN", "AUS", "Japan and Australia jointly built a port for small ships."),
    ("RUS", "CHN", "Russia sold China forty million tonnes of crude last year."),
    ("BRA", "ARG", "The Brazilian air force took part in exercises with Argentina."),
    ("TUR", "AZE", "Turkish and Azerbaijani tank crews drilled together near Kars."),
    ("MEX", "USA", "Mexico handed over a drug lord to the United States."),
]
# The clause leaves a side out; the sentence, its place or a "by" further on has it.
LEFT_OUT = [
    (
        "CHL",
        "MOBILIZE",
        "PER",
        "Chile deployed its brigades in the desert after Peru had closed the pass.",
    ),
    ("JPN", "COERCE", "CHN", "China wants back the captain whom Japan had arrested."),
    ("RUS", "COERCE", "UKR", "Two Ukrainian tugs were boarded and towed away by Russian marines."),
    ("PRK", "RETREAT", "USA", "Two Americans held in North Korea were set free on Monday."),
    ("CHN", "PROTEST", "JPN", "Crowds in Qingdao smashed the windows of Japanese shops."),
    ("IRN", "COERCE", "GBR", "Iran seized a tanker owned by a British company."),
    ("USA", "CONCEDE", "VNM", "Washington lifted its ban on the sale of arms to Vietnam."),
]
NOTHING = [
    "The Dominican Republic shares an island with Haiti.",
    "Chile and Peru together produce a third of the copper of the world.",
    "Argentina and France traded blows for two hours in the final.",
]


@pytest.mark.parametrize(("source", "event_type", "target", "sentence"), [*DEEDS, *LEFT_OUT])
def test_deeds(told, source, event_type, target, sentence):
    assert ({source}, event_type, {target}) in [each[:3] for each in told(sentence)]


@pytest.mark.parametrize(("one", "other", "sentence"), TOGETHER)
def test_together(told, one, other, sentence):
    found = [each for each in told(sentence) if each.event_type == "COOPERATE"]
    assert any(each.source | each.target == {one, other} for each in found)


@pytest.mark.parametrize("sentence", NOTHING)
def test_no_deed(told, sentence):
    assert told(sentence) == []


@pytest.mark.parametrize("name", ["deeds", "deed_nouns", "deed_classes"])
def test_heads_name_source_and_licence(name):
    assert {"source", "licence", "date", "columns"} <= set(head(f"plover/{name}"))


@pytest.mark.parametrize("name", ["deeds", "deed_nouns"])
def test_rules_name_known_roots_modes_and_classes(name):
    modes = {(row["root"], row["mode"]) for row in table("plover/modes")}
    contexts = {row["code"] for row in table("plover/contexts")}
    for row in table(f"plover/{name}"):
        assert row["root"] in lexicon.quads(), row
        assert not row["mode"] or (row["root"], row["mode"]) in modes, row
        assert set(values(row["contexts"])) <= contexts, row
        for cell in row.values():
            for value in values(cell):
                assert not value.startswith("@") or value[1:] in lexicon.classes(), value

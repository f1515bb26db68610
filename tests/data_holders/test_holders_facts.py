"""Changes of office that everybody can look up, read from the table by date."""

import datetime as dt

import pytest

from dateline.data import table

FACTS = [
    ("USA", "head_of_state", "2021-01-19", "Donald Trump"),
    ("USA", "head_of_state", "2021-06-16", "Joe Biden"),
    ("USA", "head_of_state", "1985-11-19", "Ronald Reagan"),
    ("SUN", "head_of_state", "1985-11-19", "Mikhail Gorbachev"),
    ("RUS", "head_of_state", "2010-04-08", "Dmitry Medvedev"),
    ("RUS", "head_of_state", "2018-07-16", "Vladimir Putin"),
    ("RUS", "head_of_government", "2010-04-08", "Vladimir Putin"),
    ("RUS", "foreign_minister", "2014-03-18", "Sergei Lavrov"),
    ("USA", "foreign_minister", "2014-03-18", "John Kerry"),
    ("USA", "foreign_minister", "2009-03-06", "Hillary Clinton"),
    ("UKR", "head_of_state", "2019-05-21", "Volodymyr Zelenskyy"),
    ("UKR", "head_of_state", "2013-11-21", "Viktor Yanukovych"),
    ("GBR", "head_of_government", "2022-10-01", "Liz Truss"),
    ("GBR", "head_of_government", "2003-03-20", "Tony Blair"),
    ("DEU", "head_of_government", "2021-12-01", "Angela Merkel"),
    ("DEU", "head_of_government", "1990-10-03", "Helmut Kohl"),
    ("FRA", "head_of_state", "2017-05-15", "Emmanuel Macron"),
    ("CHN", "head_of_state", "2001-04-01", "Jiang Zemin"),
    ("CHN", "head_of_state", "2015-09-25", "Xi Jinping"),
    ("JPN", "head_of_government", "2020-08-01", "Shinzo Abe"),
    ("ISR", "head_of_government", "2021-07-01", "Naftali Bennett"),
    ("ISR", "head_of_government", "1993-09-13", "Yitzhak Rabin"),
    ("EGY", "head_of_state", "1978-09-17", "Anwar Sadat"),
    ("IRN", "head_of_government", "2015-07-14", "Hassan Rouhani"),
    ("IRN", "foreign_minister", "2015-07-14", "Mohammad Javad Zarif"),
    ("CUB", "head_of_state", "1962-10-22", "Fidel Castro"),
    ("CUB", "head_of_state", "2016-03-21", "Raul Castro"),
    ("KOR", "head_of_state", "2018-04-27", "Moon Jae-in"),
    ("PRK", "head_of_state", "2018-04-27", "Kim Jong Un"),
    ("IND", "head_of_government", "2008-10-08", "Manmohan Singh"),
    ("TUR", "head_of_government", "2010-05-31", "Recep Tayyip Erdogan"),
    ("COL", "head_of_state", "2016-11-24", "Juan Manuel Santos"),
    ("ETH", "head_of_government", "2018-07-09", "Abiy Ahmed"),
    ("ERI", "head_of_state", "2018-07-09", "Isaias Afwerki"),
    ("CSK", "head_of_state", "1965-05-01", "Antonin Novotny"),
    ("CAN", "head_of_government", "1962-10-22", "John Diefenbaker"),
    ("AUS", "head_of_government", "1956-07-26", "Robert Menzies"),
    ("ITA", "head_of_government", "1949-04-04", "Alcide De Gasperi"),
    ("BRA", "head_of_state", "1960-04-21", "Juscelino Kubitschek"),
    ("AUT", "head_of_government", "1979-06-18", "Bruno Kreisky"),
    ("AFG", "head_of_state", "1980-01-01", "Babrak Karmal"),
    ("SUN", "foreign_minister", "1956-11-05", "Dmitri Shepilov"),
    ("IGO UN", "org_head", "2012-01-01", "Ban Ki-moon"),
    ("IGO NATO", "org_head", "2022-06-29", "Jens Stoltenberg"),
    ("IGO EU", "foreign_minister", "2015-07-14", "Federica Mogherini"),
]


@pytest.mark.parametrize(("country", "office", "day", "name"), FACTS)
def test_who_led_on_a_day(country: str, office: str, day: str, name: str) -> None:
    held = [
        row["name"]
        for row in table("holders")
        if (row["country"], row["office"]) == (country, office)
        and row["since"] <= day
        and (not row["until"] or day < row["until"])
    ]
    assert held == [name]


NAMED = [
    ("Wendy Sherman", "deputy_minister", "USA", "2022-01-10"),
    ("Sergei Ryabkov", "deputy_minister", "RUS", "2022-01-10"),
    ("Anatoly Antonov", "envoy", "RUS", "2021-06-16"),
    ("John Sullivan", "envoy", "USA", "2021-06-16"),
    ("Sergei Kislyak", "envoy", "RUS", "2016-12-29"),
    ("Michael McFaul", "envoy", "USA", "2013-06-01"),
    ("Victoria Nuland", "deputy_minister", "USA", "2014-02-06"),
    ("Jake Sullivan", "security_adviser", "USA", "2021-03-18"),
    ("Nikolai Patrushev", "security_adviser", "RUS", "2021-05-24"),
    ("Anne Neuberger", "cyber_chief", "USA", "2021-02-17"),
    ("Chris Krebs", "cyber_chief", "USA", "2020-11-12"),
    ("Dmitry Peskov", "spokesperson", "RUS", "2021-06-16"),
    ("Maria Zakharova", "spokesperson", "RUS", "2018-03-27"),
    ("Jen Psaki", "spokesperson", "USA", "2021-07-06"),
    ("Alexander Bortnikov", "spy_chief", "RUS", "2016-12-29"),
    ("Sergei Naryshkin", "spy_chief", "RUS", "2021-05-18"),
]


@pytest.mark.parametrize(("name", "office", "country", "day"), NAMED)
def test_a_named_official_held_the_office_on_a_day(
    name: str, office: str, country: str, day: str
) -> None:
    assert dt.date.fromisoformat(day)
    assert any(
        row["since"] <= day and (not row["until"] or day < row["until"])
        for row in table("holders")
        if (row["name"], row["office"], row["country"]) == (name, office, country)
    )

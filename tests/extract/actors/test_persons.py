def by_words(found):
    return {words: (codes, names) for words, codes, names in found}


def test_a_title_and_a_surname_go_by_the_date(read):
    assert read("President Bush spoke.", "1991-01-17")[0][2] == ("George H.W. Bush",)
    assert read("President Bush spoke.", "2003-03-19")[0][2] == ("George W. Bush",)


def test_the_year_of_the_sentence_outranks_the_day_of_the_report(read):
    found = read("In 1990 President Bush sent troops to the Gulf.", "2006-01-01")
    assert found[0][2] == ("George H.W. Bush",)


def test_a_surname_means_who_was_introduced(read):
    found = read("Argentine lawyer Pablo Putin spoke. Putin sat down.", "2015-01-01")
    assert [names for words, _, names in found if words == "Putin"] == [("Pablo Putin",)]


def test_out_of_office_is_no_government(read):
    found = by_words(read("Former Brazilian president Dilma Rousseff spoke.", "2018-01-01"))
    assert found["Former Brazilian president Dilma Rousseff"][0] == ("BRA ELI",)


def test_then_titles_are_of_the_time(read):
    found = read("The then-Soviet leader Mikhail Gorbachev agreed.", "2019-01-01")
    assert found[0][1] == ("SUN GOV",)


def test_an_unknown_official_is_named_by_the_text(read):
    found = read("Rwandan Trade Minister Jean Habyara spoke. Habyara then left.", "2016-01-01")
    assert found[0] == (
        "Rwandan Trade Minister Jean Habyara", ("RWA GOV",), ("Jean Habyara",)
    )  # fmt: skip
    assert ("Habyara", ("RWA GOV",), ("Jean Habyara",)) in found


def test_a_name_set_beside_an_office_holds_it(read):
    for text in (
        "Jean Habyara, Rwanda's deputy trade minister, spoke.",
        "Rwanda's deputy trade minister, Jean Habyara, spoke.",
    ):
        found = by_words(read(text, "2016-01-01"))
        assert found["Jean Habyara"] == (("RWA GOV",), ("Jean Habyara",))


def test_an_unknown_person_without_a_state_has_no_code(read):
    found = by_words(read("Maria Lopez, an economist, disagreed.", "2016-01-01"))
    assert found["Maria Lopez"][0] == ("",)


def test_no_more_than_an_office_where_several_hold_it(read):
    ((_, codes, names),) = read("A Finnish minister spoke.", "2016-01-01")
    assert codes == ("FIN GOV",)
    assert "Finnish" in names[0]


def test_an_administration_is_a_government_of_its_leader(read):
    ((words, codes, _),) = read("The Obama administration refused.", "2014-01-01")
    assert words == "Obama administration"
    assert codes == ("USA GOV",)


def test_a_surname_is_who_holds_office_rather_than_a_relative(read):
    text = "Senator Ted Cruz spoke. Heidi Cruz stood beside him. Later Cruz thanked Donald Trump."
    (names,) = [names for words, _, names in read(text, "2016-03-25") if words == "Cruz"]
    assert names == ("Ted Cruz",)


def test_a_first_name_that_is_a_surname_is_no_foreign_leader(read):
    found = read("Scott bristles at the thought that he is not ready.", "2016-09-08")
    assert not [codes for _, codes, _ in found if codes != ("",)]

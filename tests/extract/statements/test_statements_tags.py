"""Tags that the parser misreads, and quotations that go on or are signed."""


def test_a_modal_within_the_marks_is_no_part_of_the_tag(told):
    text = "“I would,” Silva said to the crowd. “I would, friends.”"
    assert ("Silva", "say", "“I would,” ... “I would, friends.”") in told(text)


def test_a_tag_before_its_quotation_may_be_turned(told):
    text = "The plan makes the border longer. Said Okello: “I see no reason for it.”"
    assert ("Okello", "say", "“I see no reason for it.”") in told(text)


def test_a_speaker_with_an_aside_keeps_his_words(told):
    text = "“One man came and shouted at us,” said the woman, who did not want to be named."
    assert any(
        cue == "say" and content == "“One man came and shouted at us,”" and "woman" in who
        for who, cue, content in told(text)
    )


def test_a_participle_after_a_relative_clause_is_the_sentence_subject_s(told):
    text = (
        "Lima was no less angry when asked about the envoy who had left after the talks, "
        "saying, “He did not do a good job.”"
    )
    assert ("Lima", "say", "“He did not do a good job.”") in told(text)


def test_words_for_words_are_quoted(told):
    text = "Ankara has used the phrase “blue homeland” often since May."
    assert any(content == "“blue homeland”" and who == "Ankara" for who, _, content in told(text))


def test_a_quotation_is_signed_below_it(told):
    text = (
        "Other outlets asked for the speeches.\n\n“I went to the bank before the crash.”\n\n"
        "- Juan Ruiz.\n\nNo more is known."
    )
    assert ("Juan Ruiz", "-", "“I went to the bank before the crash.”") in told(text)


def test_a_turn_of_a_quoted_transcript_goes_on(told):
    text = (
        "“RUIZ: Do you see those two as equal?\n\n“PAZ: Look, he knows nothing of the treaty.\n\n"
        "“But the truth is that he has a plan.\n\n“RUIZ: I want to try again.”"
    )
    (paz,) = [content for who, _, content in told(text) if who == "PAZ"]
    assert "he has a plan" in paz


def test_a_name_right_before_a_verb_without_subject(told):
    text = (
        "Where their ships are seen as part of the war at sea, Rabat and Tunis call them “a gang”."
    )
    assert any("Tunis" in who and "“a gang”" in content for who, _, content in told(text))

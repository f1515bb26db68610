"""A report, an independent one of the same day, and a machine that puts reports into other words.

The machine does what rewording sites do: it swaps words for listed ones whatever they mean there,
quotations, names and numbers among them.
"""

import random
import re

import pytest

STORY = """\
TASHKENT, May 14 (Steppe Wire) - Uzbekistan and Tajikistan signed an agreement on Tuesday to \
reopen five border crossings that had been shut for nine years, officials of both governments said.

Uzbek Foreign Minister Rustam Karimov met his Tajik counterpart Daler Rahmon in Tashkent before \
the signing. The talks lasted four hours and ended with a joint dinner, a spokesman told reporters.

"We will not allow a single mine to stay in the ground between us," Karimov said after the \
meeting. He thanked the engineers of both armies, who had \
cleared 62 kilometres of the frontier since March.

Tajikistan accused Kyrgyzstan on Monday of moving 300 soldiers to the upper valley. Kyrgyzstan \
rejected the accusation and said that its troops had been there for an exercise planned last year.

Uzbekistan expelled two Kyrgyz diplomats in April after a dispute about water from the reservoir. \
Bishkek demanded an apology and has not received one.

Farmers near the crossing at Panjakent said they hoped to sell apricots on the other side by June. \
The road there is narrow, and lorries wait for a day or longer when rain washes stones onto it. \
The ministry of transport promised to widen the bridge and to open a second lane before winter.
"""

# Another newsroom at the same press conference: it quotes the same words at length.
INDEPENDENT = """\
DUSHANBE, May 14 (Pamir Daily) - Nine years after the last lorry passed, the barriers between \
Uzbekistan and Tajikistan are to go up again.

"We will not allow a single mine to stay in the ground between us," said Rustam Karimov, who leads \
Uzbekistan's diplomacy, with a glance at the map on the wall. Reporters from six countries filled \
the hall, and some stood on chairs in order to see him put his name beneath the paper.

What the two neighbours have settled is less than some in Dushanbe wanted. Five posts will work by \
the end of summer; railways and flights stay a matter for another day. Traders in the bazaar, \
where melons from across the line used to cost half as much, shrugged and asked when it would start.

Daler Rahmon, the guest from Tajikistan, praised his hosts and left for the airport soon after \
dark. His aides were pleased, if tired, and one of them called the day a modest victory.
"""

SYNONYMS = {
    "signed": "inked", "agreement": "arrangement", "reopen": "unlock again", "shut": "closed down",
    "officials": "authorities", "talks": "discussions", "lasted": "survived", "ended": "finished",
    "dinner": "supper", "thanked": "expressed gratitude to", "engineers": "technicians",
    "cleared": "removed", "accused": "charged", "moving": "shifting", "soldiers": "fighters",
    "rejected": "refused", "troops": "forces", "planned": "prepared", "expelled": "kicked out",
    "dispute": "quarrel", "water": "drinking water", "demanded": "required", "apology": "regret",
    "received": "gotten", "farmers": "growers", "hoped": "wished", "sell": "offer",
    "road": "street", "narrow": "slim", "lorries": "vehicles", "wait": "hold on", "stones": "rocks",
    "promised": "guaranteed", "widen": "broaden", "bridge": "connection", "open": "start",
    "winter": "wintertime", "met": "encountered", "minister": "preacher", "foreign": "overseas",
    "allow": "permit", "single": "solitary", "mine": "pit", "ground": "earth", "joint": "mutual",
    "counterpart": "opposite number", "spokesman": "representative", "other": "various",
}  # fmt: skip
NAMES = ("Uzbekistan", "Tajikistan", "Kyrgyzstan", "Karimov", "Rahmon", "Panjakent")
SWAPPED = 0.8  # share of the listed words that are swapped


def reworded(text, number):
    """Return copy `number` of a text in other words, some numbers and names of it altered."""
    chance = random.Random(number)
    renamed = dict([chance.sample(NAMES, 2)])

    def other(match):
        word = match[0]
        if word.isdigit():
            return str(int(word) + chance.randint(1, 9)) if chance.random() < 0.5 else word
        if word in renamed:
            return renamed[word]
        new = SYNONYMS.get(word.lower())
        if new is None or chance.random() > SWAPPED:
            return word
        return new.capitalize() if word[0].isupper() else new

    return re.sub(r"\w+", other, text)


@pytest.fixture(scope="session")
def story():
    return STORY


@pytest.fixture(scope="session")
def independent():
    return INDEPENDENT


@pytest.fixture(scope="session")
def spin():
    """The rewording machine: `spin(text, number)`."""
    return reworded

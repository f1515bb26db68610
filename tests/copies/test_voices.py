from hypothesis import given
from hypothesis import strategies as st

from dateline.copies import fingerprint, voices

STORY = (
    "Delegations from Japan and South Korea met in Seoul on Monday to discuss export controls. "
    "The Japanese trade minister said after four hours of talks that both governments would set "
    "up a hotline between their ministries. His South Korean counterpart called the mood frank "
    "but useful. No date was set for another round, officials told reporters in the evening. "
    "Business groups in both capitals had pressed for a settlement since the spring, warning that "
    "chip makers were running short of photoresists and other chemicals made by three firms."
)
OTHER = (
    "Tokyo and Seoul took a first step out of their trade quarrel this week. Ministers from the "
    "two countries sat down together in the South Korean capital and, people in the room said, "
    "agreed on little beyond a telephone line that would link the two trade ministries. Chip "
    "makers, which fear a shortage of three chemicals, had hoped for more than that from a day "
    "that began with smiles for the cameras and ended without so much as a joint communique."
)
WIRE = STORY.replace("on Monday", "Monday").replace("frank but useful", "frank, but useful")
CUT = ". ".join(STORY.split(". ")[:3]) + "."
KEYS = {"story": STORY, "other": OTHER, "wire": WIRE, "cut": CUT}
ORDER = {key: (f"2019-07-0{n}", key) for n, key in enumerate(KEYS, 1)}


def grouped(keys):
    found = voices([(key, fingerprint(KEYS[key])) for key in keys], ORDER)
    return [(source, texts) for source, texts, _ in found]


def test_wire_edited_and_cut_copies_join_their_source_and_an_independent_report_stays_apart():
    assert grouped(KEYS) == [("story", ["story", "wire", "cut"]), ("other", ["other"])]


@given(st.permutations(list(KEYS)))
def test_grouping_does_not_depend_on_order(keys):
    assert grouped(keys) == grouped(KEYS)


def test_links_say_what_kind_of_copy_and_how_much_is_shared():
    found = voices([(key, fingerprint(KEYS[key])) for key in KEYS], ORDER)
    kinds = {(link.a, link.b): link.kind for link in found[0][2]}
    assert kinds["story", "wire"] == "near"
    assert kinds["story", "cut"] == "cut"


def test_short_texts_are_never_near_copies():
    order = {"a": ("", "a"), "b": ("", "b")}
    text = "Talks were held in Vienna on Friday"
    found = voices([("a", fingerprint(text)), ("b", fingerprint(text + " again"))], order)
    assert len(found) == 2


def test_case_accents_and_punctuation_do_not_count():
    left, right = fingerprint("Élysée: “No comment” today"), fingerprint("elysee no comment TODAY")
    assert left.grams.tolist() == right.grams.tolist()

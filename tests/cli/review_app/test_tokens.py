"""Steps through a text by words and marks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.review_app import tokens

TEXTS = st.text(alphabet=st.sampled_from("ab “”é霧\u202e \n-'") | st.characters(), max_size=200)


@given(TEXTS, st.data())
def test_steps_stay_in_the_text_and_go_their_way(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert at <= tokens.end_after(text, at) <= len(text)
    assert at <= tokens.start_after(text, at) <= len(text)
    assert 0 <= tokens.start_before(text, at) <= at
    assert 0 <= tokens.end_before(text, at) <= at
    start, end = tokens.trimmed(text, 0, len(text))
    assert text[start:end] == text.strip()


def test_a_step_is_a_word_a_mark_or_a_letter_of_a_script_without_spaces() -> None:
    text = "We sail, 東京へ"
    ends, at = [], 0
    while at < len(text):
        at = tokens.end_after(text, at)
        ends.append(at)
    assert ends == [2, 7, 8, 10, 11, 12]
    assert [tokens.start_before(text, 7), tokens.end_before(text, 8), tokens.start_after(text, 0)] == [
        3,
        7,
        3,
    ]

from __future__ import annotations

from helpers import tables
from helpers.reporting.anchors import keyword_anchor, sentence_anchor, slug
from helpers.reporting.saying import link_sentences, quote, say, say_list, strong


def test_sentences_make_one_escaped_paragraph() -> None:
    said = say("책 < 사람 & 나무.", "끝.")
    assert said.html == "<p>책 &lt; 사람 &amp; 나무. 끝.</p>"
    assert said.plain == "책 < 사람 & 나무. 끝."
    assert said._repr_mimebundle_() == {"text/html": said.html, "text/plain": said.plain}


def test_marks_join_with_plain_text_and_escape_it() -> None:
    said = say("<b>" + strong("14번") + " 나온다.")
    assert said.html == "<p>&lt;b&gt;<strong>14번</strong> 나온다.</p>"


def test_marked_words_in_an_f_string_lose_their_marks_safely() -> None:
    assert "<script>" not in say(f"{quote('<script>alert(1)</script>')}").html


def test_nothing_to_say_displays_nothing() -> None:
    assert say("", "") == say() == say_list([]) == say_list([""])
    assert say("").html == ""


def test_a_list_has_an_item_a_sentence() -> None:
    assert say_list(["하나", "<둘>"]).html == "<ul><li>하나</li><li>&lt;둘&gt;</li></ul>"


def test_links_lead_to_the_anchors_of_sentences() -> None:
    links = link_sentences(tables.places([("a-1", 3), ("a-1", 12)]))
    assert f'href="#{sentence_anchor("a-1", 3)}"' in links and f'href="#{sentence_anchor("a-1", 12)}"' in links
    assert links.striptags() == "문장 3, 12"
    assert link_sentences([]) == ""
    first, second, third = (tables.places([("a", number)]) for number in (1, 2, 3))
    other = tables.places([("b", 7)])
    assert link_sentences(first + second + other).striptags() == "a 문장 1, 2; b 문장 7"
    assert link_sentences(first + second + third, most=2).striptags() == "문장 1, 2 등 3문장"
    assert link_sentences(first + second, named=True).striptags() == "a 문장 1, 2"


def test_slugs_hold_no_quotes_and_tell_texts_apart() -> None:
    hostile = ['a"b', "a'b", "a b", "a<b", "a/b", "a&b", "ab", ""]
    slugs = [slug(text) for text in hostile]
    assert len(set(slugs)) == len(hostile)
    assert not any(set(text) & set("\"'<>& /") for text in slugs)
    assert keyword_anchor("R&D") != keyword_anchor("R.D")

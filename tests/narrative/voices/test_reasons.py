"""Whose words a sentence gives that names nobody: reasons, glosses, what is laid out after a speaker."""

from __future__ import annotations

from made.voices import said


def test_a_reason_is_his_whose_act_the_sentence_before_tells() -> None:
    found = said("협회는 올해 대회를 열지 않기로 했다.", "예산이 모자란다는 이유에서다.")
    assert found == [("paraphrase", "named", "협회", "예산이 모자란다")]


def test_a_reason_is_nobodys_where_nobody_acts() -> None:
    assert said("예산이 모두 깎였다.", "돈이 없다는 이유에서였다.") == []


def test_an_ending_cut_in_two_gives_words_as_a_whole_one_does() -> None:
    found = said("박 소장은 더위가 길어진다고 내다봤다.", "바다가 식지 않는다는 판단에서다.")
    assert found[1] == ("paraphrase", "named", "박 소장", "바다가 식지 않는다")


def test_a_gloss_of_a_word_is_nobodys_speech() -> None:
    found = said("박 소장은 “이제 반환점”이라고 말했다.", "물멍은 물을 보며 멍하니 있는다는 뜻이다.")
    assert [text for *_, text in found] == ["이제 반환점"]


def test_what_he_means_to_do_is_his_who_acts() -> None:
    found = said("연맹은 심판 배정을 컴퓨터에 맡기기로 했다.", "사람 손을 타지 않게 하겠다는 뜻이다.")
    assert found == [("paraphrase", "named", "연맹", "사람 손을 타지 않게 하겠다")]


def test_what_the_writer_sums_up_is_nobodys() -> None:
    before = "현 총장은 “공정이 먼저”라고 말했다."
    assert len(said(before, "배정을 두고 말이 많았다는 얘기다.")) == 2
    assert len(said(before, "결국 배정을 두고 말이 많았다는 얘기다.")) == 1


def test_a_sentence_that_lays_out_goes_on_with_who_spoke() -> None:
    found = said("저자는 도시가 숲을 닮아야 한다고 말한다.", "길은 뿌리처럼 얽혀야 한다는 것이다.")
    assert found[1][:3] == ("paraphrase", "unnamed", "저자")
    assert len(said("저자는 도시가 숲을 닮아야 한다고 말한다.", "문제는 땅이 없다는 것이다.")) == 1


def test_the_subject_of_a_claim_is_not_who_claims() -> None:
    found = said("당내에선 규칙을 바꿔야 한다는 목소리가 나온다.", "지도부가 책임을 져야 한다는 주장이기도 하다.")
    assert [person for *_, person, _ in found] == ["당내", "당내"]


def test_a_body_without_a_name_shows_what_it_thinks() -> None:
    assert said("학부모회는 믿을 수 없다는 반응이다.") == [("paraphrase", "unnamed", "학부모회", "믿을 수 없다")]
    assert [person for *_, person, _ in said("새 급식은 짜다는 반응이다.")] == [None]


def test_who_promises_money_does_not_hear_it_from_whom_he_takes_it() -> None:
    found = said("A씨는 “두 배로 갚겠다”며 이웃 3명에게서 돈을 받은 혐의를 받는다.")
    assert found == [("speech", "unnamed", "A씨", "두 배로 갚겠다")]
    heard = said("A씨는 팀장에게서 “그만두라”는 말을 들었다.")
    assert [person for *_, person, _ in heard] == ["팀장"]


def test_a_rare_family_name_stands_before_a_hospital_and_a_title() -> None:
    found = said("위하준 한강대병원 교수는 “잠이 약”이라고 조언했다.", "위 교수에 따르면 환자의 절반은 증상이 없다.")
    assert [person for *_, person, _ in found] == ["위하준 한강대병원 교수"] * 2


def test_a_family_name_is_no_sigh() -> None:
    assert said("하 소장은 “이제 반환점”이라고 말했다.")[0][2] == "하 소장"
    assert said("하, 소장이 “이제 반환점”이라고 말했다.")[0][2] == "소장"

"""The codebook that a new study begins with."""

from __future__ import annotations

import functools

import yaml

from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.coding.parsing import parse_codebook

_CODEBOOK = """\
# 코드북: 기사에서 무엇을 찾고, 무엇으로 알아보며, 그것이 논지에 무엇을 뜻하는지 적는다.
# 물음: {question}
# 논지: {thesis}
#
# 쓰는 법과 예 열 개: notebooks/codebook.md
#
# 아래 두 코드는 어느 기사에나 있는 말로 시작하게 해 둔 것이다. 코드마다 정의를 먼저 쓰고 규칙을 나중에 쓴다.
#   stance            논지에 대한 입장: supports(지지) qualifies(한정) opposes(반대) context(배경)
#                     주장(claims)은 논지의 어느 대목인지를 적는다. 반론의 주장을 펴는 문장은 논지에 반대하는 것이다
#   rules             하나라도 맞으면 코드를 붙인다. 낱말은 사전에 실린 꼴로 쓴다: 쌓다, 늘리다, 연구개발
#     all / any       모두 있어야 하는 낱말 / 하나라도 있으면 되는 낱말. '쌓다|기르다'는 '또는'
#     not             있으면 안 되는 낱말
#     near            가까이 있어야 하는 낱말: {{words: [인재, 쌓다|기르다], within: 4}}는 네 어절 안
#     regex           정규식. 다른 길이 없을 때만. 낱말 자리에 쓰려면 빗금 사이에 적는다: '/[0-9]+년째/'
#     denied: true    찾은 말이 부정될 때만 맞는다. '넉넉하지 않다'를 찾으려면 any: [넉넉하다]와 함께 적는다
#   examples          반드시 붙어야 하는 문장, counter_examples는 붙으면 안 되는 문장: study check가 시험한다
#   turns             쓰지 않으면 부정도 양보도 입장을 바꾸지 않는다. 바꾸려면 코드나 규칙에 적는다:
#                     turns: {{negated: opposes, conceded: qualifies}}
#                     negated는 찾은 말이 바로 부정될 때(않다, 아니다)의, conceded는 양보될 때(-지만)의 입장
claims:
  thesis: {thesis_text}
codes:
  change:
    label: 변화와 성과
    definition: 늘거나 나아지거나 이루어진 일을 말하는 문장. 논지를 지지하는 일이 무엇인지에 맞춰 고쳐 쓴다.
    stance: supports
    claim: thesis
    rules:
      - any: [늘다, 늘어나다, 늘리다, 증가하다, 증가, 성장하다, 성장, 확대하다, 확대]
      - any: [오르다, 상승, 개선, 성과, 돌파하다, 회복, 반등, 도약, 이루다, 달성하다, 성공하다, 성공, 강화하다, 강화]
    examples:
      - 지난해 이 회사의 수출이 크게 늘었다.
    counter_examples:
      - 회의는 오후에 열렸다.
  limits:
    label: 한계와 어려움
    definition: 모자라거나 줄거나 걱정되는 일을 말하는 문장. 논지를 한정하거나 반대하는 일이 무엇인지에 맞춰 고쳐 쓴다.
    stance: qualifies
    claim: thesis
    rules:
      - any: [부족하다, 부족, 미흡하다, 한계, 우려, 걱정, 어렵다, 어려움, 위기]
      - any: [감소, 줄다, 줄어들다, 하락, 뒤처지다, 실패, 논란]
    examples:
      - 현장에서는 예산이 부족하다는 말이 나온다.
    counter_examples:
      - 두 도시는 기차로 이어져 있다.
# changes:            결과를 보고 고친 것을 날짜와 함께 적는다
#   - 2026-01-01 ...
"""


def blank_codebook(question: str, thesis: str) -> str:
    """A codebook to fill in, as YAML. It is valid as it is, and its few rules find something in most articles.

    question, thesis  of the study, as study.yml has them; they stand in the file's comments and in its one claim
    """
    question, thesis = (" ".join(text.split()) for text in (question, thesis))
    quoted = "'" + (thesis or "논지 전체").replace("'", "''") + "'"
    return _CODEBOOK.format(question=question, thesis=thesis, thesis_text=quoted)


def is_blank(codebook: Codebook) -> bool:
    """Is a codebook still the template: are all its rules those that ``blank_codebook`` writes."""
    template = {code.name: code.rules for code in _template().codes}
    return all(template.get(code.name) == code.rules for code in codebook.codes)


@functools.cache
def _template() -> Codebook:
    return parse_codebook(yaml.safe_load(blank_codebook("", "")))

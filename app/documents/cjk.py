"""Tell whether decoded characters read as Chinese, Japanese or a western language."""

import re

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fc]")
_HALF_KANA = re.compile(r"[\uff61-\uff9f]")
# Beyond CJK punctuation and full-width forms, these stand in no Chinese or Japanese.
_ODD = re.compile(
    r"[\u0080-\u00a6\u00a9-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u0370\u0400-\u1fff]"
)
_OTHER_WIDE = re.compile(
    r"[\u2e80-\u2fff\u3100-\u4dff\ua000-\ufeff\U00010000-\U0010ffff]"
)
# The most frequent characters of written Chinese, in both scripts' shared part. They
# make up about half of any running text and almost none of a text misread as GB18030.
_FREQUENT = re.compile(
    "[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下"
    "自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部"
    "其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关"
    "点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月"
    "话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几"
    "口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期"
    "市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难"
    "增投需价格业据模型企技术研究率元亿万美金融银行场势竞争应用]"
)
_LEAST_FREQUENT = 2
_LEAST_FREQUENT_SHARE = 0.25
_LEAST_KANA_SHARE = 0.2
_FEWEST_KANA = 3


def reads_as_chinese(text: str) -> bool:
    """Tell whether `text` is Chinese by how frequent its characters are.

    Nearly any run of high bytes decodes as GB18030, so decoding alone proves nothing: a
    fourth of the ideographs must be frequent ones, kana (EUC-JP) may not appear, and
    other wide characters only seldom.
    """
    ideographs = len(_HAN.findall(text))
    frequent = len(_FREQUENT.findall(text))
    if _KANA.search(text) or _HALF_KANA.search(text) or frequent < _LEAST_FREQUENT:
        return False
    strange = len(_OTHER_WIDE.findall(_HAN.sub("", text))) + len(_ODD.findall(text))
    return (
        frequent >= _LEAST_FREQUENT_SHARE * ideographs and strange <= ideographs // 20
    )


def reads_as_japanese(text: str) -> bool:
    """Tell whether `text` is Japanese: kana among ideographs, none of half width."""
    kana, ideographs = len(_KANA.findall(text)), len(_HAN.findall(text))
    if kana < _FEWEST_KANA or _HALF_KANA.search(text):
        return False
    strange = len(_OTHER_WIDE.findall(text)) + len(_ODD.findall(text))
    return kana >= _LEAST_KANA_SHARE * (kana + ideographs) and strange <= kana // 20

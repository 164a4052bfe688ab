"""Tell on what else a sentence of Chinese prose leans, if it does not stand alone."""

import re

_LEADS = re.compile(
    r"(?:[^\uff0c,。]{0,12}[\uff0c,])?"
    r"(?:它们?|他们?|她们?|其(?!他|中|实|余)|这|那(?!时)|此|该|上述|前者|后者|两者|二者|双方"
    r"|另一|另外一|同样|于是|所以|因而|从而|随后|随即|之后|此后|后来|接着|然后|当时|同年|同期"
    r"|同时|当年|当天|当日|期间|在此|对此|为此|由此|至此|如此|答案|原因|结果|转机|问题|有人"
    r"|(?:建成|修建|完工|竣工|成立|上市|发布|通车)(?:以?后|之?前|以前|之后)|当地"
    r"|有网友|有专家|业内人士|专家|分析人士|公司|集团|本次|部分|大部分|多数|其中|有的|有些)"
)
_ANYWHERE = re.compile(
    r"这(?!里程)|那(?:么|些|个|时|种|样|次|天|年)|该(?!校准)|此(?:外|前|后|次|举|时|项|类)"
    r"|于是|上述|前者|后者|起初|^[^\uff0c,]{0,12}由此|同年|当时|当年|当地|她|^[^\uff0c,]{0,9}它|[\uff0c,](?:它|他)们?"
)
_SPEAKERS = re.compile(r"我们?|咱们?|你们?|您|笔者|本报|本刊|本文|本台|记者")
_FLOATING = re.compile(
    r"去年|今年|明年|前年|昨[天日晚]|今[天日晚]|明[天日]|本[周月季年]|上[周月]|下[周月]"
    r"|近日|日前|不久前|目前为止|最近|近期|刚刚|即将|上个月|下个月|上半年(?<!年上半年)"
)
_YEARLESS = re.compile(r"(?<![年\d])\d{1,2}月\d{1,2}日")
_FIGURE = re.compile(r"\d")
_CHANGED = re.compile(r"(?:达到?|增长|下降|上升|减少|增加)\d[\d.]*")
_LASTING = re.compile(r"年|目前|已|如今|截至|每|可以|能")
_OPINION = re.compile(
    r"令人|值得|应当|应该|应更加|必须|不妨|希望|期待|相信|我认为|可惜|遗憾|毫无疑问|显然"
    r"|正在研究|正在考虑|拭目以待|有待|不言而喻|可以说|也许|或许|难怪"
)
_DROPPED = re.compile(
    r"(?:此外|另外|同时|然而|不过|但是|但|而|例如|比如|事实上|总体来看|总的来说|因此|而且|并且"
    r"|与此同时|相比之下|具体来看|数据显示|据悉|据了解|据报道)[\uff0c,](?=.{10})"
    r"|(?:而|但)(?![是非且愿])(?=.{10})"
)
_LONG_ENOUGH = 12
# The traditional forms of the characters in the patterns above.
_SIMPLIFIED = str.maketrans(
    "們這該兩雙項類樣時間後從對為來當轉問題網專業內員團數個們報臺記開證達長減還認顯據體實與單過現"
    "變關結論觀點應當請閱讀載權歡圖攝責編輯訂掃碼發佈綜週剛將無難說許總訊較買賣機會國際屬",
    "们这该两双项类样时间后从对为来当转问题网专业内员团数个们报台记开证达长减还认显据体实与单过现"
    "变关结论观点应当请阅读载权欢图摄责编辑订扫码发布综周刚将无难说许总讯较买卖机会国际属",
)
_QUOTED = re.compile(r"[“「『][^”」』]*[”」』]?")


def simplified(sentence: str) -> str:
    """Return `sentence` with traditional characters of the patterns made simplified.

    Each stands for one character, so that places stay the same.
    """
    return sentence.translate(_SIMPLIFIED)


def opening_of(sentence: str) -> int:
    """Return where a sentence starts behind a word that only joins it to others."""
    match = _DROPPED.match(sentence)
    return match.end() if match else 0


def leaning_of(sentence: str) -> str:
    """Return the words of `sentence` that another sentence has to explain, or ""."""
    match = _LEADS.match(sentence)
    if match:
        return match.group().rpartition("\uff0c")[2]
    found = _ANYWHERE.search(sentence)
    return found.group().lstrip("\uff0c,") if found else ""


def floating_date(sentence: str, *, dated: bool = False) -> str:
    """Return the first date that only the day of writing tells, or "".

    Where the article tells its day, `dated`, a sentence with a figure may have one.
    """
    if dated and _FIGURE.search(_YEARLESS.sub("", sentence)):
        return ""
    match = _FLOATING.search(sentence)
    if match is None and not re.search(r"\d{4}年", sentence):
        match = _YEARLESS.search(sentence)
        if match is None and not _LASTING.search(sentence):
            match = _CHANGED.search(sentence)
    return match.group() if match else ""


def speaks_of_speaker(sentence: str) -> str:
    """Return the first word in the first or second person, or ""."""
    match = _SPEAKERS.search(_QUOTED.sub("", sentence))
    return match.group() if match else ""


def gives_opinion(sentence: str) -> bool:
    """Tell whether a sentence judges or advises."""
    return bool(_OPINION.search(sentence))


def has_substance(sentence: str) -> bool:
    """Tell whether a sentence has a figure or at least twelve characters."""
    return len(sentence) >= _LONG_ENOUGH or bool(re.search(r"\d", sentence))

"""Chinese digests, and those that mix two languages."""

from tests.domain.reading.corpus import Document, Gold, part, said, zh

DOCUMENTS = (
    Document(
        name="Chinese, one line, title last",
        text=(
            "核心观点 - 储能成本下降正在改变电网，光伏配储成为主流[1][2]。第一组：成"
            "本 - 锂电池组价格"
            "十年间下降约90%[1]。- 钠电池有望再降30%[2]。第二组：市场 -"
            " 中国新增装机占全球一半[3]。\n"
            "储能走向主流：电网的新支点"
        ),
        articles=(
            Gold(
                "储能走向主流：电网的新支点",
                zh("储能成本下降正在改变电网，光伏配储成为主流。", 1, 2),
                (
                    part(
                        1,
                        "成本",
                        zh("锂电池组价格十年间下降约90%。", 1),
                        zh("钠电池有望再降30%。", 2),
                    ),
                    part(2, "市场", zh("中国新增装机占全球一半。", 3)),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="Chinese, many lines, outline numbers, source line",
        text=(
            "新能源汽车出海提速\n"
            "来源：港口周刊\n"
            "核心要点：滚装船短缺成为车企出海的瓶颈【1】。\n"
            "\n"
            "一、运力\n"
            "- 全球滚装船约700艘【1】；\n"
            "- 租金三年上涨5倍【2】【3】。\n"
            "二、车企自建船队\n"
            "• 比亚迪首船可装7000辆【4】。\n"
            "•车企订单占在建船只的四成【2、4】。\n"
        ),
        articles=(
            Gold(
                "新能源汽车出海提速",
                zh("滚装船短缺成为车企出海的瓶颈。", 1),
                (
                    part(
                        1,
                        "运力",
                        zh("全球滚装船约700艘", 1),
                        zh("租金三年上涨5倍。", 2, 3),
                    ),
                    part(
                        2,
                        "车企自建船队",
                        zh("比亚迪首船可装7000辆。", 4),
                        zh("车企订单占在建船只的四成。", 2, 4),
                    ),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="Chinese, group word first, full-width brackets and digits",
        text=(
            "咖啡豆涨价\n"
            "【核心观点】天气是这轮涨价的主因［３］。\n"
            "组1：产地\n"
            "1. 巴西旱情使产量下降12%［1、2］。\n"
            "2. 越南改种榴莲［2，4］。\n"
            "组2：需求\n"
            "1. 中国人均每年16杯［5-7］。\n"
        ),
        articles=(
            Gold(
                "咖啡豆涨价",
                zh("天气是这轮涨价的主因。", 3),
                (
                    part(
                        1,
                        "产地",
                        zh("巴西旱情使产量下降12%。", 1, 2),
                        zh("越南改种榴莲。", 2, 4),
                    ),
                    part(2, "需求", zh("中国人均每年16杯。", 5, 6, 7)),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="Chinese claims wrapped and without spaces, English title last",
        text=(
            "核心观点：高铁改变了城市的距离[1]。\n"
            "第1组 票价\n"
            "-票价由市场决定后，平日便宜三成[1]\n"
            "-节假日则贵两成[2]\n"
            "\n"
            "第2组 客流\n"
            "- 长三角的客流在五年里增长了将近一倍，其中商务旅客占到了总数的四\n"
            "  成以上[3]。\n"
            "\n"
            "High-speed rail and the price of a seat\n"
        ),
        articles=(
            Gold(
                "High-speed rail and the price of a seat",
                zh("高铁改变了城市的距离。", 1),
                (
                    part(
                        1,
                        "票价",
                        zh("票价由市场决定后，平日便宜三成", 1),
                        zh("节假日则贵两成", 2),
                    ),
                    part(
                        2,
                        "客流",
                        zh(
                            "长三角的客流在五年里增长了将近一倍，其中商务旅客占到了总"
                            "数的四成以上。",
                            3,
                            quoted="长三角的客流在五年里增长了将近一倍，其中商务旅客占到了"
                            "总数的四\n  成以上",
                        ),
                    ),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="Chinese, parts and numbers in brackets, sentences without bullets",
        text=(
            "标题：无人机送餐的账\n"
            "摘要：每单成本仍高于骑手[1]。\n"
            "（一）成本\n"
            "电池占运营成本的35%[1]。人工只占一成[2]！\n"
            "（二）监管\n"
            "深圳开放了120条航线[3]。\n"
        ),
        articles=(
            Gold(
                "无人机送餐的账",
                zh("每单成本仍高于骑手。", 1),
                (
                    part(
                        1,
                        "成本",
                        zh("电池占运营成本的35%。", 1),
                        zh("人工只占一成！", 2),
                    ),
                    part(2, "监管", zh("深圳开放了120条航线。", 3)),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="a digest in each language",
        text=(
            "Core Insights - Rice needs less water [1]. Group 1: Fields - Drying"
            " twice saves"
            " 30 % [1].\n"
            "Rice with dry feet\n"
            "\n"
            "核心观点 - 小麦更耐旱[1]。第一组：田间 - 深根品种增产8%[2]。\n"
            "小麦往深处扎根\n"
        ),
        articles=(
            Gold(
                "Rice with dry feet",
                said("Rice needs less water.", 1),
                (part(1, "Fields", said("Drying twice saves 30 %.", 1)),),
            ),
            Gold(
                "小麦往深处扎根",
                zh("小麦更耐旱。", 1),
                (part(1, "田间", zh("深根品种增产8%。", 2)),),
                "zh",
            ),
        ),
    ),
    Document(
        name="a Chinese paragraph under headings is cut into sentences",
        text=(
            "# 城市里的蜂箱\n"
            "\n"
            "## 蜜源\n"
            "\n"
            "城市里的花期比乡村长出将近两个月。那么蜂蜜够吃吗？巴黎的蜂群每年能产出约"
            "三十公斤蜂蜜[2]。\n"
            "\n"
            "## 风险\n"
            "\n"
            "蜂群密度过高时野生蜂会挨饿。\n"
        ),
        articles=(
            Gold(
                "城市里的蜂箱",
                None,
                (
                    part(
                        None,
                        "蜜源",
                        zh("城市里的花期比乡村长出将近两个月。"),
                        zh("巴黎的蜂群每年能产出约三十公斤蜂蜜。", 2),
                    ),
                    part(None, "风险", zh("蜂群密度过高时野生蜂会挨饿。")),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="Chinese outline numbers inside one line, sentences without bullets",
        text=(
            "核心观点：冷链缩短了海鲜的路[1]。一、运输：空运三文鱼只需36小时[1]。海运"
            "要二十天[2]。"
            "二、损耗：损耗率从15%降到5%[3]。\n"
            "海鲜上餐桌\n"
        ),
        articles=(
            Gold(
                "海鲜上餐桌",
                zh("冷链缩短了海鲜的路。", 1),
                (
                    part(
                        1,
                        "运输",
                        zh("空运三文鱼只需36小时。", 1),
                        zh("海运要二十天。", 2),
                    ),
                    part(2, "损耗", zh("损耗率从15%降到5%。", 3)),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="Chinese groups in one line without a mark behind the number",
        text=(
            "核心洞察 - 茶叶出口回暖[1]。第一组 产区 - 云南产量增长6%[1]。-"
            " 福建持平[2]。"
            "第二组 价格 - 均价每公斤5.2美元[3]。\n"
            "茶叶出海\n"
        ),
        articles=(
            Gold(
                "茶叶出海",
                zh("茶叶出口回暖。", 1),
                (
                    part(1, "产区", zh("云南产量增长6%。", 1), zh("福建持平。", 2)),
                    part(2, "价格", zh("均价每公斤5.2美元。", 3)),
                ),
                "zh",
            ),
        ),
    ),
)

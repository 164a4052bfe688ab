"""Claims with one planted fault each, written before the rules that find them.

Beside each stands its language, the kind of its fault and a part of its note.
"""

FAULTS: tuple[tuple[str, str, str, str], ...] = (
    # sums
    ("en", "sum", "Solar brought 30 GW and wind 20 GW, together 60 GW.", "50"),
    ("en", "sum", "Germany ordered 30 trains and Austria 20, together 60.", "50"),
    (
        "en",
        "sum",
        "The portfolio consists of 40 % bonds, 35 % shares and 35 % cash.",
        "110",
    ),
    (
        "en",
        "sum",
        "Revenue came to $120 million: $70 million from software and $40 million from"
        " services.",
        "110 million",
    ),
    ("en", "sum", "Of the 500 votes, 300 were for and 250 against.", "550"),
    (
        "en",
        "sum",
        "It closed 12 plants in Europe and 9 in Asia, for a total of 25.",
        "21",
    ),
    (
        "en",
        "sum",
        "The state pays $1.2 billion for the bridge and $0.5 billion for the road,"
        " $2.7 billion in all.",
        "1.7 billion",
    ),
    (
        "en",
        "sum",
        "The three mines yield 10, 20 and 30 tonnes, a total of 70 tonnes.",
        "60",
    ),
    ("en", "sum", "A total of 90 ships, 40 tankers and 60 bulkers, wait.", "100"),
    (
        "en",
        "sum",
        "The company cut 2,000 jobs in 2023 and 3,000 in 2024, a total of 6,000.",
        "5,000",
    ),
    (
        "en",
        "sum",
        "Of the owners, 45 % said yes, 30 % said no and 35 % did not know.",
        "110",
    ),
    ("en", "sum", "The 63 votes for and 16 against add up to 89.", "79"),
    ("en", "sum", "France and Spain run 56 and 7 reactors, 73 in total.", "63"),
    (
        "en",
        "sum",
        "Sales of $4 billion in the Americas and $3 billion in Asia add up to"
        " $9 billion.",
        "7 billion",
    ),
    (
        "en",
        "sum",
        "The two loans, $15 million and $25 million, together come to $50 million.",
        "40 million",
    ),
    (
        "en",
        "sum",
        "Apple with 25 % and Samsung with 20 % together hold 55 % of the market.",
        "45 %",
    ),
    ("zh", "sum", "风电装机30吉瓦，光伏20吉瓦，合计60吉瓦。", "50"),
    ("zh", "sum", "公司在欧洲有12家工厂，在亚洲有9家，共25家。", "21"),
    ("zh", "sum", "受访者中45%赞成，30%反对，35%不确定。", "110"),
    ("zh", "sum", "两笔贷款分别为1500万美元和2500万美元，总计5000万美元。", "4,000万"),
    # ranges
    ("en", "range", "Margins range from 20 % to 10 %.", "backwards"),
    ("en", "range", "Prices in the range of $40 to $30 are usual.", "backwards"),
    ("en", "range", "Fees range between 5 and 3 euros.", "backwards"),
    (
        "en",
        "range",
        "The probe works at temperatures ranging from 90 to 40 degrees.",
        "back",
    ),
    ("en", "range", "Estimates range from $9 billion to $4 billion.", "backwards"),
    ("en", "range", "It takes between 9 and 4 weeks.", "backwards"),
    ("en", "range", "Between 60 and 40 percent of users return.", "backwards"),
    ("en", "range", "Forecasts vary from 3.5 % to 2 %.", "backwards"),
    ("en", "range", "Some 30-20 % of the parts fail.", "backwards"),
    ("zh", "range", "利润率介于40%到20%之间。", "backwards"),
    ("zh", "range", "预计增速在9%至4%之间。", "backwards"),
    # shares
    ("en", "share", "As many as 120 % of adults own a phone.", "whole"),
    ("en", "share", "Women hold 140 % of the seats.", "whole"),
    ("en", "share", "The party won 130 % of the vote.", "whole"),
    ("en", "share", "The trial had a survival rate of 105 %.", "100 %"),
    ("en", "share", "The vacancy rate reached 104 %.", "100 %"),
    ("en", "share", "Unemployment rose to 101 %.", "100 %"),
    ("en", "share", "Prices declined by 130 % in a month.", "100 %"),
    ("en", "share", "Its share of the market climbed to 135 %.", "whole"),
    ("zh", "share", "120%的受访者表示支持。", "whole"),
    ("zh", "share", "公司的市场份额达到130%。", "whole"),
    ("zh", "share", "青年失业率升至102%。", "100 %"),
    # changes
    ("en", "change", "Sales fell from 50 million to 60 million.", "rise"),
    ("en", "change", "The price rose from $80 to $60.", "fall"),
    ("en", "change", "Costs dropped 20 % from $50 to $60.", "rise"),
    ("en", "change", "Headcount grew from 1,500 to 1,200.", "fall"),
    ("en", "change", "The bank cut its rate from 4 % to 5 %.", "rise"),
    ("en", "change", "Profit doubled from $3 million to $9 million.", "factor of 3"),
    ("en", "change", "Revenue rose 50 % to $150 million from $120 million.", "25 %"),
    ("en", "change", "Exports rose from 10 to 12 million tonnes, up 40 %.", "20 %"),
    ("en", "change", "Turnover more than doubled, from 10 to 15 million.", "1.5"),
    ("en", "change", "The share of women rose from 30 % to 20 %.", "fall"),
    ("en", "change", "Deliveries declined from 350,000 to 400,000 cars.", "rise"),
    ("en", "change", "The crew was reduced from 24 to 36.", "rise"),
    ("zh", "change", "价格从80元上涨至60元。", "fall"),
    ("zh", "change", "产量从100万吨增至150万吨，增长80%。", "50 %"),
    ("zh", "change", "成本从50元降至40元，降幅50%。", "20 %"),
    ("zh", "change", "失业率从5%下降到6%。", "rise"),
    # relative dates without an anchor
    ("en", "date", "Sales rose 12 % last year.", "last year"),
    ("en", "date", "The plant opens next quarter.", "next quarter"),
    ("en", "date", "Inflation slowed to 3 % this month.", "this month"),
    ("en", "date", "Earlier this year the company cut 500 jobs.", "this year"),
    ("en", "date", "The regulator approved the drug yesterday.", "yesterday"),
    ("en", "date", "Two years ago the price was twice as high.", "Two years ago"),
    ("en", "date", "Orders doubled in the last quarter.", "last quarter"),
    ("en", "date", "The fund will close later this year.", "this year"),
    ("en", "date", "The bank cut its rate last week.", "last week"),
    ("en", "date", "Last month's layoffs hit 900 people.", "Last month"),
    ("en", "date", "A vote is planned for next Tuesday.", "next Tuesday"),
    ("zh", "date", "去年出口增长了12%。", "去年"),
    ("zh", "date", "公司计划明年建厂。", "明年"),
    ("zh", "date", "上个月通胀降至3%。", "上个月"),
    ("zh", "date", "今年以来价格下跌两成。", "今年"),
    ("zh", "date", "新工厂将于下季度投产。", "下季度"),
)

#: Faults written after the rules, which at first found 21 of these 23 and of `MISSED`.
UNSEEN: tuple[tuple[str, str, str, str], ...] = (
    (
        "en",
        "sum",
        "Wind (12 GW) and solar (9 GW) together make up 25 GW of the country's fleet.",
        "21",
    ),
    (
        "en",
        "sum",
        "Exports brought in €3.2 billion and licences €1.1 billion, for a total of"
        " €5.3 billion.",
        "4.3 billion",
    ),
    ("en", "sum", "The blend consists of 60% maize, 30% wheat and 20% soy.", "110"),
    ("en", "sum", "About 52% were in favour and 55% against.", "107"),
    ("zh", "sum", "公司今年3月裁员200人，5月裁员300人，2023年共计裁员600人。", "500"),
    ("zh", "sum", "甲厂年产30万辆，乙厂年产20万辆，合计60万辆。", "50万"),
    ("en", "range", "Analysts' forecasts range from 12% to 7%.", "backwards"),
    ("en", "range", "Rents vary between $3,000 and $2,000 a month.", "backwards"),
    ("en", "range", "Some 8-5% of shipments arrive late.", "backwards"),
    ("zh", "range", "毛利率在35%至28%之间波动。", "backwards"),
    ("en", "share", "In the survey, 112% of executives expected growth.", "whole"),
    ("en", "share", "The office vacancy rate climbed to 120% in 2024.", "100 %"),
    ("en", "share", "The incumbent took 104% of the votes.", "whole"),
    ("en", "change", "Revenue climbed from $4.1 billion to $3.9 billion.", "fall"),
    ("en", "change", "The tax was lowered from 19% to 21%.", "rise"),
    ("en", "change", "The price fell by 60% from $100 to $60.", "40 %"),
    ("en", "change", "Capacity tripled from 20 GW to 40 GW.", "factor of 2"),
    ("zh", "change", "销量从120万辆下降至150万辆。", "rise"),
    (
        "en",
        "date",
        "Its shares have lost a third of their value this year.",
        "this year",
    ),
    ("en", "date", "The merger was blocked three months ago.", "three months ago"),
    ("en", "date", "The next auction takes place next month.", "next month"),
    ("zh", "date", "该公司上季度亏损扩大。", "上季度"),
    ("zh", "date", "新规将于下个月生效。", "下个月"),
)

#: Faults that stay without a note: to find them would cost false alarms elsewhere.
MISSED = (
    "Its 14 hotels and 6 hostels, 30 houses in all, are full.",
    "The board has 4 women and 7 men, 12 members in total.",
    "The deficit-free budget grew from $90 million to $80 million.",
)

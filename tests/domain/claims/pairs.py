"""Pairs of claims that say the same, and pairs that only look it; written first."""

SAME_ENGLISH = (
    (
        "The EU added 27.1 GWh of battery storage in 2025, 45% more than in 2024.",
        "Battery storage additions in the European Union reached 27.1 GWh in 2025, a"
        " 45%"
        " increase on 2024.",
    ),
    (
        "Sales of heat pumps fell by 22% in Germany in 2024.",
        "In 2024, German heat pump sales dropped 22%.",
    ),
    (
        "Novo Nordisk will cut about 9,000 of its 78,400 jobs.",
        "Novo Nordisk plans to shed roughly 9,000 jobs out of 78,400.",
    ),
    (
        "The Federal Reserve raised its rate to 5.5% in July 2023.",
        "In July 2023 the Fed lifted rates to 5.5%.",
    ),
    (
        "Copper prices rose by a quarter in 2024.",
        "Copper became 25% more expensive in 2024.",
    ),
    (
        "SK hynix held 62% of HBM shipments in the second quarter of 2025.",
        "In Q2 2025, SK hynix accounted for 62% of HBM shipments.",
    ),
    (
        "Measles vaccination prevents about 60 million deaths a decade.",
        "Vaccination against measles prevents roughly 60 million deaths per decade.",
    ),
    (
        "The Suez Canal carries 12% of world trade.",
        "About 12% of global trade passes through the Suez Canal.",
    ),
    (
        "Italy's first auction awarded all 10 GWh on offer.",
        "All 10 GWh on offer were awarded in Italy's first auction.",
    ),
    (
        "Turnkey storage systems cost $165 per kWh in 2024, 40% less than a year"
        " before.",
        "In 2024 the price of turnkey storage systems fell 40% to $165 per kWh.",
    ),
    (
        "TSMC makes more than 90% of the most advanced chips.",
        "Over 90% of the most advanced chips are made by TSMC.",
    ),
    (
        "Denmark taxes livestock emissions from 2030.",
        "From 2030, Denmark will tax emissions from livestock.",
    ),
    (
        "India became the third-largest car market in 2022.",
        "In 2022 India became the world's third-largest car market.",
    ),
    (
        "Each dollar spent on early childhood returns $7.",
        "Every dollar spent on early childhood returns $7.",
    ),
    (
        "Half of the world's cocoa comes from Ghana and Ivory Coast.",
        "Ghana and Ivory Coast produce half of the world's cocoa.",
    ),
    (
        "Remote workers quit 33% less often than office workers.",
        "Office workers quit more often than remote workers, who quit 33% less often.",
    ),
    (
        "The vacancy rate of American offices reached 20.4% at the end of 2024.",
        "American office vacancy stood at 20.4% at the end of 2024.",
    ),
    (
        "A new mine takes 16 years from discovery to production.",
        "From discovery to production, a new mine takes 16 years.",
    ),
    (
        "Because the duties cover only battery cars, makers export more hybrids.",
        "Makers export more hybrids because the duties cover only battery cars.",
    ),
    (
        "Ship emissions rose 9.6% in 2024 to 140.5 million tonnes.",
        "In 2024, emissions of ships grew by 9.6% to 140.5 million tonnes.",
    ),
    (
        "Lilly's Zepbound earned $4.9 billion in 2024.",
        "Zepbound brought Lilly $4.9 billion in 2024.",
    ),
    (
        "The ECB lowered its deposit rate from 4% to 2% within a year.",
        "Within a year the European Central Bank cut its deposit rate from 4% to 2%.",
    ),
    (
        "Adults who sleep less than six hours are 30% likelier to have dementia.",
        "Dementia is 30% likelier in adults who sleep less than six hours.",
    ),
    (
        "Nvidia wrote off $4.5 billion of stock after the licence requirement.",
        "After the licence requirement Nvidia wrote off stock worth $4.5 billion.",
    ),
    (
        "Private credit funds manage $1.7 trillion, up from $0.5 trillion in 2015.",
        "Assets managed by private credit funds rose from $0.5 trillion in 2015 to"
        " $1.7 trillion.",
    ),
    (
        "Germany received requests to connect 720 GW of batteries.",
        "Requests to connect batteries in Germany came to 720 GW.",
    ),
    (
        "Trials of the four-day week raised output by 8%.",
        "Output rose by 8% in trials of the four-day week.",
    ),
    (
        "Wind and solar generated 30% of the EU's electricity in the first half of"
        " 2024.",
        "In the first half of 2024, 30% of the European Union's power came from wind"
        " and"
        " solar.",
    ),
    (
        "Smelters cut production because treatment charges fell to record lows.",
        "Treatment charges fell to record lows, so smelters cut production.",
    ),
    (
        "Airlines earned $36 of profit per 5 passengers in 2025.",
        "In 2025 airlines made a profit of $36 per 5 passengers.",
    ),
    (
        "The law bans the sale of new petrol cars from 2035.",
        "The sale of new petrol cars is banned by the law from 2035.",
    ),
    (
        "Two-thirds of the lost weight came back within a year of stopping"
        " semaglutide.",
        "Within a year of stopping semaglutide, two-thirds of the lost weight came"
        " back.",
    ),
    (
        "Amazon opened 14 warehouses in Texas in 2023.",
        "In 2023, 14 Amazon warehouses opened in Texas.",
    ),
    (
        "The U.S. put 140 entities on its list in December 2024.",
        "In December 2024 the United States added 140 entities to its list.",
    ),
    (
        "Ships of 5,000 gross tonnage and above must surrender allowances.",
        "Allowances must be surrendered by ships of 5,000 gross tonnage and above.",
    ),
    (
        "The yield on ten-year Treasuries rose by about one percentage point.",
        "Ten-year Treasuries' yield rose about one percentage point.",
    ),
    (
        "HBM takes more silicon than ordinary memory.",
        "HBM needs more silicon than ordinary memory does.",
    ),
    (
        "Toyota sold 10.8 million cars in 2024.",
        "Toyota's sales came to 10.8 million vehicles in 2024.",
    ),
    (
        "Antibiotic resistance directly kills 1.27 million people a year.",
        "Each year antibiotic resistance kills 1.27 million people directly.",
    ),
    (
        "Cloud firms spent $200 billion on data centres in 2024.",
        "In 2024 spending on data centres by cloud companies was $200 billion.",
    ),
    (
        "Japan's population shrank by 0.9 million in 2024.",
        "In 2024, the population of Japan fell by 900,000.",
    ),
    (
        "Every fourth worker in Spain is on a temporary contract.",
        "Every fourth Spanish worker has a temporary contract.",
    ),
    (
        "Insurers left California after wildfire losses doubled.",
        "After losses from wildfires doubled, insurers left California.",
    ),
    (
        "The International Energy Agency expects oil demand to peak before 2030.",
        "Oil demand will peak before 2030, the International Energy Agency expects.",
    ),
)

SAME_CHINESE = (
    (
        "2024年中国汽车出口585.9万辆，同比增长19.3%。",
        "中国2024年出口汽车585.9万辆，比上年增长19.3%。",
    ),
    (
        "欧盟对比亚迪的反补贴税率为17.0%。",
        "比亚迪在欧盟的反补贴税率为17%。",
    ),
    (
        "比亚迪海外销量从41.7万辆增加到100万辆以上。",
        "比亚迪的海外销量由41.7万辆增至100万辆以上。",
    ),
    (
        "美国把对中国电动汽车的附加关税由25%提高到100%。",
        "美国对中国电动汽车的附加关税从25%升至100%。",
    ),
    (
        "新型储能装机规模突破7000万千瓦。",
        "新型储能的装机规模超过7000万千瓦。",
    ),
    (
        "高铁运营里程达到4.8万公里，居世界第一。",
        "高铁运营里程4.8万公里，居世界第一位。",
    ),
    (
        "超过一半的受访企业计划扩大投资。",
        "一半以上的受访企业计划扩大投资。",
    ),
    (
        "锂价从每吨60万元跌至每吨10万元。",
        "每吨锂价由60万元跌至10万元。",
    ),
    (
        "由于原料短缺，冶炼厂减产三成。",
        "冶炼厂因原料短缺减产30%。",
    ),
    (
        "宁德时代在匈牙利投资73亿欧元建厂。",
        "宁德时代投资73亿欧元在匈牙利建厂。",
    ),
    (
        "60岁以上人口占总人口的22%。",
        "总人口中60岁以上人口占22%。",
    ),
    (
        "央行将存款准备金率下调0.5个百分点。",
        "央行下调存款准备金率0.5个百分点。",
    ),
    (
        "第三季度快递业务量同比增长20.1%。",
        "快递业务量第三季度同比增长20.1%。",
    ),
    (
        "每行驶100公里耗电15千瓦时。",
        "每100公里行驶耗电15千瓦时。",
    ),
    (
        "电池成本占整车成本的40%左右。",
        "整车成本中电池成本约占40%。",
    ),
    (
        "2030年前碳排放达到峰值。",
        "碳排放在2030年前达到峰值。",
    ),
)

OTHER_ENGLISH = (
    # another number
    (
        "Sales of heat pumps fell by 22% in Germany in 2024.",
        "Sales of heat pumps fell by 32% in Germany in 2024.",
    ),
    (
        "The Suez Canal carries 12% of world trade.",
        "The Suez Canal carries 15% of world trade.",
    ),
    (
        "Toyota sold 10.8 million cars in 2024.",
        "Toyota sold 10.3 million cars in 2024.",
    ),
    (
        "The ECB lowered its deposit rate from 4% to 2%.",
        "The ECB lowered its deposit rate from 4% to 3%.",
    ),
    (
        "The law bans the sale of new petrol cars from 2035.",
        "The law bans the sale of new petrol cars from 2030.",
    ),
    # another unit
    (
        "The park produces 300 MW.",
        "The park produces 300 MWh.",
    ),
    (
        "The plan costs $30 billion.",
        "The plan costs €30 billion.",
    ),
    (
        "Margins rose by 2 percentage points.",
        "Margins rose by 2%.",
    ),
    # another period
    (
        "SK hynix held 62% of HBM shipments in the second quarter of 2025.",
        "SK hynix held 62% of HBM shipments in the third quarter of 2025.",
    ),
    (
        "Exports rose 12% in March 2024.",
        "Exports rose 12% in April 2024.",
    ),
    (
        "Exports rose 12% in 2024.",
        "Exports rose 12% in 2023.",
    ),
    # another name
    (
        "SK hynix held 62% of HBM shipments.",
        "Micron held 62% of HBM shipments.",
    ),
    (
        "Amazon opened 14 warehouses in Texas in 2023.",
        "Amazon opened 14 warehouses in Ohio in 2023.",
    ),
    (
        "The Bank of Japan raised its rate to 0.5%.",
        "The Bank of England raised its rate to 0.5%.",
    ),
    (
        "Germany exports 20% of its machines to China.",
        "Germany exports 20% of its machines to France.",
    ),
    (
        "Samsung overtook SK hynix in memory revenue.",
        "SK hynix overtook Micron in memory revenue.",
    ),
    (
        "Wegovy reduced weight by 15% in the trial.",
        "Zepbound reduced weight by 15% in the trial.",
    ),
    (
        "Exports from Germany to China fell by 5%.",
        "Exports from China to Germany fell by 5%.",
    ),
    (
        "Exports from Germany to China fell by 12%.",
        "Exports from China to Germany fell by 12%.",
    ),
    (
        "Banks lent 14% more to funds.",
        "Funds lent 14% more to banks.",
    ),
    # another direction, denial
    (
        "Sales of heat pumps fell by 22% in Germany in 2024.",
        "Sales of heat pumps rose by 22% in Germany in 2024.",
    ),
    (
        "The duties cover battery cars.",
        "The duties do not cover battery cars.",
    ),
    (
        "More than 60% of firms plan to hire.",
        "Less than 60% of firms plan to hire.",
    ),
    (
        "Trials of the four-day week raised output by 8%.",
        "Trials of the four-day week reduced output by 8%.",
    ),
    (
        "Copper supply exceeds demand by 3%.",
        "Copper demand exceeds supply by 3%.",
    ),
    (
        "The law bans the sale of new petrol cars from 2035.",
        "The law allows the sale of new petrol cars from 2035.",
    ),
    (
        "Regulators approved the merger in 2024.",
        "Regulators rejected the merger in 2024.",
    ),
    (
        "The index closed above 4,000 points.",
        "The index closed below 4,000 points.",
    ),
    (
        "Profits widened to $3 billion.",
        "Losses widened to $3 billion.",
    ),
    # another subject or measure
    (
        "Exports of cars rose 12% in 2024.",
        "Exports of steel rose 12% in 2024.",
    ),
    (
        "Imports of cars rose 12% in 2024.",
        "Exports of cars rose 12% in 2024.",
    ),
    (
        "Copper demand rose 12% in 2024.",
        "Copper output rose 12% in 2024.",
    ),
    (
        "Revenue grew 8% in 2024.",
        "Headcount grew 8% in 2024.",
    ),
    (
        "Wheat prices fell by a quarter.",
        "Maize prices fell by a quarter.",
    ),
    (
        "Women hold 30% of board seats.",
        "Women hold 30% of management posts.",
    ),
    (
        "The average wage of nurses rose by 4%.",
        "The average wage of teachers rose by 4%.",
    ),
    (
        "Half of the world's cocoa comes from two countries.",
        "Half of the world's coffee comes from two countries.",
    ),
    (
        "Domestic flights recovered to 95% of their 2019 level.",
        "International flights recovered to 95% of their 2019 level.",
    ),
    (
        "Unemployment among young people is 15%.",
        "Unemployment among older people is 15%.",
    ),
    (
        "Wholesale prices rose 3% in 2024.",
        "Retail prices rose 3% in 2024.",
    ),
    (
        "Net profit was $2 billion in 2024.",
        "Gross profit was $2 billion in 2024.",
    ),
    (
        "The drug lowers the risk of stroke by 20%.",
        "The drug lowers the risk of diabetes by 20%.",
    ),
    (
        "A four-hour battery counts at 41.74% of its power.",
        "An eight-hour battery counts at 41.74% of its power.",
    ),
    (
        "Onshore wind added 8 GW in 2024.",
        "Offshore wind added 8 GW in 2024.",
    ),
    (
        "New loans carried a rate of 6.2% in 2024.",
        "Maturing loans carried a rate of 6.2% in 2024.",
    ),
    (
        "Short-term rates rose to 5% in 2023.",
        "Long-term rates rose to 5% in 2023.",
    ),
    # no figures: same words, another statement
    (
        "Banks lend to funds.",
        "Funds lend to banks.",
    ),
    (
        "HBM takes more silicon than ordinary memory.",
        "Ordinary memory takes more silicon than HBM.",
    ),
    (
        "Insurers left California after wildfire losses doubled.",
        "Insurers left California after wildfire losses tripled.",
    ),
    (
        "Smelters cut production because charges fell.",
        "Smelters cut production although charges rose.",
    ),
    (
        "Cheap batteries make solar power useful at night.",
        "Cheap batteries make wind power useful in calm weather.",
    ),
    (
        "The first phase of the project opened in 2021.",
        "The second phase of the project opened in 2021.",
    ),
    (
        "Remote workers quit less often than office workers.",
        "Remote workers are promoted less often than office workers.",
    ),
)

OTHER_CHINESE = (
    ("2024年中国汽车出口585.9万辆。", "2024年中国汽车产量585.9万辆。"),
    ("2024年中国汽车出口585.9万辆。", "2023年中国汽车出口585.9万辆。"),
    ("2024年中国汽车出口585.9万辆。", "2024年中国汽车出口685.9万辆。"),
    ("欧盟对比亚迪加征17%的关税。", "欧盟对吉利加征17%的关税。"),
    ("锂价上涨30%。", "锂价下跌30%。"),
    ("锂价上涨30%。", "镍价上涨30%。"),
    ("超过60%的企业计划招聘。", "不到60%的企业计划招聘。"),
    ("该法案禁止销售燃油车。", "该法案不禁止销售燃油车。"),
    ("第三季度出口增长20%。", "第二季度出口增长20%。"),
    ("进口增长12%。", "出口增长12%。"),
    ("投资73亿欧元建厂。", "投资73亿美元建厂。"),
    ("城镇居民收入增长5%。", "农村居民收入增长5%。"),
    ("银行向基金贷款。", "基金向银行贷款。"),
)

SAME = (
    *(("en", one, other) for one, other in SAME_ENGLISH),
    *(("zh", one, other) for one, other in SAME_CHINESE),
)
OTHER = (
    *(("en", one, other) for one, other in OTHER_ENGLISH),
    *(("zh", one, other) for one, other in OTHER_CHINESE),
)

#: Pairs written after the rules: at first 19 of 25 and 3 of 32 were called the same.
UNSEEN_SAME = (
    (
        "en",
        "Uruguay generates 95% of its electricity from renewables.",
        "Renewables supply 95% of Uruguay's electricity.",
    ),
    (
        "en",
        "Boeing delivered 348 aircraft in 2024, down from 528 in 2023.",
        "In 2024 Boeing delivered 348 planes, compared with 528 in 2023.",
    ),
    (
        "en",
        "A dengue vaccine cut hospital admissions by 84% in trials.",
        "In trials, a dengue vaccine reduced hospital admissions by 84%.",
    ),
    (
        "en",
        "Vietnam's exports to the United States reached $119 billion in 2024.",
        "Exports from Vietnam to the U.S. came to $119 billion in 2024.",
    ),
    (
        "en",
        "The Panama Canal reduced daily transits from 36 to 22 because of drought.",
        "Because of drought, the Panama Canal cut its daily transits from 36 to 22.",
    ),
    ("en", "Only 9% of plastic is recycled.", "Just 9% of all plastic is recycled."),
    (
        "en",
        "Ozempic patents expire in Canada in 2026.",
        "In 2026 the patents on Ozempic expire in Canada.",
    ),
    (
        "en",
        "Sovereign funds own 14% of the Oslo exchange.",
        "14% of the Oslo exchange is owned by sovereign funds.",
    ),
    (
        "en",
        "Rents in Lisbon have doubled since 2015.",
        "Since 2015, rents in Lisbon have doubled.",
    ),
    (
        "en",
        "Meta's capital spending rose to $72 billion in 2025.",
        "In 2025 Meta raised capital spending to $72 billion.",
    ),
    (
        "en",
        "Lithium prices fell 80% from their peak in late 2022.",
        "From their peak in late 2022, lithium prices fell by 80%.",
    ),
    (
        "en",
        "Norway's fund holds 1.5% of all listed shares.",
        "The Norwegian fund owns 1.5% of all listed shares.",
    ),
    (
        "en",
        "Desalination provides 70% of the drinking water of Saudi Arabia.",
        "In Saudi Arabia 70% of drinking water comes from desalination.",
    ),
    (
        "en",
        "Chip exports made up 21% of South Korea's exports.",
        "Chips accounted for 21% of the exports of South Korea.",
    ),
    (
        "en",
        "Nearly half of all Kenyan adults use mobile money daily.",
        "Almost half of Kenya's adults use mobile money every day.",
    ),
    (
        "en",
        "The reactor was finished 14 years late.",
        "The reactor was completed 14 years behind schedule.",
    ),
    (
        "en",
        "Starlink has 4.6 million subscribers in 118 countries.",
        "Starlink serves 4.6 million subscribers across 118 countries.",
    ),
    (
        "en",
        "Investors withdrew $12 billion from clean-energy funds in 2024.",
        "In 2024, investors pulled $12 billion out of clean-energy funds.",
    ),
    (
        "en",
        "The merger was blocked because it would have raised fares.",
        "Because it would have raised fares, the merger was blocked.",
    ),
    (
        "en",
        "Hybrid schedules lowered resignations by a third at Trip.com.",
        "At Trip.com hybrid schedules reduced resignations by one third.",
    ),
    ("zh", "2025年上半年风电新增装机51吉瓦。", "2025年上半年新增风电装机51吉瓦。"),
    ("zh", "日本65岁以上人口占比为29.3%。", "日本65岁以上人口占29.3%。"),
    (
        "zh",
        "台积电计划在亚利桑那投资1650亿美元。",
        "台积电拟在亚利桑那投资1650亿美元。",
    ),
    (
        "zh",
        "由于干旱，巴拿马运河每日通行量从36艘降至22艘。",
        "因干旱，巴拿马运河每日通行量由36艘减少到22艘。",
    ),
    ("zh", "光伏组件价格两年内下跌60%。", "两年内光伏组件价格下降60%。"),
)
UNSEEN_OTHER = (
    (
        "en",
        "Uruguay generates 95% of its electricity from renewables.",
        "Paraguay generates 95% of its electricity from renewables.",
    ),
    (
        "en",
        "Boeing delivered 348 aircraft in 2024.",
        "Airbus delivered 348 aircraft in 2024.",
    ),
    (
        "en",
        "Boeing delivered 348 aircraft in 2024.",
        "Boeing ordered 348 engines in 2024.",
    ),
    (
        "en",
        "A dengue vaccine cut hospital admissions by 84% in trials.",
        "A malaria vaccine cut hospital admissions by 84% in trials.",
    ),
    (
        "en",
        "A dengue vaccine cut hospital admissions by 84% in trials.",
        "A dengue vaccine cut deaths by 84% in trials.",
    ),
    (
        "en",
        "Vietnam's exports to the United States reached $119 billion in 2024.",
        "Vietnam's imports from the United States reached $119 billion in 2024.",
    ),
    ("en", "Only 9% of plastic is recycled.", "Only 9% of paper is recycled."),
    ("en", "Only 9% of plastic is recycled.", "Only 9% of plastic is burned."),
    (
        "en",
        "Rents in Lisbon have doubled since 2015.",
        "Rents in Lisbon have tripled since 2015.",
    ),
    (
        "en",
        "Rents in Lisbon have doubled since 2015.",
        "Wages in Lisbon have doubled since 2015.",
    ),
    (
        "en",
        "Meta's capital spending rose to $72 billion in 2025.",
        "Meta's advertising revenue rose to $72 billion in 2025.",
    ),
    (
        "en",
        "Lithium prices fell 80% from their peak in late 2022.",
        "Cobalt prices fell 80% from their peak in late 2022.",
    ),
    (
        "en",
        "Norway's fund holds 1.5% of all listed shares.",
        "Norway's fund holds 1.5% of all listed bonds.",
    ),
    (
        "en",
        "Half of Kenyan adults use mobile money.",
        "Half of Kenyan adults use bank branches.",
    ),
    (
        "en",
        "The reactor was finished 14 years late.",
        "The tunnel was finished 14 years late.",
    ),
    (
        "en",
        "Starlink has 4.6 million subscribers in 118 countries.",
        "Netflix has 4.6 million subscribers in 118 countries.",
    ),
    (
        "en",
        "The merger was blocked because it would have raised fares.",
        "The merger was allowed because it would have lowered fares.",
    ),
    (
        "en",
        "Hospitals in the north lack 12,000 nurses.",
        "Hospitals in the south lack 12,000 nurses.",
    ),
    (
        "en",
        "Prices of new homes fell 12% in 2024.",
        "Prices of existing homes fell 12% in 2024.",
    ),
    (
        "en",
        "The first trial enrolled 450 patients.",
        "The last trial enrolled 450 patients.",
    ),
    (
        "en",
        "Employment in services grew by 150,000 in May.",
        "Employment in construction grew by 150,000 in May.",
    ),
    (
        "en",
        "Visa handles 65,000 transactions a second.",
        "Visa handles 65,000 transactions a minute.",
    ),
    (
        "en",
        "Gas supplied 40% of power in summer.",
        "Gas supplied 40% of power in winter.",
    ),
    (
        "en",
        "The company's debt is 3 times its equity.",
        "The company's equity is 3 times its debt.",
    ),
    ("en", "Men earn 20% more than women.", "Women earn 20% more than men."),
    (
        "en",
        "Managers trust staff more than staff trust managers.",
        "Staff trust managers more than managers trust staff.",
    ),
    (
        "en",
        "Solar is cheaper than coal in India.",
        "Coal is cheaper than solar in India.",
    ),
    ("zh", "2025年上半年风电新增装机51吉瓦。", "2025年上半年光伏新增装机51吉瓦。"),
    ("zh", "日本65岁以上人口占比为29.3%。", "韩国65岁以上人口占比为29.3%。"),
    ("zh", "光伏组件价格两年内下跌60%。", "光伏电池价格两年内下跌60%。"),
    ("zh", "男性收入比女性高20%。", "女性收入比男性高20%。"),
    ("zh", "新房价格下跌12%。", "二手房价格下跌12%。"),
)

"""Word lists by which claims are compared. Pure data."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _forms(text: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in text.split())


#: Words that carry no meaning of their own.
FUNCTION_WORDS = _words(
    """
    a an the of in on at by for from to with as and or but nor so yet if then than that
    this these those it its he his she her they their them we our us you your i my is
    are was were be been being am has have had having do does did done will would can
    could may might shall should must there here which who whom whose what when where
    while whereas although though because since after before until during within into
    onto over under about around between among against through throughout across per via
    up down out off again also too very just only even still already both either each
    every all any some more most less least other another such same own not no never
    without whether how why nearly almost roughly approximately compared rather however
    meanwhile according one
    first second third fourth fifth sixth seventh eighth ninth tenth
    """
)
#: Forms of words that no ending tells.
IRREGULAR = _forms(
    """
    fell:fall grew:grow rose:rise held:hold sold:sell came:come became:become
    made:make brought:bring went:go bought:buy built:build paid:pay took:take
    taken:take gave:give given:give got:get grown:grow fallen:fall risen:rise
    spent:spend lent:lend sent:send met:meet led:lead left:leave lost:lose won:win
    ran:run began:begin begun:begin saw:see seen:see shown:show wrote:write
    written:write drove:drive driven:drive spoke:speak broke:break broken:break
    chose:choose chosen:choose kept:keep found:find thought:think taught:teach
    caught:catch stood:stand understood:understand overtook:overtake
    overtaken:overtake women:woman men:man children:child people:person feet:foot
    shrank:shrink shrunk:shrink sank:sink slid:slide withdrew:withdraw threw:throw
    flew:fly struck:strike sought:seek fought:fight drew:draw drawn:draw
    froze:freeze frozen:freeze forbade:forbid swept:sweep slept:sleep felt:feel
    dealt:deal meant:mean
    """
)
#: Words with which a claim may be told in one way or another.
GENERAL_WORDS = _words(
    """
    say said report announce state note tell add reach total amount come stand
    remain become see show make take get give put account represent equal mean find
    estimate expect project forecast predict suggest indicate figure number level
    rate value volume year month quarter week day time period percent percentage
    point million billion trillion thousand hundred end start begin first now today
    currently ago last next overall whole entire addition alone well far much many
    few include including hold keep lead bring run go move set record post earn
    receive produce generate manufacture carry pass double triple treble quadruple
    halve half twofold threefold fourfold fivefold tenfold twice thrice dozen
    """
)
#: Words of one meaning in a line; the first stands for all.
SYNONYMS = (
    "company firm business enterprise corporation group",
    "customer client buyer shopper",
    "worker employee staff personnel headcount",
    "job position post",
    "car vehicle auto automobile",
    "maker manufacturer producer",
    "plant factory facility",
    "cost expense spending expenditure spend",
    "sale revenue turnover sell",
    "profit earnings income",
    "price pricing",
    "house home dwelling",
    "rise raise lift increase grow growth climb gain jump surge soar up higher expand"
    " expansion",
    "fall decline drop decrease down lower reduce reduction cut shrink slump plunge",
    "build construct erect",
    "buy purchase acquire acquisition takeover",
    "begin start launch open",
    "stop halt end cease close shut",
    "country nation state",
    "ship vessel",
    "drug medicine medication",
    "doctor physician",
    "research study survey trial",
    "worldwide global globally world",
    "need require requirement demand",
    "use usage consumption consume",
    "production output",
    "annual yearly annually",
    "approve approval clear clearance",
    "ban prohibit prohibition forbid bar",
    "law legislation act statute",
    "rule regulation",
    "tariff duty levy",
    "investor shareholder",
    "loan lend lending credit mortgage",
    "power electricity",
    "oil crude petroleum",
    "battery storage",
    "hire recruit",
    "choose pick select",
    "cheap inexpensive",
    "fast quick rapid",
    "people person individual",
    "child kid",
    "area region",
    "allow permit let",
    "show reveal demonstrate",
    "plan intend intention aim",
    "pay payment",
    "deliver delivery ship shipment",
    "employ employment",
    "capacity capability",
    "chip semiconductor",
    "memory dram",
    "phone smartphone handset",
    "food grocery",
    "insurer insurance",
    "import imported",
    "export exported",
    "emission emitted emit",
    "install installation",
)
#: Words that open sentences without being names.
OPENERS = _words(
    """
    a an the this that these those it its in on at by for as with from to he she they we
    our their his her but and or yet while when if after before since although though
    however meanwhile moreover some many most both each all no one two three four five
    six seven eight nine ten such there here what why how who which once only because
    despite during between under over about around nearly almost more less fewer half
    another other others several few among against without within until unlike whereas
    whether according compared given thanks due of then thus hence so not than through
    across per even just also still now today every any either neither rather instead
    where total overall additional annual average global worldwide price prices cost
    costs demand supply sales revenue revenues profit profits output production exports
    imports companies firms banks investors customers consumers users workers employees
    owners analysts economists researchers scientists doctors patients people adults
    children households families students teachers voters executives managers developers
    engineers regulators governments officials lawmakers makers manufacturers producers
    suppliers buyers sellers retailers airlines carriers carmakers automakers builders
    landlords tenants lenders borrowers insurers growers farmers miners shippers
    operators utilities factories plants smelters refiners chips chipmakers cars
    batteries ships vessels planes trains buses trucks homes houses offices buildings
    mortgages loans bonds stocks shares funds rates rents wages inflation unemployment
    growth trade tariffs taxes rules laws regulation capacity power electricity energy
    gas oil coal solar wind nuclear water food emissions traffic shipping freight
    storage memory data software hardware networks servers models drugs vaccines
    hospitals schools universities cities countries regions markets industry industries
    sectors competition quality speed time money credit debt spending investment
    investments savings income earnings margins orders deliveries shipments inventories
    reserves headcount staff jobs hiring layoffs turnover participants respondents
    trials studies surveys research tests results experts critics supporters opponents
    high higher low lower large larger small smaller new old older young younger early
    earlier late later first second third last next europe's
    """
)
#: Names that Chinese texts write without any mark.
HAN_NAMES = _words(
    """
    中国 美国 英国 法国 德国 日本 韩国 印度 俄罗斯 巴西 加拿大 墨西哥 澳大利亚 意大利
    西班牙 荷兰 瑞士 瑞典 挪威 丹麦 波兰 土耳其 匈牙利 印尼 印度尼西亚 越南 泰国
    马来西亚 新加坡 菲律宾 沙特 阿联酋 伊朗 以色列 埃及 南非 尼日利亚 肯尼亚 智利 阿根廷
    秘鲁 乌克兰 欧盟 欧洲 亚洲 非洲 拉美 北美 东南亚 中东 北京 上海 广州 深圳 香港 台湾
    澳门 天津 重庆 成都 武汉 杭州 南京 苏州 西安 广东 江苏 浙江 山东 四川 河南 湖北 湖南
    福建 安徽 河北 内蒙古 新疆 西藏 云南 贵州 陕西 山西 甘肃 海南 东京 首尔 伦敦 巴黎
    柏林 纽约 华盛顿 比亚迪 吉利 上汽 一汽 广汽 长城 奇瑞 蔚来 理想 小鹏 小米 华为 腾讯
    阿里巴巴 百度 京东 美团 字节跳动 拼多多 联想 中兴 宁德时代 亿纬锂能 国轩高科 隆基
    通威 中芯国际 台积电 三星 海力士 美光 英伟达 英特尔 高通 苹果 微软 谷歌 亚马逊
    特斯拉 大众 宝马 奔驰 丰田 本田 现代 福特 通用 空客 波音 诺和诺德 礼来 辉瑞 罗氏
    恒瑞 药明康德 工商银行 建设银行 农业银行 招商银行 平安 茅台 五粮液 中石油 中石化
    国家电网 世界银行 美联储 欧洲央行 央行 国家统计局 商务部 工信部 发改委 财政部 住建部
    卫健委
    """
)

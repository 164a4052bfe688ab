"""Closed word classes that tell what a sentence of English prose leans on."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November"
    "|December"
)
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
SPEAKERS = _words("we our ours us ourselves you your yours yourself my me myself")
SINGULAR = _words("it its itself")
PERSONAL = _words("he she his her him hers himself herself")
PLURAL = _words("they them their theirs themselves")
OWNERS = _words("its his her their")
PRONOUNS = SINGULAR | PERSONAL | PLURAL
# What opens a sentence and points at the one before it.
POINTING = _words(
    "this that these those such here both neither either another other others one"
    " ones some former latter same then so nor or which who whose where because"
    " none either rather instead otherwise hence not only even yet else it's that's"
    " he's she's they're they've they'd he'd she'd it'd it'll"
)
PREPOSITIONS = _words(
    "in on at by for from since during after before until under with without within"
    " between among across over around about near despite unlike like through"
    " throughout following besides to against behind inside into beyond below above"
    " along per via toward towards upon as than of"
)
SUBORDINATORS = _words(
    "when while if as although though because since after before once until unless"
    " where whereas"
)
RELATIVES = _words("that which who whose whom where when")
# What there is one of, or what needs no introduction.
UNIQUE = _words(
    "world earth sun moon sky sea air ground ocean oceans planet atmosphere internet"
    " universe past future present public brain body heart blood liver skin stomach"
    " climate environment weather north south east west equator sea-bed seabed soil"
    " century year years month day decade decades end beginning start middle rest"
    " time times first second third most poor rich elderly young unemployed right"
    " left night morning evening afternoon summer winter spring autumn same way"
    " number amount share rate level risk cost price use fact idea case field law"
    " web surface economy"
)
# Places and bodies of which there are many: bare, they are known only from elsewhere.
OF_MANY = _words(
    "river basin valley island city town village lake bay harbour harbor port coast"
    " region district province county area site mine dam reservoir plant factory"
    " building hospital museum court ministry council parliament mayor park forest"
    " company firm bank utility operator agency airline school university study trial"
    " report survey deal agreement fire crash storm flood accident attack"
    " army navy manufacturer process purchase purchases"
)
ORGANISATIONS = (
    "company|firm|maker|manufacturer|startup|start-up|group|bank|retailer|carmaker"
    "|chipmaker|drugmaker|airline|insurer|producer|supplier|operator|publisher"
    "|rival|cooperative|chain|charity|railway|developer|brewer|lender|utility|conglomerate|corporation"
)
# What the name of an organisation holds, and that of a person does not.
ORGANISATION_WORDS = _words(
    "Inc Corp Ltd plc PLC AG SE GmbH NV SA Co Group Holdings Motors Technologies"
    " Systems Airlines Corporation Company Bank Institute Union Foundation University"
    " Agency Commission Council Committee Association Ministry Department Fund Court"
    " Organization Organisation Reserve Authority Service Energy Electric Partners"
    " Capital"
)
# Forms that can only, or nearly only, be the verb of a sentence.
FINITE = _words(
    "is are was were am be been has have had do does did will would can could may"
    " might must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't"
    " doesn't didn't won't wouldn't can't cannot couldn't became began broke brought"
    " built bought came chose cost cut drew drove fell felt found gave got grew held"
    " hit kept knew laid led left lent let lost made meant met paid put ran rose said"
    " sat saw sent set shook showed shut sold spent split spoke spread stood struck"
    " taught thought threw told took went won wore wrote withdrew forecast swept slept"
    " fled flew ate drank swam sank sang hid shot sought dealt dug fed fought froze"
    " hung lit overtook rode shrank slid sprang stole stuck swore tore undertook"
    " understood"
)
# Forms that are its verb behind a plural, and may be a noun elsewhere.
BASE = _words(
    "beat become begin break bring"
    " buy carry cause come contain cover depend differ draw drive fall feel find fly"
    " form gain get give go grow happen help hold include keep know lead leave lie live"
    " lose make mean meet move need pay play produce protect provide put raise reach"
    " react receive reduce release remain rely remove require rise run say see seem"
    " sell send serve show sink sit spend stand start stay store take tell think treat"
    " try turn use vary want weigh win work write agree allow appear argue belong build"
    " burn call change claim consist consume continue contribute convert create decide"
    " describe die disappear drop eat emit employ enter exist expect explain export"
    " face fail feed fight follow generate handle hope import improve increase invest"
    " join kill lack last lay learn lift limit link mark matter measure mine mix note"
    " occur offer open operate own point prefer prevent push regard replace report"
    " represent respond say share speed spread suffer suggest supply support suspect"
    " answer favor favour plan aim intend propose refuse promise seek estimate deny"
    " insist demand urge admit confirm announce recommend require warn swallow"
    " reply caution contend concede complain acknowledge maintain"
    " attribute blame credit doubt fear worry recycle cost reflect remind attend avoid"
    " arrive arise bind borrow ban honour honor lag persist possess threaten tend"
    " resemble inhabit weaken strengthen widen withdraw migrate breed hunt hide"
    " dissolve lower land unveil reject approve slump surge soar resign quit sue freeze"
    " test trade transmit travel visit wait warm warn watch absorb account"
)
VERBS = FINITE | BASE
# What stands behind a noun no more.
BEHIND_NOUNS = _words(
    "itself themselves himself herself therefore thus however meanwhile"
    " also now then still often usually never always later soon only already just even"
    " again not once the a an its their this these those his her no any every each"
    " twice about half all mostly very more less most much many several some"
)
PAST_FORMS = _words(
    "became began broke brought built bought came chose drew drove fell felt found"
    " gave got grew held kept knew laid led left lent lost made meant met paid ran"
    " rose said sat saw sent shook showed sold spent spoke stood struck taught thought"
    " threw told took went won wore wrote died withdrew swept slept fled flew ate drank"
    " swam sank sang hid shot sought dealt dug fed fought froze hung overtook rode"
    " shrank slid sprang stole stuck swore tore undertook understood"
)
PAST = PAST_FORMS | {"was", "were", "had", "did"}
PRESENT_FORMS = _words("is are has have does do can may will")
PLURALS_WITHOUT_S = _words("people men women children police staff and cattle fish")
# What only somebody does who decides: "it" in front of them is an organisation.
DECISIONS = _words(
    "began announced announces raised cut said says sold sells employs employed plans"
    " planned bought hired lent paid agreed decided warned expects expected owns"
    " operates opened closed launched acquired asked refused promised reported reports"
    " earned spent invests invested aims hopes wants resumed intends proposed ordered"
    " filed sued fined approved rejected forecast predicted published advised posted"
)
# What counts the noun behind it, of which a text means only a part.
COUNTING = _words(
    "all both few many most no other several some these those such what two three four"
)
# Of these, each means that a text is about the others.
RESEARCH = _words("study trial experiment survey researchers authors participants")
# With "the" and beside a figure these mean what the article is about.
SUPERORDINATES = _words(
    "object system project program programme scheme device technology technique method"
    " structure mission species vessel"
)
# What a text may call the one thing its headline tells of.
EVENTS = _words(
    "decision move deal ruling verdict vote achievement feat success measure step"
    " reduction increase result outcome event incident change"
)
# What happened, or was set up: of these there are many, and one only with its name.
ONE_OF_MANY = _words(
    "impact collision crash accident blast explosion attack merger takeover verdict"
    " ruling deal vote strike fire storm flood scheme levy plant project programme"
    " survey experiment trial outage hearing lawsuit"
)
# Whose doings mean little where nobody says whose analysts they are.
ACTORS = _words(
    "analysts experts officials researchers scientists critics supporters economists"
    " supervisors investors engineers authorities police observers residents workers"
    " prosecutors investigators regulators males females opponents lawyers teams"
    " inspectors regulators rescuers firefighters witnesses passengers families"
    " managers executives lawmakers politicians voters doctors students teachers users"
    " customers readers members sources insiders traders lenders owners buyers"
)
# Whoever holds one of these is known only with what it is an office of.
OFFICES = _words(
    "director general president minister mayor executive chief chairman chairwoman"
    " author authors spokesman spokeswoman head founder chair manager governor judge"
    " captain coach owner leader secretary commissioner researcher victim winner"
)
TITLES = ("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sir", "Lord", "Lady", "President")
# What may be called by another word of its row, once it is named.
KINDS_OF_ORGANISATIONS = tuple(
    map(
        _words,
        (
            "company group firm maker carmaker manufacturer chipmaker drugmaker"
            " airline retailer supplier operator startup start-up utility"
            " insurer brewer",
            "bank lender",
            "agency authority regulator watchdog administration commission",
            "ministry department",
            "institute laboratory",
            "foundation charity",
            "union",
            "university college",
            "hospital clinic",
            "museum gallery",
            "committee panel council board",
            "court tribunal",
        ),
    )
)
KINDS = KINDS_OF_ORGANISATIONS + tuple(
    map(
        _words,
        (
            "ship vessel ferry tanker freighter boat trawler yacht",
            "plane jet aircraft airliner airplane",
            "spacecraft probe lander orbiter craft",
            "rover",
            "telescope",
            "satellite",
            "mission",
            "agreement accord treaty pact compact convention",
            "law act bill statute",
            "programme program scheme",
            "system",
            "drug medicine therapy treatment vaccine",
            "device machine instrument mechanism",
            "river",
            "lake reservoir",
            "island",
            "charge fee toll levy tax",
            "mountain volcano peak",
            "bridge viaduct",
            "tunnel",
            "dam",
            "canal waterway",
            "airport",
            "port harbour harbor",
            "station",
            "stadium",
            "plant factory mine",
            "park reserve",
            "district county province region",
            "city town capital village",
            "festival",
            "newspaper magazine journal",
        ),
    )
)

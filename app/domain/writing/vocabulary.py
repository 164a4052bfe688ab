"""Word lists that the rules of the writer read. Pure data."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: After a comma these open a clause or an aside, not the next item of a list.
BREAK_WORDS = _words(
    "which who whose where while whereas although though but so yet with compared "
    "according after before as because rather instead not making leaving including "
    "especially particularly even up down from having"
)
#: Words that join two full clauses.
JOINS = _words("while whereas although though but and yet so")
#: A text that one of these opens and that has no other clause is no sentence.
SUBORDINATORS = _words(
    "as because since although though while whereas if unless until when whenever "
    "where whether that after before once lest"
)
#: A clause that holds one of these does not stand alone.
CLAUSE_PRONOUNS = _words(
    "it its they their them he she his her him this these those itself themselves "
    "both one ones others latter former which that"
)
PLURAL_PRONOUNS = _words("they them their theirs themselves")
SINGULAR_PRONOUNS = _words("it its itself he him his she her")
SPEAKER_PRONOUNS = _words("i we us our you your my")
POINTING = _words("this that these those such same latter former")
ALONE = _words("both others neither either former latter another")
#: Adjectives that tell no reader which of several things is meant.
VAGUE = _words(
    "same latest other new recent previous former latter current remaining entire "
    "whole full overall combined resulting proposed two three four five six additional "
    "earlier original second third fourth fifth following above present next last"
)
PERIOD_NOUNS = _words("year month week quarter decade half day century season")
#: Of what? A participle or a clause behind these does not tell ("the share due").
RELATIONAL = _words(
    "share portion number amount rate price cost value level total figure average "
    "proportion ratio increase decline rise fall drop gap volume size output sum "
    "percentage difference part majority minority half third quarter rest result "
    "effect reason limit threshold target"
)
#: "The problem" always points at what another sentence told.
TOLD_BEFORE = _words(
    "problem issue plan move decision measure change solution deal scheme proposal "
    "effort approach shift step question idea"
)
#: What follows these is the thing; they only take some of it.
PARTITIVE = _words(
    "part majority minority number amount half rest lot range variety share"
)
#: Nouns that "the" identifies by itself, or that name a class.
UNIQUE = _words(
    "world economy sun moon earth sky sea ocean internet web public past future "
    "present brain body heart eye skin blood climate weather atmosphere environment "
    "government law rest majority minority time way end start beginning day "
    "night morning evening afternoon year home workplace office household pandemic "
    "planet universe north south east west region market industry sector "
    "consumer customer "
    "population grid dollar euro yen pound renminbi yuan cloud media press military "
    "army navy police poor rich elderly young old more better less fewer case fact "
    "idea risk eurozone equator arctic antarctic stratosphere liver gut kidney lung "
    "ear mind seabed ground air soil surface top bottom middle centre center edge "
    "user patient doctor driver buyer seller employer employee worker field "
    "hippocampus cortex retina benchmark"
)
#: Before a number these do not make it part of a name ("Only 12", "Phase 3").
FUNCTION_WORDS = _words(
    "a about after all although an and another any at because before but by each even "
    "every few for from if in its just most no of on only or our over since so some "
    "such that the their these this those though through to under until up when where "
    "while with within without yet later however both than what where"
)
MONTHS = _words(
    "january february march april may june july august september october november "
    "december"
)
PERIOD_UNITS = _words("second minute hour day week month year decade centurie")
#: Nouns that close the name of one thing ("Suez Canal").
NAME_HEADS = _words(
    "canal river lake strait bank fund act treaty agreement accord convention "
    "index university institute agency commission council court ministry board "
    "authority association organisation organization programme program project "
    "reserve union initiative pact summit protocol directive code bridge dam airport "
    "port league department compact airline telescope museum"
)
#: Pairs of verbs that turn a statement round.
OPPOSITES = (
    ("rise", "fall"), ("increase", "decrease"), ("grow", "shrink"),
    ("expand", "contract"), ("accelerate", "slow"), ("improve", "worsen"),
    ("strengthen", "weaken"), ("raise", "lower"), ("widen", "narrow"),
)  # fmt: skip
#: Which one is meant only a name tells: "the company", "the state".
NAMED_KINDS = _words(
    "agency company firm bank carrier maker manufacturer chipmaker retailer airline "
    "rocket aircraft ship spacecraft reactor regulator commission ministry authority "
    "state city country nation province bloc league club act bill treaty"
)
#: Of these, what a place name tells.
PLACE_KINDS = _words("state city country nation province bloc")
#: Verbs whose "that"-clause is what the sentence is for.
REPORTING_VERBS = _words(
    "say show indicate demonstrate find suggest estimate expect warn argue note report "
    "conclude reveal forecast predict believe claim state announce project confirm "
    "rule hold reason contend allege decide caution"
)
#: Matters under way that only who has read of them knows by "the".
MATTERS = _words(
    "case suit lawsuit ruling verdict trial inquiry dispute settlement cap ceiling ban "
    "levy rule scheme deal merger takeover bid pact proposal exemption loophole waiver "
    "strike outbreak scandal affair recall halt freeze"
)
#: Of these, what not even a name before it tells: "the New Jersey case".
SUITS = _words("case suit lawsuit trial dispute affair")
#: Who may do a deed on purpose, where a subject is no name.
ACTORS = _words(
    "agency airline army association authority bank board brewer bureau carrier city "
    "club commission committee company council country court developer engineer "
    "factory farmer firm founder government group investor king lawmaker maker "
    "manufacturer minister ministry museum network operator owner parliament party "
    "physician producer publisher queen regulator researcher retailer school "
    "scientist seller state surgeon team town university utility worker"
)

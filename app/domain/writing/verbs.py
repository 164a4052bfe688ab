"""Verbs by what their object or subject tells. Pure data."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    found = (line.split() for line in text.strip().splitlines())
    return frozenset((verb, word) for word, *verbs in found for verb in verbs)


#: Verbs whose object says little by itself.
LIGHT_VERBS = _words(
    "have see show make take give get reach do include remain become say mean be face "
    "need allow help keep let go come put set find bring add hold offer win"
)
#: Verbs whose subject is a cause.
EFFECT_VERBS = _words(
    "make cause drive reduce raise threaten push force prevent limit boost trigger "
    "explain determine shape weaken strengthen slow speed lift lower block enable "
    "decide govern"
)
#: Verbs with two things beside them: "starve the market of listings".
ROBBING_VERBS = _words(
    "starve deprive rob strip rid cure relieve accuse convict remind inform warn assure"
)
#: Verbs that tell what a whole deed did: ", which left …".
DEED_VERBS = _words(
    "mean leave give allow help let hit hurt cut remove halve double surprise prompt "
    "cost lead bring add mark put"
)
#: Verbs that single their object out: few other things could stand in its place.
FIRM_VERBS = _words(
    "replace overtake ban abolish prohibit forbid cause prevent require lack contain "
    "threaten blame favour favor prefer block acquire abandon reject oppose lose cure "
    "treat cool power melt exceed outpace outweigh surpass trigger determine decide "
    "displace crowd lower raise double unsettle weaken tax subsidise subsidize drop "
    "exempt target import export emit absorb mimic carry store convert"
)
#: Prepositions, each with the verbs whose complement it leads to.
FIRM_PAIRS = _pairs(
    """
    on depend rely hinge rest focus concentrate build base live feed run spend
    of consist warn die make accuse
    by limit replace own run
    with respond compete replace combine partner merge react link mix associate side
    with collaborate
    with begin start
    from come derive stem obtain make suffer benefit profit differ result protect
    from exempt exclude recover import extract separate gain
    to shift link tie lead belong contribute restrict limit confine turn sell export
    to move close open spread migrate attribute adapt switch apply amount expose
    for account stand compete pay allow
    in result invest stay remain specialise specialize lie end consist concentrate
    as serve act know regard treat classify function emerge
    against protect guard warn hedge
    upon depend rely rest
    into flow turn divide split
    """
)
#: Bare nouns, each with the verbs that are one with it: a gap on it asks for nothing.
IDIOMS = _pairs(
    """
    advantage take
    attention pay
    birth give
    breath draw
    care take
    control take
    course change
    effect take
    fire catch
    foot set
    force enter join
    fruit bear
    ground gain lose
    hand change
    hold take
    office take
    pace keep
    part take play
    place take
    rise give
    risk run
    root take
    sail set
    sense make
    service enter
    shape take
    sway hold
    touch lose
    use make
    way give make come
    """
)
#: "Need 16 hours to send it", "moved ministers to promise": an infinitive behind these
#: belongs to them, or to what they act on, and tells no aim.
INFINITIVE_VERBS = _words(
    "need take require cost use have get give leave allow enable let permit cause "
    "force compel oblige lead move push press drive prompt spur persuade urge ask "
    "tell order help teach train invite encourage tempt want plan seek try agree "
    "fail manage tend appear seem begin start continue promise vow pledge offer "
    "refuse decide choose expect design intend mean make be assign commission "
    "appoint hire elect authorise authorize empower entitle pay win earn lose spend "
    "grow rise fall wait last come go set work serve combine"
)

"""Countries by the region of the world, with the word for what is theirs. Pure data."""


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split(", "))


_BY_REGION = {
    "western europe": (
        "France French, Germany German, Italy Italian, Spain Spanish, Portugal "
        "Portuguese, Belgium Belgian, the Netherlands Dutch, Luxembourg Luxembourgish, "
        "Switzerland Swiss, Austria Austrian, Ireland Irish, Britain British, "
        "the United Kingdom British, the UK British, Greece Greek"
    ),
    "northern europe": (
        "Norway Norwegian, Sweden Swedish, Denmark Danish, Finland Finnish, Iceland "
        "Icelandic, Estonia Estonian, Latvia Latvian, Lithuania Lithuanian"
    ),
    "eastern europe": (
        "Poland Polish, Hungary Hungarian, Slovakia Slovak, Slovenia Slovenian, "
        "Romania Romanian, Bulgaria Bulgarian, Croatia Croatian, Serbia Serbian, "
        "Ukraine Ukrainian, Russia Russian, Belarus Belarusian, the Czech Republic "
        "Czech, Moldova Moldovan"
    ),
    "north america": (
        "the United States American, the U.S. American, the US American, "
        "America American, Canada Canadian, Mexico Mexican"
    ),
    "latin america": (
        "Brazil Brazilian, Argentina Argentine, Chile Chilean, Peru Peruvian, Colombia "
        "Colombian, Ecuador Ecuadorian, Bolivia Bolivian, Venezuela Venezuelan, "
        "Uruguay Uruguayan, Paraguay Paraguayan, Panama Panamanian, Guatemala "
        "Guatemalan, Honduras Honduran, Cuba Cuban, Jamaica Jamaican"
    ),
    "eastern asia": (
        "China Chinese, Japan Japanese, South Korea Korean, North Korea Korean, "
        "Taiwan Taiwanese, Mongolia Mongolian"
    ),
    "southeast asia": (
        "Vietnam Vietnamese, Thailand Thai, Malaysia Malaysian, Singapore Singaporean, "
        "Indonesia Indonesian, the Philippines Filipino, Cambodia Cambodian, "
        "Myanmar Burmese, Laos Laotian"
    ),
    "south asia": (
        "India Indian, Pakistan Pakistani, Bangladesh Bangladeshi, Nepal Nepalese, "
        "Bhutan Bhutanese, Afghanistan Afghan"
    ),
    "middle east": (
        "Iran Iranian, Iraq Iraqi, Israel Israeli, Jordan Jordanian, Lebanon Lebanese, "
        "Saudi Arabia Saudi, Qatar Qatari, Kuwait Kuwaiti, Oman Omani, Yemen Yemeni, "
        "Syria Syrian, Turkey Turkish, the United Arab Emirates Emirati"
    ),
    "north africa": (
        "Egypt Egyptian, Morocco Moroccan, Algeria Algerian, Tunisia Tunisian, Libya "
        "Libyan, Sudan Sudanese"
    ),
    "sub-saharan africa": (
        "Nigeria Nigerian, Ghana Ghanaian, Ivory Coast Ivorian, Cameroon Cameroonian, "
        "Senegal Senegalese, Mali Malian, Ethiopia Ethiopian, Kenya Kenyan, Uganda "
        "Ugandan, Tanzania Tanzanian, Rwanda Rwandan, Zambia Zambian, Zimbabwe "
        "Zimbabwean, Angola Angolan, Mozambique Mozambican, South Africa African, "
        "Namibia Namibian, Botswana Botswanan, Madagascar Malagasy"
    ),
    "oceania": "Australia Australian, New Zealand Zealander, Fiji Fijian",
}

#: Regions whose countries are compared with each other.
_WHOLES = {
    "europe": ("western europe", "northern europe", "eastern europe"),
    "america": ("north america", "latin america"),
    "asia": ("eastern asia", "southeast asia", "south asia", "oceania"),
    "arabia": ("middle east", "north africa"),
}
_WHOLE_OF = {region: whole for whole, some in _WHOLES.items() for region in some}
#: The largest economies are compared with each other all over the world.
_LARGE = _names(
    "China, Japan, India, Germany, France, Britain, Brazil, Canada, South Korea, "
    "Italy, Russia, Australia, the United States, the U.S., the US, America, "
    "the United Kingdom"
)
#: Members of the European Union.
UNION = _names(
    "Austria, Belgium, Bulgaria, Croatia, the Czech Republic, Denmark, Estonia, "
    "Finland, France, Germany, Greece, Hungary, Ireland, Italy, Latvia, Lithuania, "
    "Luxembourg, the Netherlands, Poland, Portugal, Romania, Slovakia, Slovenia, "
    "Spain, Sweden"
)

#: (region, word for what is theirs) by name, with the article that belongs to it.
COUNTRIES: dict[str, tuple[str, str]] = {
    name: (region, theirs)
    for region, listed in _BY_REGION.items()
    for name, theirs in (entry.rsplit(" ", 1) for entry in listed.split(", "))
}
#: What is no surname, though a name may end in it: "SolarPower Europe".
PLACES = frozenset(COUNTRIES) | {"Africa", "America", "Asia", "Europe", "Oceania"}
#: Longest first, so that "South Africa" is not read as something else.
LONGEST_FIRST = sorted(COUNTRIES, key=len, reverse=True)


def are_compared(one: str, other: str) -> bool:
    """Say whether two listed countries could be taken for each other by a reader."""
    regions = [COUNTRIES[name][0] for name in (one, other)]
    wholes = {_WHOLE_OF.get(region, region) for region in regions}
    return len(wholes) == 1 or {one, other} <= _LARGE

from app.domain.writing.names import full_names, spelled_out


def test_a_short_reference_is_spelled_out_where_one_name_fits() -> None:
    names = full_names(["Traffic through the Suez Canal fell."])
    assert names == {"canal": "Suez Canal"}
    assert spelled_out("Once the canal reopens, rates fall.", names) == (
        "Once the Suez Canal reopens, rates fall."
    )


def test_two_names_with_one_head_are_left_alone() -> None:
    names = full_names(["The Suez Canal is open.", "The Panama Canal is dry."])
    assert names == {}


def test_a_text_with_the_full_name_is_left_alone() -> None:
    text = "The Suez Canal is long; the canal is old."
    assert spelled_out(text, {"canal": "Suez Canal"}) == text


def test_a_sea_bed_belongs_to_no_sea() -> None:
    names = full_names(["Cables in the Baltic Sea were cut."])
    text = "Cables lie on the sea bed."
    assert spelled_out(text, names) == text


def test_a_name_that_goes_on_is_not_cut() -> None:
    assert full_names(["The National Association of Realtors paid."]) == {}


def test_a_surname_is_spelled_out_where_one_person_bears_it() -> None:
    names = full_names(
        ["Judge Amit Mehta ruled in 2024.", "In 2025 Mehta's court met again."]
    )
    assert names == {"Mehta": "Judge Amit Mehta"}
    assert spelled_out("In 2025 Mehta declined.", names) == (
        "In 2025 Judge Amit Mehta declined."
    )
    assert spelled_out("Mehta's court met.", names) == "Judge Amit Mehta's court met."


def test_what_stands_behind_the_is_no_person() -> None:
    texts = ["The General Motors plant closed.", "By 2020 Motors was gone."]
    assert full_names(texts) == {}


def test_a_surname_inside_another_name_is_left_alone() -> None:
    names = full_names(["Herbert Hoover signed.", "Later Hoover left."])
    assert spelled_out("It lies behind Hoover Dam.", names) == (
        "It lies behind Hoover Dam."
    )


def test_a_place_is_no_surname() -> None:
    texts = ["SolarPower Europe counted 27 GWh.", "It is 70% of Europe's additions."]
    assert full_names(texts) == {}

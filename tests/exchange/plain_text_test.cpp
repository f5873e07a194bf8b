// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "exchange/plain_text.h"

using namespace veldwijzer::exchange;

TEST_CASE("Text without markup comes back byte for byte", "[exchange]") {
    for (const std::string text :
         {"Gewoon een zin. ", "  twee  spaties ", "leeftijd < 18 en > 12", "5 * 3 * 2 = 30",
          "een_lange_naam_hier", "R&D en Jansen & zonen", "> 18 jaar", "# 3 personen", "+ 31 6 00 55 01 23",
          "a*b*c", "-1- punt", "1. een\n2. twee", "mail <jan@example.nl>", "&onbekend; blijft",
          "prijs: 2 * € 5", "[zonder haakjes] (los)", "café – “mooi”", "- een\n- twee"}) {
        const PlainText plain = plainText(text);
        CHECK(plain.text == text);
        CHECK_FALSE(plain.changed());
    }
}

TEST_CASE("HTML becomes the text that a person would read", "[exchange]") {
    CHECK(plainText("<p>Kom <b>langs</b>.</p><p>Gratis</p>").text == "Kom langs.\n\nGratis");
    CHECK(plainText("<ul><li>een</li><li>twee</li></ul>").text == "- een\n- twee");
    CHECK(plainText("regel<br>twee<br/>drie").text == "regel\ntwee\ndrie");
    CHECK(plainText("<a href=\"https://example.nl/x\">Meld je aan</a>").text ==
          "Meld je aan (https://example.nl/x)");
    CHECK(plainText("<a href='mailto:info@example.nl'>mail ons</a>").text == "mail ons (info@example.nl)");
    CHECK(plainText("<a href=\"javascript:alert(1)\">klik</a>").text == "klik");
    CHECK(plainText("Caf&eacute; &amp; bar&nbsp;&#8211; &#x20AC;2").text == "Café & bar – €2");
    CHECK(plainText("voor<script>alert('<b>')</script>na").text == "voorna");
    CHECK(plainText("voor<style>p{}</style>na<!-- geheim -->").text == "voorna");
    CHECK(plainText("a<script>nooit dicht").text == "a");
    CHECK(plainText("<P CLASS=x>Hoofdletters</P>").text == "Hoofdletters");
    CHECK(plainText("<p>x</p>").hadHtml);
}

TEST_CASE("Markdown becomes the text that a person would read", "[exchange]") {
    CHECK(plainText("# Kop\ntekst").text == "Kop\ntekst");
    CHECK(plainText("**Let op:** morgen *dicht* en _niet_ open").text == "Let op: morgen dicht en niet open");
    CHECK(plainText("zie [onze site](https://example.nl)").text == "zie onze site (https://example.nl)");
    CHECK(plainText("![foto](https://example.nl/f.png) hier").text == "foto hier");
    CHECK(plainText("* een\n* twee").text == "- een\n- twee");
    CHECK(plainText("> geciteerd").text == "geciteerd");
    CHECK(plainText("boven\n---\nonder").text == "boven\n\nonder");
    CHECK(plainText("`code` hier").text == "code hier");
    CHECK(plainText("**vet").text == "**vet");
    CHECK(plainText("**x**").hadMarkdown);
    // In a name the stars are part of it.
    CHECK(plainText("*Sterk*", Markup::Html).text == "*Sterk*");
}

TEST_CASE("Hostile markup costs linear time", "[exchange]") {
    for (const std::string piece : {"<a ", "<a href=", "*a ", "**a", "_a", "[", "[x](", "](", "<!--", "&",
                                    "<script", "![", "`a", "*_"}) {
        std::string text;
        while (text.size() < 64 * 1024)
            text += piece;
        // Quadratic work on 64 KiB is billions of steps and would hang the test, not slow it.
        CHECK(plainText(text).text.size() <= 2 * text.size());
    }
}

// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <functional>

#include "base/hash.h"
#include "base/limits.h"
#include "base/random.h"
#include "base/text.h"
#include "roster/invitation_link.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;

namespace {

InvitationLink example(bool founding = false) {
    SeededRandom random(9);
    InvitationLink link;
    link.url = "https://veldwijzer.example.org/regio-noord";
    link.serverKey = random.id<SigningPublicKey>();
    link.region = random.id<RegionId>();
    link.regionName = "Regio Noord-Brabant ĳ";
    if (!founding) link.rootFingerprint = random.id<Hash>();
    random.fill(link.secret);
    return link;
}

void checkEqual(const InvitationLink& a, const InvitationLink& b) {
    CHECK(a.url == b.url);
    CHECK(a.serverKey == b.serverKey);
    CHECK(a.region == b.region);
    CHECK(a.regionName == b.regionName);
    CHECK(a.rootFingerprint == b.rootFingerprint);
    CHECK(a.secret == b.secret);
}

std::string complaint(std::string_view text) {
    const auto link = decodeLink(text);
    REQUIRE_FALSE(link);
    CHECK(link.error().code == ErrorCode::InvalidArgument);
    return link.error().message;
}

// A link around any message, with the hash that it must have.
std::string linkOfMessage(const Bytes& message) {
    Bytes bytes = message;
    const Hash hash = hashOf("veldwijzer link", {message});
    append(bytes, hash.view().first(4));
    return "veldwijzer:join/" + toBase64Url(bytes);
}

bool says(const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("An invitation's link comes back as it went", "[roster]") {
    for (const bool founding : {false, true}) {
        const std::string text = encodeLink(example(founding));
        CHECK(text.starts_with("veldwijzer:join/"));
        CHECK(text.find_first_of(" \n+/=", 16) == std::string::npos);
        const auto link = decodeLink(text);
        REQUIRE(link);
        checkEqual(*link, example(founding));
    }
}

TEST_CASE("A link is what it always was", "[roster]") {
    CHECK(encodeLink(example()) ==
          "veldwijzer:join/CAESKmh0dHBzOi8vdmVsZHdpanplci5leGFtcGxlLm9yZy9yZWdpby1ub29yZBogM4lWl44kRY"
          "RbTRiW2wJixvAyYnZf-7WIQfqZpepX3TUiEMQRqkWrucysLsGiOncuwwQqINH1vcLShNZ-rtVHEWq_mYBBoirnjGGU"
          "0t9NpOggtU7aMhDnW5DVaWDcWuyIueuaSqU2OhZSZWdpbyBOb29yZC1CcmFiYW50IMSzFgfckA");
}

TEST_CASE("A link is found in what people paste", "[roster]") {
    const std::string text = encodeLink(example());
    std::string broken;
    for (std::size_t i = 0; i < text.size(); ++i) {
        broken += text[i];
        if (i % 40 == 39) broken += "\r\n  ";
    }
    std::string capitals = text;
    capitals.replace(0, 16, "VELDWIJZER:Join/");
    for (const std::string& pasted :
         {" " + text, text + "\n", "\t\r\n" + text + "  ", broken, capitals, "<" + text + ">",
          "Beste Noor, hier is je uitnodiging: " + text + ". Tot dinsdag!",
          "invitation: " + text + "\nand more text afterwards", "(" + broken + ")", "\"" + text + "\" zei ze",
          "veldwijzer: doe mee! " + text, "veldwijzer veldwijzer:join " + text}) {
        INFO(pasted);
        const auto link = decodeLink(pasted);
        REQUIRE(link);
        checkEqual(*link, example());
    }
}

TEST_CASE("Every cut-off link says that it isn't complete", "[roster]") {
    const std::string text = encodeLink(example());
    for (std::size_t size = 16; size < text.size(); ++size)
        CHECK(says(complaint(text.substr(0, size)), "not complete"));
    for (std::size_t size = 0; size < 16; ++size)
        CHECK(says(complaint(text.substr(0, size)), "not an invitation"));
}

TEST_CASE("Every changed character of a link is noticed", "[roster]") {
    const std::string text = encodeLink(example());
    for (std::size_t at = 16; at < text.size(); ++at) {
        std::string bad = text;
        bad[at] = bad[at] == 'A' ? 'B' : 'A';
        CHECK(says(complaint(bad), "changed on the way"));
    }
}

TEST_CASE("A broken link says what is wrong with it", "[roster]") {
    const std::string text = encodeLink(example());
    CHECK(says(complaint(""), "not an invitation"));
    CHECK(says(complaint("https://example.org"), "not an invitation"));
    CHECK(says(complaint(std::string(100'000, 'a')), "too long"));
    std::string alphabet = text;
    alphabet[40] = '+';
    CHECK(says(complaint(alphabet), "does not belong"));
    alphabet[40] = '%';
    CHECK(says(complaint(alphabet), "does not belong"));
    alphabet[40] = '\xc3';
    CHECK(says(complaint(alphabet), "not complete"));
}

TEST_CASE("A link made by a newer version asks for an update", "[roster]") {
    // The version stands first in the message: field 1, varint 1. The hash behind it is made anew.
    const auto bytes = fromBase64Url(std::string_view(encodeLink(example())).substr(16));
    REQUIRE(bytes);
    REQUIRE((*bytes)[0] == 0x08);
    const auto relink = [&](const std::function<void(Bytes&)>& change) {
        Bytes message(bytes->begin(), bytes->end() - 4);
        change(message);
        return linkOfMessage(message);
    };
    CHECK(decodeLink(relink([](Bytes&) {})));
    CHECK(says(complaint(relink([](Bytes& m) { m[1] = 2; })), "newer version"));
    CHECK(says(complaint(relink([](Bytes& m) { m[1] = 0; })), "damaged"));
    CHECK(says(complaint(relink([](Bytes& m) { m.resize(m.size() / 2); })), "damaged"));
    CHECK(says(complaint(relink([](Bytes& m) { m[4] = 'f'; })), "damaged"));  // fttps://
}

TEST_CASE("A link names a server by http or https and nothing else", "[roster]") {
    InvitationLink link = example();
    for (const char* url : {"https://a", "http://127.0.0.1:8080", "http://[::1]:80/x"}) {
        link.url = url;
        CHECK(decodeLink(encodeLink(link)));
    }
    for (const std::string& url : {std::string("ftp://a"), std::string("https://"), std::string("a"),
                                   std::string(), std::string("https://a b"), std::string("https://a\nb"),
                                   std::string("javascript:alert(1)"), "https://" + std::string(600, 'a')}) {
        link.url = url;
        CHECK(says(complaint(encodeLink(link)), "damaged"));
    }
    link = example();
    link.regionName = "caf\xe9";
    CHECK(says(complaint(encodeLink(link)), "damaged"));
    link.regionName = std::string(limits::memberNameBytes + 1, 'a');
    CHECK(says(complaint(encodeLink(link)), "damaged"));
}

TEST_CASE("Noise is no link, and is refused quickly", "[roster]") {
    SeededRandom random(4);
    constexpr std::string_view signs = "veldwijzr:jon/ABCxyz019-_ \n\r\t.+";
    for (int run = 0; run < 2000; ++run) {
        std::string text = run % 2 == 0 ? "veldwijzer:join/" : "";
        const std::size_t size = random.below(400);
        for (std::size_t i = 0; i < size; ++i)
            text += random.below(8) == 0 ? static_cast<char>(random.below(256))
                                         : signs[random.below(signs.size())];
        CHECK_FALSE(decodeLink(text));
    }
    CHECK_FALSE(decodeLink("veldwijzer:join/" + std::string(16'000, ' ')));
    std::string spaced = "veldwijzer:join/";
    while (spaced.size() < 16'000)
        spaced += "A ";
    CHECK_FALSE(decodeLink(spaced));
    std::string prefixes;
    while (prefixes.size() < 16'000)
        prefixes += "veldwijzer:join";
    CHECK_FALSE(decodeLink(prefixes));
}

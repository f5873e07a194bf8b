// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "sync/engine.h"
#include "sync/neighbourhood.h"

namespace veldwijzer::test {
namespace {

using roster::SpaceType;

}  // namespace

TEST_CASE("Waiting work survives the end of the process between sealing and answer, byte for byte",
          "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    const auto envelopeIn = [](const sync::Request& request) {
        wire::SyncRequest message;
        REQUIRE(message.ParseFromString(request.body));
        REQUIRE(message.envelopes_size() == 1);
        return message.envelopes(0).SerializeAsString();
    };
    const sync::Request first = n.ask(n.editor());
    static_cast<void>(n.server().answer(first));  // it arrived; the answer did not
    n.editor().stop();
    n.editor().start();
    const sync::Request second = n.ask(n.editor());
    CHECK(envelopeIn(first) == envelopeIn(second));
    n.editor().engine().received(n.server().answer(second));
    CHECK(n.editor().store().pendingCount() == 0);
    CHECK(n.server().log().read(n.space(SpaceType::Map), 0, 10, 1 << 20).headPosition == 1);
}

TEST_CASE("A crash between two answers of one sync loses nothing that anybody was told", "[sync]") {
    const bool writesBetween = GENERATE(false, true);
    CAPTURE(writesBetween);
    Neighbourhood n;
    for (int i = 0; i < 6; ++i) {
        n.write(n.coordinator(), SpaceType::Map, "inloop", "versie " + std::to_string(i));
        n.sync(n.coordinator());
    }
    n.server().setPageBytes(1);  // one envelope a page
    n.write(n.editor(), SpaceType::Map, "opvang", "Opvang");
    for (int answers = 0; answers < 3; ++answers)
        n.editor().engine().received(n.server().answer(n.ask(n.editor())));
    const auto position = [&] { return n.editor().store().space(n.space(SpaceType::Map))->position; };
    CHECK(position() == 3);
    CHECK(n.editor().store().pendingCount() == 0);
    CHECK(n.editor().disk().inTransaction());
    // What a person is told is kept takes along what came before it.
    if (writesBetween) n.write(n.editor(), SpaceType::Map, "wijkteam", "Wijkteam");
    CHECK(n.editor().disk().inTransaction() == !writesBetween);
    n.editor().stop();
    n.editor().start();
    CHECK(position() == (writesBetween ? 3 : 0));
    CHECK(n.shown(n.editor(), "opvang") == "Opvang");
    CHECK(n.shown(n.editor(), "wijkteam") == (writesBetween ? "Wijkteam" : "(nothing)"));
    CHECK(n.editor().store().pendingCount() == 1);

    n.sync(n.editor());
    CHECK(n.editor().engine().progress().complete);
    CHECK(n.editor().engine().progress().alarms.empty());
    CHECK_FALSE(n.editor().disk().inTransaction());
    CHECK(n.shown(n.editor(), "inloop") == "versie 5");
    // The envelope that was acknowledged and forgotten was offered again, and stands in the log once.
    CHECK(n.server().log().read(n.space(SpaceType::Map), 0, 0, 0).headPosition == (writesBetween ? 8 : 7));
}

}  // namespace veldwijzer::test

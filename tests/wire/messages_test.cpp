// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/random.h"
#include "wire/envelope.h"

using namespace veldwijzer;
using namespace veldwijzer::wire;

namespace {

template <typename Message>
void tryToRead(const std::string& bytes) {
    Message message;
    if (message.ParseFromString(bytes)) CHECK(message.ByteSizeLong() <= bytes.size() * 2);
}

}  // namespace

TEST_CASE("Field numbers stand where they always stood", "[wire]") {
    // Numbers on the wire are append only. One of each side, filled with its own number.
    SyncRequest request;
    request.set_protocol(1);
    request.set_region("2");
    request.set_server_epoch("3");
    request.set_roster_position(4);
    request.set_roster_hash("5");
    request.add_roster_entries()->set_body("6");
    request.add_cursors()->set_space("7");
    request.add_envelopes()->set_header("8");
    request.set_page_bytes(9);
    CHECK(request.SerializeAsString() == std::string("\x08\x01\x12\x01"
                                                     "2\x1a\x01"
                                                     "3 \x04*\x01"
                                                     "52\x03\x0a\x01"
                                                     "6:\x03\x0a\x01"
                                                     "7B\x03\x0a\x01"
                                                     "8H\x09"));
    RosterBody body;
    CHECK((body.mutable_genesis(), body.entry_case()) == 10);
    CHECK((body.mutable_invitation(), body.entry_case()) == 11);
    CHECK((body.mutable_revoke_invitation(), body.entry_case()) == 12);
    CHECK((body.mutable_join(), body.entry_case()) == 13);
    CHECK((body.mutable_new_space(), body.entry_case()) == 14);
    CHECK((body.mutable_set_role(), body.entry_case()) == 15);
    CHECK((body.mutable_remove_member(), body.entry_case()) == 16);
    CHECK((body.mutable_remove_device(), body.entry_case()) == 17);
    CHECK((body.mutable_set_space_member(), body.entry_case()) == 18);
    CHECK((body.mutable_new_epoch(), body.entry_case()) == 19);
}

TEST_CASE("A field that a change does not know survives it", "[wire]") {
    const std::string newer = std::string("\x08\x05\xfa\x3f\x03new", 8);  // field 1 and a field 1023
    Change change;
    REQUIRE(change.ParseFromString(newer));
    CHECK(change.SerializeAsString() == newer);
}

TEST_CASE("Noise in any message is refused or read, and never crashes", "[wire]") {
    SeededRandom random(6);
    for (int run = 0; run < 5000; ++run) {
        std::string bytes(random.below(200), '\0');
        for (char& c : bytes)
            c = static_cast<char>(random.below(run % 2 == 0 ? 256 : 32));
        tryToRead<SyncRequest>(bytes);
        tryToRead<SyncResponse>(bytes);
        tryToRead<JoinRequest>(bytes);
        tryToRead<JoinResponse>(bytes);
        tryToRead<ChangeBatch>(bytes);
        tryToRead<Change>(bytes);
        tryToRead<RosterBody>(bytes);
    }
}

// SPDX-License-Identifier: EUPL-1.2
#include "roster/test_region.h"

using namespace veldwijzer;
using namespace veldwijzer::roster;
using namespace veldwijzer::roster::test;

namespace {

constexpr std::array roles{Role::Coordinator, Role::Editor, Role::Professional, Role::Attendee};
constexpr std::array types{SpaceType::Map,           SpaceType::Templates,   SpaceType::Programme,
                           SpaceType::Participation, SpaceType::Suggestions, SpaceType::Team,
                           SpaceType::Personal,      SpaceType::Confidential};

// What the table must say, written a second time and in another way: r reads, w writes, o writes own records.
std::string expected(Role role, SpaceType type) {
    static const std::map<std::string_view, std::array<std::string, 8>> rows{
        {"coordinator", {"rw", "rw", "rw", "ro", "ro", "rw", "rw", "rw"}},
        {"editor", {"rw", "rw", "rw", "ro", "ro", "rw", "rw", "rw"}},
        {"professional", {"rw", "r", "r", "ro", "ro", "rw", "rw", ""}},
        {"attendee", {"", "", "r", "o", "", "", "rw", ""}},
    };
    return rows.at(roleName(role)).at(static_cast<std::size_t>(type) - 1);
}

std::string shown(const Rights& rights) {
    std::string text;
    if (rights.read) text += 'r';
    if (rights.write) text += rights.ownRecordsOnly ? 'o' : 'w';
    return text;
}

}  // namespace

TEST_CASE("The table of rights: every role in every kind of space", "[roster]") {
    for (const Role role : roles) {
        for (const SpaceType type : types) {
            INFO(roleName(role) << " in " << spaceTypeName(type));
            CHECK(shown(rightsOf(role, type)) == expected(role, type));
            CHECK(holdsKey(role, type) == !expected(role, type).empty());
        }
    }
}

TEST_CASE("Every role in every space of a region may do what the table says", "[roster]") {
    Region region;
    std::vector<Person*> people{&region.founder(), &region.join(Role::Editor),
                                &region.join(Role::Professional), &region.join(Role::Attendee)};
    for (std::size_t i = 0; i < roles.size(); ++i) {
        for (const SpaceType type : types) {
            if (type == SpaceType::Team || type == SpaceType::Personal) continue;
            INFO(roleName(roles[i]) << " in " << spaceTypeName(type));
            const std::string rights = expected(roles[i], type);
            const SpaceId space = region.space(type);
            const auto read = region.client.mayRead(people[i]->device, space);
            const auto write = region.client.mayWrite(people[i]->device, space);
            CHECK(read.ok() == (rights.find('r') != std::string::npos));
            CHECK(write.ok() == (rights.find_first_of("wo") != std::string::npos));
            if (!read) CHECK(read.error().code == ErrorCode::Forbidden);
            if (!write) CHECK(write.error().code == ErrorCode::Forbidden);
        }
    }
}

TEST_CASE("A personal space is its owner's alone, a team its members'", "[roster]") {
    Region region;
    const Person& editor = region.join(Role::Editor);
    const Person& other = region.join(Role::Professional);
    const SpaceId own = personalSpace(region.id, editor.member);
    CHECK(region.server.mayWrite(editor.device, own));
    CHECK(region.server.mayRead(other.device, own).error().code == ErrorCode::Forbidden);
    CHECK(region.server.mayRead(region.founder().device, own).error().code == ErrorCode::Forbidden);
    const SpaceId team = region.team(region.founder());
    CHECK(region.server.mayWrite(region.founder().device, team));
    CHECK(region.server.mayWrite(editor.device, team).error().code == ErrorCode::Forbidden);
}

TEST_CASE("Who isn't there may do nothing, and no one may in a space that isn't there", "[roster]") {
    Region region;
    CHECK(region.server.mayRead(DeviceId{}, region.space(SpaceType::Map)).error().code ==
          ErrorCode::NotAMember);
    CHECK(region.server.mayWrite(DeviceId{}, region.space(SpaceType::Map)).error().code ==
          ErrorCode::NotAMember);
    CHECK(region.server.mayRead(region.founder().device, SpaceId{}).error().code == ErrorCode::Forbidden);
    CHECK(region.server.readableBy(DeviceId{}).empty());
    CHECK(region.server.holdersOf(SpaceId{}).empty());
}

TEST_CASE("A device pulls what it may read and holds the keys of what it may write too", "[roster]") {
    Region region;
    const Person& attendee = region.join(Role::Attendee);
    CHECK(region.server.readableBy(region.founder().device).size() == 7);
    CHECK(region.server.readableBy(attendee.device).size() == 2);  // programme, personal
    CHECK(region.server.keyHeldBy(attendee.device).size() == 3);   // and participation
    CHECK(region.server.holdersOf(region.space(SpaceType::Map)) ==
          std::vector<DeviceId>{region.founder().device});
    CHECK(region.server.holdersOf(region.space(SpaceType::Programme)).size() == 2);
}

TEST_CASE("Roles have names, and only those", "[roster]") {
    for (const Role role : roles)
        CHECK(roleFrom(roleName(role)) == role);
    CHECK_FALSE(roleFrom("Coordinator"));
    CHECK_FALSE(roleFrom(""));
    CHECK(spaceTypeName(SpaceType::Map) == "map");
    CHECK(spaceTypeName(SpaceType::Personal) == "personal");
}

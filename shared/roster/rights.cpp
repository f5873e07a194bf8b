// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "base/ensure.h"
#include "roster/roster.h"

namespace veldwijzer::roster {
namespace {

constexpr Rights none{};
constexpr Rights reads{true, false, false};
constexpr Rights all{true, true, false};
constexpr Rights own{true, true, true};
// Writes records of one's own and is not given those of others: a participant's wishes are no one else's.
constexpr Rights ownUnseen{false, true, true};

// Until there are suggestions a professional's correction would have nowhere to go, so professionals write
// the map.
// clang-format off
constexpr std::array<std::array<Rights, 8>, 4> table{{
    //               map    templates  programme  participation  suggestions  team  personal  confidential
    /* coordinator */ {{all,  all,       all,       own,           own,         all,  all,      all}},
    /* editor */      {{all,  all,       all,       own,           own,         all,  all,      all}},
    /* professional */{{all,  reads,     reads,     own,           own,         all,  all,      none}},
    /* attendee */    {{none, none,      reads,     ownUnseen,     none,        none, all,      none}},
}};
// clang-format on

constexpr std::array<std::string_view, 4> roleNames{"coordinator", "editor", "professional", "attendee"};
constexpr std::array<std::string_view, 8> typeNames{"map",         "templates", "programme", "participation",
                                                    "suggestions", "team",      "personal",  "confidential"};

template <typename Enum>
std::size_t indexOf(Enum value, std::size_t size) {
    const auto index = static_cast<std::size_t>(value) - 1;
    ENSURE(index < size);
    return index;
}

}  // namespace

std::string_view roleName(Role role) {
    return roleNames[indexOf(role, roleNames.size())];
}

std::optional<Role> roleFrom(std::string_view name) {
    for (std::size_t i = 0; i < roleNames.size(); ++i)
        if (roleNames[i] == name) return static_cast<Role>(i + 1);
    return std::nullopt;
}

std::string_view spaceTypeName(SpaceType type) {
    return typeNames[indexOf(type, typeNames.size())];
}

Rights rightsOf(Role role, SpaceType type) {
    const auto& row = table[indexOf(role, table.size())];
    return row[indexOf(type, row.size())];
}

bool holdsKey(Role role, SpaceType type) {
    const Rights rights = rightsOf(role, type);
    return rights.read || rights.write;
}

}  // namespace veldwijzer::roster

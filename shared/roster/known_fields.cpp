// SPDX-License-Identifier: EUPL-1.2
#include "roster/known_fields.h"

#include <google/protobuf/io/coded_stream.h>

#include <cstdint>
#include <limits>
#include <span>

namespace veldwijzer::roster {
namespace {

using google::protobuf::io::CodedInputStream;

// The field numbers of each message from 1 up to `last` that are plain, and those that hold a message.
struct Shape;
struct Inner {
    std::uint32_t number;
    const Shape* shape;
};
struct Shape {
    std::uint32_t last;
    std::span<const Inner> inner;
};

constexpr Shape sealedKey{2, {}};
constexpr Inner spaceKeysInner[]{{3, &sealedKey}};
constexpr Shape spaceKeys{4, spaceKeysInner};
constexpr Shape deviceKeys{2, {}};
constexpr Inner newSpaceInner[]{{5, &spaceKeys}};
constexpr Shape newSpace{5, newSpaceInner};
constexpr Inner genesisInner[]{{5, &deviceKeys}, {7, &newSpace}};
constexpr Shape genesis{7, genesisInner};
constexpr Inner invitationInner[]{{6, &spaceKeys}};
constexpr Shape invitation{8, invitationInner};
constexpr Shape oneField{1, {}};
constexpr Inner joinInner[]{{3, &deviceKeys}, {5, &newSpace}};
constexpr Shape join{6, joinInner};
constexpr Inner setRoleInner[]{{3, &spaceKeys}};
constexpr Shape setRole{3, setRoleInner};
constexpr Inner setSpaceMemberInner[]{{4, &spaceKeys}};
constexpr Shape setSpaceMember{4, setSpaceMemberInner};
constexpr Inner newEpochInner[]{{1, &spaceKeys}};
constexpr Shape newEpoch{1, newEpochInner};
constexpr Inner bodyInner[]{{10, &genesis},        {11, &invitation}, {12, &oneField}, {13, &join},
                            {14, &newSpace},       {15, &setRole},    {16, &oneField}, {17, &oneField},
                            {18, &setSpaceMember}, {19, &newEpoch},   {20, &oneField}};
constexpr Shape body{5, bodyInner};
constexpr Shape entry{3, {}};

const Shape* innerOf(const Shape& shape, std::uint32_t number) {
    for (const Inner& inner : shape.inner)
        if (inner.number == number) return inner.shape;
    return nullptr;
}

bool walk(CodedInputStream& stream, const Shape& shape);

// One field after its tag. Only the two wire types that the log's messages use.
bool walkField(CodedInputStream& stream, const Shape& shape, std::uint32_t tag) {
    constexpr std::uint32_t varint = 0;
    constexpr std::uint32_t lengthDelimited = 2;
    const std::uint32_t number = tag >> 3U;
    const std::uint32_t type = tag & 7U;
    const Shape* inner = innerOf(shape, number);
    if (inner == nullptr && (number == 0 || number > shape.last)) return false;
    if (type == varint) {
        std::uint64_t value = 0;
        return inner == nullptr && stream.ReadVarint64(&value);
    }
    std::uint32_t length = 0;
    if (type != lengthDelimited || !stream.ReadVarint32(&length) || length > std::numeric_limits<int>::max())
        return false;
    if (inner == nullptr) return stream.Skip(static_cast<int>(length));
    const auto limit = stream.PushLimit(static_cast<int>(length));
    const bool known = walk(stream, *inner) && stream.BytesUntilLimit() == 0;
    stream.PopLimit(limit);
    return known;
}

bool walk(CodedInputStream& stream, const Shape& shape) {
    while (const std::uint32_t tag = stream.ReadTag())
        if (!walkField(stream, shape, tag)) return false;
    return stream.ConsumedEntireMessage();
}

bool onlyKnownFields(const std::string& bytes, const Shape& shape) {
    CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                            static_cast<int>(bytes.size()));
    return walk(stream, shape);
}

}  // namespace

bool onlyKnownFieldsInBody(const std::string& bytes) {
    return onlyKnownFields(bytes, body);
}
bool onlyKnownFieldsInEntry(const std::string& bytes) {
    return onlyKnownFields(bytes, entry);
}

}  // namespace veldwijzer::roster

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <memory>
#include <string_view>

#include "base/bytes.h"
#include "base/ids.h"

namespace veldwijzer {

/// BLAKE2b-256 (RFC 7693, through libsodium) with a purpose, so that a hash made for one thing never
/// passes for another. Parts are length-prefixed (8 bytes, little-endian): ("ab","c") differs from
/// ("a","bc").
Hash hashOf(std::string_view purpose, std::initializer_list<ByteView> parts);

/// The same with a 16-byte result, for ids.
template <typename Id>
Id idOf(std::string_view purpose, std::initializer_list<ByteView> parts) {
    const Hash hash = hashOf(purpose, parts);
    Id id;
    std::copy_n(hash.bytes.begin(), Id::size, id.bytes.begin());
    return id;
}

}  // namespace veldwijzer

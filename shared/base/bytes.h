// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace veldwijzer {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view textOf(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline Bytes toBytes(ByteView view) {
    return {view.begin(), view.end()};
}
inline std::string toString(ByteView view) {
    return std::string(textOf(view));
}
inline void append(Bytes& target, ByteView more) {
    target.insert(target.end(), more.begin(), more.end());
}

}  // namespace veldwijzer

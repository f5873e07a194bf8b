// SPDX-License-Identifier: EUPL-1.2
#include "base/text.h"

#include <sodium.h>

namespace veldwijzer {

// libsodium wants a pointer even for nothing: the empty text is ours.
std::string toHex(ByteView bytes) {
    if (bytes.empty()) return {};
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
    if (text.empty()) return Bytes();
    Bytes bytes(text.size() / 2);
    std::size_t length = 0;
    const char* end = nullptr;
    if (text.size() % 2 != 0 ||
        sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end) != 0)
        return std::nullopt;
    if (end != text.data() + text.size() || length != bytes.size()) return std::nullopt;
    return bytes;
}

std::string toBase64Url(ByteView bytes) {
    if (bytes.empty()) return {};
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<Bytes> fromBase64Url(std::string_view text) {
    if (text.empty()) return Bytes();
    // libsodium 1.0.18 reads every byte from 128 on as '_'.
    for (const char character : text)
        if (static_cast<unsigned char>(character) >= 0x80) return std::nullopt;
    Bytes bytes(text.size() * 3 / 4 + 3);
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    if (end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

}  // namespace veldwijzer

// SPDX-License-Identifier: EUPL-1.2
#include "session/recovery_code.h"

#include "base/hash.h"

namespace veldwijzer::session {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t signs = 30;
constexpr std::size_t groupSigns = 5;
constexpr std::size_t bitsASign = 5;
constexpr std::size_t codeBytes = 19;  // 152 bits, of which the last two are not written

std::array<std::uint8_t, codeBytes> withCheck(const RecoverySecret& secret) {
    std::array<std::uint8_t, codeBytes> bytes{};
    std::copy(secret.begin(), secret.end(), bytes.begin());
    const Hash hash = hashOf("veldwijzer recovery code", {secret});
    bytes[16] = hash.bytes[0];
    bytes[17] = hash.bytes[1];
    bytes[18] = hash.bytes[2] & 0xfcU;
    return bytes;
}

int valueOf(char typed) {
    char sign = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (sign == 'O') sign = '0';
    if (sign == 'I' || sign == 'L') sign = '1';
    const std::size_t found = alphabet.find(sign);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

}  // namespace

std::string recoveryCodeOf(const RecoverySecret& secret) {
    const auto bytes = withCheck(secret);
    std::string code;
    for (std::size_t i = 0; i < signs; ++i) {
        std::size_t value = 0;
        for (std::size_t bit = i * bitsASign; bit < (i + 1) * bitsASign; ++bit)
            value = value << 1U | (bytes[bit / 8] >> (7 - bit % 8) & 1U);
        if (i > 0 && i % groupSigns == 0) code += '-';
        code += alphabet[value];
    }
    return code;
}

Result<RecoverySecret> recoverySecretFrom(std::string_view typed) {
    const Error wrong = fail(ErrorCode::InvalidArgument,
                             "this is no recovery code, or there is a slip in it: six groups of five letters "
                             "and digits. Look at the "
                             "sheet again");
    std::array<std::uint8_t, codeBytes> bytes{};
    std::size_t count = 0;
    for (const char character : typed) {
        if (character == '-' || character == ' ' || character == '\t') continue;
        const int value = valueOf(character);
        if (value < 0 || count == signs) return wrong;
        for (std::size_t bit = 0; bit < bitsASign; ++bit)
            if ((static_cast<unsigned>(value) >> (bitsASign - 1 - bit) & 1U) != 0) {
                const std::size_t place = count * bitsASign + bit;
                bytes[place / 8] = static_cast<std::uint8_t>(bytes[place / 8] | 1U << (7 - place % 8));
            }
        ++count;
    }
    RecoverySecret secret{};
    std::copy_n(bytes.begin(), secret.size(), secret.begin());
    if (count != signs || withCheck(secret) != bytes) return wrong;
    return secret;
}

}  // namespace veldwijzer::session

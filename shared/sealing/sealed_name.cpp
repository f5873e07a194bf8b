// SPDX-License-Identifier: EUPL-1.2
#include "sealing/sealed_name.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "signing/number_bytes.h"

namespace veldwijzer {
namespace {

constexpr std::string_view purpose = "veldwijzer name";
constexpr std::size_t prefixSize = SpaceId::size + 8;
// Inside: the length in one byte, the name, zeroes.
constexpr std::size_t plainSize = 1 + limits::memberNameBytes;
static_assert(limits::memberNameBytes < 256);
constexpr std::size_t sealedSize = prefixSize + 24 + plainSize + 16;

Bytes associatedWith(ByteView prefix, ByteView about) {
    Bytes associated = toBytes(viewOf(purpose));
    append(associated, prefix);
    append(associated, about);
    return associated;
}

}  // namespace

Bytes sealName(const NameSealedWith& with, const SealingKey& key, ByteView about, std::string_view name,
               Random& random) {
    const std::string_view kept = utf8Prefix(name, limits::memberNameBytes);
    Bytes plain{static_cast<std::uint8_t>(kept.size())};
    append(plain, viewOf(kept));
    plain.resize(plainSize);
    Bytes result = toBytes(with.space.view());
    append(result, numberBytes(std::uint64_t{with.epoch}));
    const Sealed sealed = seal(key, plain, associatedWith(result, about), random);
    append(result, sealed.bytes);
    return result;
}

std::optional<NameSealedWith> nameSealedWith(ByteView sealedName) {
    if (sealedName.size() != sealedSize) return std::nullopt;
    const std::uint64_t epoch = numberFrom(sealedName.subspan<SpaceId::size, 8>());
    if (epoch == 0 || epoch > UINT32_MAX) return std::nullopt;
    return NameSealedWith{*SpaceId::from(sealedName.first(SpaceId::size)), static_cast<std::uint32_t>(epoch)};
}

Result<std::string> unsealName(const SealingKey& key, ByteView about, ByteView sealedName) {
    if (!nameSealedWith(sealedName)) return fail(ErrorCode::Malformed, "A name is damaged.");
    const ByteView prefix = sealedName.first(prefixSize);
    const Result<Unsealed> plain = unseal(key, sealedName.subspan(prefixSize), associatedWith(prefix, about));
    if (!plain) return plain.error();
    const std::size_t length = plain->view()[0];
    const std::string name = toString(plain->view().subspan(1, std::min(length, plainSize - 1)));
    if (length >= plainSize || !isUtf8(name)) return fail(ErrorCode::Malformed, "A name is damaged.");
    return name;
}

}  // namespace veldwijzer

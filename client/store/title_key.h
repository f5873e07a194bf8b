// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace veldwijzer::store {

/// What titles are sorted by: without case, accents, apostrophes and leading signs, so that "Ésmée", "esmee"
/// and "'t Esmee" stand where a person looks for them. Made here rather than by the system's locale, because
/// the order must be the same on every device and after every update. UTF-8 in, UTF-8 out; not valid: as it
/// is.
[[nodiscard]] std::string titleKey(std::string_view title);

}  // namespace veldwijzer::store

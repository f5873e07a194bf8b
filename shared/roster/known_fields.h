// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace veldwijzer::roster {

/// Whether a serialized wire::RosterBody or wire::RosterEntry holds only fields that this version knows, at
/// every depth. A field that we don't know could change what an entry means, and in a document about rights
/// that is never passed over. (Messages of the lite runtime keep unknown fields, but don't show them.)
[[nodiscard]] bool onlyKnownFieldsInBody(const std::string& body);
[[nodiscard]] bool onlyKnownFieldsInEntry(const std::string& entry);

}  // namespace veldwijzer::roster

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exchange/record_content.h"

namespace veldwijzer::exchange {

/// Two records that may be one. A proposal: a person decides.
struct Duplicate {
    RecordId first;
    RecordId second;
    std::string kind;
    std::string firstTitle;
    std::string secondTitle;
    /// 0 to 100: how much speaks for it. Equal name 50, alike 25 to 45; telephone 30; postcode 20; website or
    /// e-mail address 20; at most 100. Proposed from 50; a service only when its name is alike.
    int score = 0;
    std::vector<std::string> reasons;  ///< "same telephone number 0990550001"
};

struct Duplicates {
    std::vector<Duplicate> found;  ///< best first
    /// Keys that more than `blockRecords` records share (a national number, "Inloop") and that by themselves
    /// say nothing; pairs that have nothing else in common are not looked at.
    std::uint64_t commonKeys = 0;
    static constexpr std::size_t blockRecords = 40;
};

/// Set of references on either record: the records that a person said it is not the same as.
inline constexpr std::string_view notDuplicateField = "not_duplicate_of";

/// Looks at services, organizations and locations. Compares only records that share a key (name, telephone,
/// website, postcode with the beginning of the name), so the work grows with the number of records, not with
/// its square. Some 300 bytes a record while it runs.
Duplicates findDuplicates(const RecordSource& source);

}  // namespace veldwijzer::exchange

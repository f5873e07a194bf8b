// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "base/limits.h"

/// What one import may cost, whatever the file holds. Beside base/limits.h, where the limits of values,
/// names and files stand.
namespace veldwijzer::limits {

/// One top-level item as text. A larger one is left out and reported; the rest goes on.
inline constexpr std::size_t hsdsItemBytes = 8 * mib;
/// Values in one top-level item: 200,000 take some 25 MB while the item is read.
inline constexpr std::size_t hsdsItemValues = 200'000;
/// Objects and arrays inside each other. The deepest path of the standard takes about 20.
inline constexpr std::size_t hsdsDepth = 64;
/// One text as it stands in the file: six bytes (\u0041) may become one, so what is longer cannot fit in a
/// value and is not even held.
inline constexpr std::size_t hsdsRawTextBytes = 6 * valueBytes;
/// Values of one record that lost to an earlier one. The ones after that are only reported.
inline constexpr std::size_t hsdsOtherValues = 500;
/// Members of one object: a record with more would not fit in one change.
inline constexpr std::size_t hsdsMembers = 800;
/// Elements of one set of references, of one record.
inline constexpr std::size_t hsdsSetElements = 10'000;
/// Problems listed for one file; the rest is counted.
inline constexpr std::size_t hsdsProblemsPerFile = 20'000;
inline constexpr std::size_t hsdsFilesPerFolder = 10'000;
/// Steps up a chain of parents before the reader stops looking for a circle.
inline constexpr std::size_t hsdsParentSteps = 64;

}  // namespace veldwijzer::limits

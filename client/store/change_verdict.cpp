// SPDX-License-Identifier: EUPL-1.2
#include "store/change_verdict.h"

#include <algorithm>

#include "merge/plain_record.h"
#include "store/own_records.h"

namespace veldwijzer::store {
namespace {

/// Long enough to find the cause; a hostile change cannot fill the vault with reasons.
constexpr std::size_t reasonBytes = 200;

}  // namespace

std::string takeOutInvalid(merge::Change& change, const std::optional<MemberId>& ownRecordsOf,
                           const std::function<bool(const merge::OperationId&)>& known) {
    std::string reasons;
    const auto refuse = [&](std::uint32_t index, std::string_view why) {
        if (reasons.size() < reasonBytes) reasons += std::to_string(index) + ": " + std::string(why) + "; ";
    };
    for (merge::RecordOperations& target : change.records) {
        const bool foreign = ownRecordsOf && !isOwnRecord(target.record, *ownRecordsOf);
        // What is plain is valid, unless somebody else's.
        if (!foreign && !target.plain.empty()) continue;
        merge::takeApart(target);
        std::erase_if(target.operations, [&](const merge::Operation& operation) {
            if (foreign) {
                refuse(operation.id.index, "a record of another member");
                return true;
            }
            auto why = merge::whyInvalid(target, operation);
            if (!why && !std::all_of(operation.replaces.begin(), operation.replaces.end(), known))
                why = "it names an operation that the log does not hold yet";
            if (why) refuse(operation.id.index, *why);
            return why.has_value();
        });
    }
    std::erase_if(change.records, [](const merge::RecordOperations& target) {
        return target.operations.empty() && target.plain.empty();
    });
    return reasons;
}

}  // namespace veldwijzer::store

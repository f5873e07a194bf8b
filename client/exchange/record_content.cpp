// SPDX-License-Identifier: EUPL-1.2
#include "exchange/record_content.h"

#include "exchange/incoming.h"

namespace veldwijzer::exchange {

IncomingRecord contentOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    IncomingRecord content{record.id, record.kind, {}, {}};
    for (const merge::Field& field : record.fields) {
        if (const merge::Value* value = merge::shownValue(record, field.name, clamped))
            putRegister(content, field.name, *value);
        std::vector<merge::Value> elements;
        for (const merge::Value* element : merge::elementsOf(record, field.name))
            elements.push_back(*element);
        if (!elements.empty()) content.sets.emplace_back(field.name, std::move(elements));
    }
    finish(content);
    return content;
}

void ContentDigest::add(const IncomingRecord& record) {
    sum_.add(record.id, record.kind, contentOf(record).view());
}

}  // namespace veldwijzer::exchange

// SPDX-License-Identifier: EUPL-1.2
#include "app/record_reading.h"

#include "app/words.h"
#include "base/text.h"
#include "domain/kinds.h"

namespace veldwijzer::app {

QString idText(const RecordId& id) {
    return text(toHex(id.view()));
}

std::optional<RecordId> idFrom(const QString& hex) {
    const auto bytes = fromHex(utf8(hex));
    return bytes ? RecordId::from(*bytes) : std::nullopt;
}

bool isPresent(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

std::optional<store::StoredRecord> Reading::present(const RecordId& id) const {
    auto stored = session_.store().find(id);
    if (stored && !isPresent(*stored)) stored.reset();
    return stored;
}

std::vector<store::StoredRecord> Reading::children(const store::StoredRecord& parent,
                                                   std::string_view set) const {
    std::vector<store::StoredRecord> found;
    for (const merge::Value* element : merge::elementsOf(parent.record, set))
        if (const auto* id = std::get_if<RecordId>(element))
            if (auto child = present(*id)) found.push_back(std::move(*child));
    return found;
}

const merge::Value* Reading::value(const store::StoredRecord& record, std::string_view field) const {
    return merge::shownValue(record.record, field, session_.store().clampedTime(record.space));
}

std::optional<RecordId> Reading::referenceIn(const store::StoredRecord& record,
                                             std::string_view field) const {
    const merge::Value* found = value(record, field);
    const auto* id = found != nullptr ? std::get_if<RecordId>(found) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

QString Reading::words(const store::StoredRecord& record, std::string_view field) const {
    const merge::Value* found = value(record, field);
    return found != nullptr ? text(domain::displayText(*found)) : QString();
}

bool Reading::flag(const store::StoredRecord& record, std::string_view field) const {
    const merge::Value* found = value(record, field);
    const auto* yes = found != nullptr ? std::get_if<bool>(found) : nullptr;
    return yes != nullptr && *yes;
}

QStringList Reading::elements(const store::StoredRecord& record, std::string_view set) const {
    QStringList found;
    for (const merge::Value* element : merge::elementsOf(record.record, set))
        found << text(domain::displayText(*element));
    return found;
}

QString Reading::title(const store::StoredRecord& record) const {
    return text(domain::titleOf(record.record, session_.store().clampedTime(record.space)));
}

}  // namespace veldwijzer::app

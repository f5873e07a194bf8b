// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string_view>
#include <vector>

#include "session/session.h"

/// Reading records for the screen, on the store thread.
namespace veldwijzer::app {

/// Ids as QML carries them: hexadecimal.
[[nodiscard]] QString idText(const RecordId& id);
[[nodiscard]] std::optional<RecordId> idFrom(const QString& hex);

/// Looks in one store. Deleted and erased records are not there, nor are those of spaces that this device
/// does not have.
class Reading {
public:
    explicit Reading(const session::Session& session) : session_(session) {}

    [[nodiscard]] std::optional<store::StoredRecord> present(const RecordId& id) const;
    /// Those of a set of references that are here, in the order of their ids.
    [[nodiscard]] std::vector<store::StoredRecord> children(const store::StoredRecord& parent,
                                                            std::string_view set) const;
    [[nodiscard]] std::optional<RecordId> referenceIn(const store::StoredRecord& record,
                                                      std::string_view field) const;
    /// Empty when the field is.
    [[nodiscard]] QString words(const store::StoredRecord& record, std::string_view field) const;
    [[nodiscard]] bool flag(const store::StoredRecord& record, std::string_view field) const;
    /// Codes or other texts of a set.
    [[nodiscard]] QStringList elements(const store::StoredRecord& record, std::string_view set) const;
    [[nodiscard]] QString title(const store::StoredRecord& record) const;
    [[nodiscard]] const merge::Value* value(const store::StoredRecord& record, std::string_view field) const;
    [[nodiscard]] const session::Session& session() const { return session_; }

private:
    const session::Session& session_;
};

[[nodiscard]] bool isPresent(const store::StoredRecord& stored);

}  // namespace veldwijzer::app

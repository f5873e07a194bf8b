// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/listing.h"

namespace veldwijzer::app {

/// What people said is not right any more, newest first, until somebody deals with it (app/remarks.h). A row:
/// id, record, title, words, by, at, mine, assurable.
class RemarkList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
public:
    explicit RemarkList(QObject* parent = nullptr) : Listing(parent) {}
    /// This person looked at the record that it is about and found it right, or put it right: every remark
    /// that was made before is dealt with, for everybody. Only if `assurable`.
    Q_INVOKABLE void settle(const QString& record);
    /// One's own.
    Q_INVOKABLE void withdraw(const QString& remark);

protected:
    void reload() override;
};

}  // namespace veldwijzer::app

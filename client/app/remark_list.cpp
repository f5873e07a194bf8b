// SPDX-License-Identifier: EUPL-1.2
#include "app/remark_list.h"

#include "app/lookup.h"
#include "app/remarks.h"
#include "domain/kinds.h"

namespace veldwijzer::app {
namespace {

struct Shown {
    Remark remark;
    bool assurable = false;
};

/// Only some kinds have a day on which they were found right.
bool assurable(const session::Session& session, const RecordId& id) {
    const auto stored = session.store().find(id);
    return stored && domain::findField(stored->record.kind, "assured_date") != nullptr;
}

}  // namespace

void RemarkList::reload() {
    fetch(
        [](session::Session& session) {
            std::vector<Shown> found;
            for (Remark& remark : openRemarks(session)) {
                const bool can = assurable(session, remark.about);
                found.push_back({std::move(remark), can});
            }
            return found;
        },
        [this](std::vector<Shown> found) {
            rows()->show(std::move(found), [now = now()](const Shown& each) {
                return QVariantMap{{QStringLiteral("id"), text(idText(each.remark.id))},
                                   {QStringLiteral("record"), text(idText(each.remark.about))},
                                   {QStringLiteral("title"), each.remark.title},
                                   {QStringLiteral("words"), each.remark.words},
                                   {QStringLiteral("by"), each.remark.by},
                                   {QStringLiteral("at"), momentText(each.remark.at, now)},
                                   {QStringLiteral("mine"), each.remark.mine},
                                   {QStringLiteral("assurable"), each.assurable}};
            });
        });
}

void RemarkList::settle(const QString& record) {
    act(
        [id = utf8(record)](session::Session& session) -> Result<void> {
            const auto found = session.recordFrom(id);
            if (!found) return found.error();
            const auto day = session.assure(*found);
            return day ? Result<void>() : Result<void>(day.error());
        },
        tr("Afgehandeld. De dienst geldt nu als gecontroleerd"));
}

void RemarkList::withdraw(const QString& remark) {
    act(
        [id = utf8(remark)](session::Session& session) -> Result<void> {
            const auto found = session.recordFrom(id);
            if (!found) return found.error();
            return session.remove(*found);
        },
        tr("Uw opmerking is ingetrokken"));
}

}  // namespace veldwijzer::app

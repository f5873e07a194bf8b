// SPDX-License-Identifier: EUPL-1.2
#include "app/favourites.h"

#include <algorithm>

#include "app/app.h"
#include "app/personal_book.h"
#include "app/record_reading.h"
#include "base/ensure.h"

namespace veldwijzer::app {

Favourites::Favourites(QObject* parent)
    : QObject(parent), desk_((ENSURE(App::instance() != nullptr), App::instance()->desk())) {
    connect(&PersonalBook::of(desk_), &PersonalBook::changed, this, &Favourites::read);
    read();
}

void Favourites::read() {
    const PersonalBook& book = PersonalBook::of(desk_);
    QHash<QString, QString> notes;
    for (const QString& record : book.favourites())
        notes.insert(record, book.note(record));
    desk_.ask(
        this,
        [notes](session::Session& session) {
            const Reading reading(session);
            QVariantList entries;
            for (auto each = notes.begin(); each != notes.end(); ++each) {
                const auto id = idFrom(each.key());
                const auto record = id ? reading.present(*id) : std::nullopt;
                if (!record) continue;
                const auto parent = reading.referenceIn(*record, "organization");
                const auto organization = parent ? reading.present(*parent) : std::nullopt;
                entries << QVariantMap{
                    {QStringLiteral("record"), each.key()},
                    {QStringLiteral("title"), reading.title(*record)},
                    {QStringLiteral("organization"), organization ? reading.title(*organization) : QString()},
                    {QStringLiteral("note"), each.value()}};
            }
            std::sort(entries.begin(), entries.end(), [](const QVariant& a, const QVariant& b) {
                const QString key = QStringLiteral("title");
                return a.toMap().value(key).toString().localeAwareCompare(b.toMap().value(key).toString()) <
                       0;
            });
            return entries;
        },
        [this](Result<QVariantList> entries) {
            if (entries) entries_ = std::move(*entries);
            ready_ = true;
            emit changed();
        });
}

}  // namespace veldwijzer::app

// SPDX-License-Identifier: EUPL-1.2
#include "app/personal_book.h"

#include "app/record_reading.h"
#include "app/words.h"

namespace veldwijzer::app {
namespace {

constexpr std::size_t personalAtMost = 10'000;

std::vector<store::StoredRecord> allOf(const session::Session& session, const std::string& kind) {
    std::vector<store::StoredRecord> found;
    const auto rows =
        session.store().list({.kind = kind, .facets = {}, .offset = 0, .limit = personalAtMost});
    for (const store::ListRow& row : rows.rows)
        if (auto stored = Reading(session).present(row.id)) found.push_back(std::move(*stored));
    return found;
}

}  // namespace

PersonalBook& PersonalBook::of(Desk& desk) {
    if (auto* found = desk.findChild<PersonalBook*>(QString(), Qt::FindDirectChildrenOnly)) return *found;
    return *new PersonalBook(desk);
}

PersonalBook::PersonalBook(Desk& desk) : QObject(&desk), desk_(desk) {
    connect(&desk, &Desk::opened, this, &PersonalBook::read);
    connect(&desk, &Desk::changed, this, &PersonalBook::read);
    connect(&desk, &Desk::closed, this, [this] {
        favourites_.clear();
        notes_.clear();
        emit changed();
    });
    if (desk.isOpen()) read();
}

PersonalBook::Read PersonalBook::readAll(const session::Session& session) {
    const Reading reading(session);
    Read all;
    for (const store::StoredRecord& each : allOf(session, "favourite"))
        if (const auto of = reading.referenceIn(each, "record"))
            all.favourites.insert(idText(*of), each.record.id);
    for (const store::StoredRecord& each : allOf(session, "note"))
        if (const auto of = reading.referenceIn(each, "record"))
            all.notes.insert(idText(*of), Note{each.record.id, reading.words(each, "text")});
    return all;
}

void PersonalBook::read() {
    desk_.ask(
        this, [](session::Session& session) { return readAll(session); },
        [this](Result<Read> read) {
            if (!read) return;
            favourites_ = std::move(read->favourites);
            notes_ = std::move(read->notes);
            emit changed();
        });
}

void PersonalBook::setFavourite(const QString& record, bool favourite) {
    if (favourite == isFavourite(record)) return;
    const QList<RecordId> mine = favourites_.values(record);
    if (favourite)
        favourites_.insert(record, RecordId{});
    else
        favourites_.remove(record);
    emit changed();
    desk_.change(
        this,
        [record = utf8(record), mine, favourite](session::Session& session) -> Result<void> {
            if (favourite) {
                auto made = session.create("favourite", {{"record", record}});
                return made ? Result<void>() : Result<void>(made.error());
            }
            for (const RecordId& id : mine)
                if (auto removed = session.remove(id); !removed) return removed;
            return {};
        },
        [this](const Result<void>& result) { written(result); });
}

void PersonalBook::setNote(const QString& record, const QString& words) {
    if (words.trimmed() == note(record)) return;
    const Note before = notes_.value(record);
    const std::string now = utf8(words.trimmed());
    desk_.change(
        this,
        [record = utf8(record), id = before.id, now](session::Session& session) -> Result<void> {
            if (id.isZero()) {
                auto made = session.create("note", {{"record", record}, {"text", now}});
                return made ? Result<void>() : Result<void>(made.error());
            }
            return now.empty() ? session.remove(id) : session.set(id, {{"text", now}});
        },
        [this](const Result<void>& result) { written(result); });
}

void PersonalBook::written(const Result<void>& result) {
    if (result) return;
    const Words words = wordsFor(result.error());
    emit failed(words.title, words.explanation);
    read();
}

}  // namespace veldwijzer::app

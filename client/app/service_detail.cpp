// SPDX-License-Identifier: EUPL-1.2
#include "app/service_detail.h"

#include <QClipboard>
#include <QGuiApplication>

#include "app/app.h"
#include "app/detail_reading.h"
#include "app/personal_book.h"
#include "app/record_reading.h"
#include "app/term_book.h"
#include "app/words.h"
#include "base/ensure.h"

namespace veldwijzer::app {
namespace {

constexpr int minuteMs = 60'000;

Desk& theDesk() {
    ENSURE(App::instance() != nullptr);
    return App::instance()->desk();
}

QStringList textsOf(const QVariant& list, const QString& key) {
    QStringList texts;
    for (const QVariant& each : list.toList())
        texts << each.toMap().value(key).toString();
    return texts;
}

}  // namespace

ServiceDetail::ServiceDetail(QObject* parent) : QObject(parent), desk_(theDesk()) {
    connect(&desk_, &Desk::changed, this, &ServiceDetail::read);
    connect(&TermBook::of(desk_), &TermBook::changed, this, &ServiceDetail::read);
    connect(&PersonalBook::of(desk_), &PersonalBook::changed, this, &ServiceDetail::personalChanged);
    connect(&PersonalBook::of(desk_), &PersonalBook::failed, this, &ServiceDetail::failed);
    connect(&minute_, &QTimer::timeout, this, &ServiceDetail::read);
    minute_.start(minuteMs);
}

void ServiceDetail::setRecord(const QString& record) {
    if (record == record_) return;
    record_ = record;
    entry_.clear();
    errorTitle_.clear();
    errorText_.clear();
    emit recordChanged();
    emit entryChanged();
    emit personalChanged();
    read();
}

void ServiceDetail::read() {
    const auto id = idFrom(record_);
    if (!id || !desk_.isOpen()) return;
    desk_.ask(
        this,
        [id = *id, at = desk_.outside().clock.wallMs(), terms = TermBook::of(desk_).taxonomies()](
            session::Session& session) { return readDetail(session, id, at, *terms); },
        [this, id = *id](Result<QVariantMap> entry) {
            if (idFrom(record_) != id) return;
            errorTitle_.clear();
            errorText_.clear();
            if (entry) {
                entry_ = std::move(*entry);
            } else {
                entry_.clear();
                const Words words = wordsFor(entry.error());
                errorTitle_ = words.title;
                errorText_ = words.explanation;
            }
            emit entryChanged();
        });
}

bool ServiceDetail::favourite() const {
    return PersonalBook::of(desk_).isFavourite(record_);
}

void ServiceDetail::setFavourite(bool favourite) {
    PersonalBook::of(desk_).setFavourite(record_, favourite);
}

QString ServiceDetail::note() const {
    return PersonalBook::of(desk_).note(record_);
}

void ServiceDetail::saveNote(const QString& words) {
    PersonalBook::of(desk_).setNote(record_, words);
}

template <typename Work>
void ServiceDetail::change(Work work, const QString& message, const QString& undoable) {
    const auto id = idFrom(record_);
    if (!id) return;
    desk_.change(
        this, [id = *id, work](session::Session& session) -> Result<void> { return work(session, id); },
        [this, message, undoable](const Result<void>& result) {
            if (result) {
                emit told(message, undoable);
                return;
            }
            const Words words = wordsFor(result.error());
            emit failed(words.title, words.explanation);
        });
}

void ServiceDetail::assure() {
    change(
        [](session::Session& session, const RecordId& id) -> Result<void> {
            auto day = session.assure(id);
            return day ? Result<void>() : Result<void>(day.error());
        },
        tr("Dank u. Uw controle van vandaag is genoteerd."));
}

void ServiceDetail::remark(const QString& words) {
    if (words.trimmed().isEmpty()) return;
    change(
        [words = utf8(words.trimmed())](session::Session& session, const RecordId& id) -> Result<void> {
            auto made = session.create("suggestion", {{"record", utf8(idText(id))}, {"text", words}});
            return made ? Result<void>() : Result<void>(made.error());
        },
        tr("Uw opmerking is bewaard. De beheerders van de kaart krijgen die te zien."));
}

void ServiceDetail::withdrawRemark(const QString& remark) {
    const auto own = idFrom(remark);
    if (!own) return;
    change([own = *own](session::Session& session, const RecordId&) { return session.remove(own); },
           tr("Uw opmerking is ingetrokken."));
}

void ServiceDetail::remove() {
    change([](session::Session& session, const RecordId& id) { return session.remove(id); },
           tr("‘%1’ is verwijderd").arg(entry_.value(QStringLiteral("title")).toString()),
           QStringLiteral("restore"));
}

void ServiceDetail::restore() {
    change([](session::Session& session, const RecordId& id) { return session.restore(id); },
           tr("‘%1’ is terug").arg(entry_.value(QStringLiteral("title")).toString()));
}

QString ServiceDetail::shareText() const {
    QStringList lines;
    const auto add = [&](const QString& line) {
        if (!line.trimmed().isEmpty()) lines << line;
    };
    const auto value = [&](const char* key) { return entry_.value(QLatin1String(key)); };
    add(value("title").toString());
    if (value("organization") != value("title")) add(value("organization").toString());
    add(value("description").toString());
    for (const QString& line : value("eligibility").toStringList())
        add(line);
    if (!value("referral").toString().isEmpty()) add(tr("Aanmelden: %1").arg(value("referral").toString()));
    for (const QString& number : textsOf(value("phones"), QStringLiteral("number")))
        add(tr("Telefoon: %1").arg(number));
    for (const QString& address : textsOf(value("emails"), QStringLiteral("text")))
        add(tr("E-mail: %1").arg(address));
    for (const QString& site : textsOf(value("sites"), QStringLiteral("text")))
        add(site);
    // Nor a confidential address, to whoever may read it.
    for (const QVariant& place : value("locations").toList())
        if (!place.toMap().value(QStringLiteral("confidential")).toBool())
            add(place.toMap().value(QStringLiteral("address")).toString());
    add(value("assured").toString());
    return lines.join(QLatin1Char('\n'));
}

void ServiceDetail::copy(const QString& text) const {
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace veldwijzer::app

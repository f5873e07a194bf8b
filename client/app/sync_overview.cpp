// SPDX-License-Identifier: EUPL-1.2
#include "app/sync_overview.h"

#include <QClipboard>
#include <QGuiApplication>

#include "app/labels.h"
#include "app/lookup.h"
#include "domain/kinds.h"

namespace veldwijzer::app {
namespace {

struct RefusedEdit {
    QString title;
    QString text;
};
struct Refused {
    std::int64_t id = 0;
    std::string reason;
    WallMs at = 0;
    std::vector<RefusedEdit> edits;
};
struct Seen {
    session::Waiting waiting;
    std::vector<session::SpaceStatus> spaces;
    std::vector<Refused> refused;
    std::string server;
};

QString said(const session::Session& session, const session::RejectedEdit& edit) {
    using merge::Action;
    const QString field = fieldLabel(edit.kind, edit.field);
    const QString value =
        edit.value ? shownText(session, edit.kind, edit.field, *edit.value) : SyncOverview::tr("(leeg)");
    switch (edit.action) {
        case Action::Delete:
        case Action::Erase:
            return SyncOverview::tr("Verwijderen");
        case Action::Restore:
            return SyncOverview::tr("Terughalen");
        case Action::Remove:
            return SyncOverview::tr("%1: zonder %2").arg(field, value);
        case Action::Add:
            return SyncOverview::tr("%1: met %2").arg(field, value);
        default:
            return QStringLiteral("%1: %2").arg(field, value);
    }
}

Result<Seen> look(session::Session& session) {
    Seen seen{session.waiting(SyncOverview::shown), {}, {}, session.hasServer() ? session.url() : ""};
    const session::Status status = session.status();
    seen.spaces = status.spaces;
    for (const session::RejectedItem& item : status.rejected) {
        Refused& refused = seen.refused.emplace_back(Refused{item.id, item.reason, item.atMs, {}});
        const auto edits = session.rejectedEdits(item.id);
        if (!edits) return edits.error();
        for (const session::RejectedEdit& edit : *edits)
            refused.edits.push_back(
                {kindLabel(edit.kind) + QStringLiteral(" · ") + titleWords(session, edit.record),
                 said(session, edit)});
    }
    return seen;
}

Error errorOf(const std::string& name) {
    return {errorNamed(name).value_or(ErrorCode::ServerError), {}};
}

QString spaceWords(const std::string& name) {
    if (name == "map") return SyncOverview::tr("Sociale kaart");
    if (name == "templates") return SyncOverview::tr("Signaleringslijsten");
    if (name == "programme") return SyncOverview::tr("Programma");
    if (name == "participation") return SyncOverview::tr("Aanmeldingen");
    if (name == "suggestions") return SyncOverview::tr("Opmerkingen");
    if (name == "confidential") return SyncOverview::tr("Geheime adressen");
    if (name == "personal") return SyncOverview::tr("Alleen voor u");
    if (name.starts_with("team/")) return SyncOverview::tr("Team %1").arg(text(name.substr(5)));
    return text(name);
}

QVariantMap waitingRow(const session::WaitingEdit& edit, WallMs now) {
    QStringList fields;
    for (const std::string& field : edit.fields)
        if (fields.size() < 4) fields << fieldLabel(edit.kind, field);
    if (edit.fields.size() > 4) fields << QStringLiteral("…");
    const QString what = edit.deletes       ? SyncOverview::tr("verwijderd")
                         : fields.isEmpty() ? SyncOverview::tr("teruggehaald")
                                            : fields.join(QStringLiteral(", "));
    return {{QStringLiteral("title"), text(edit.title)},
            {QStringLiteral("kind"), kindLabel(edit.kind)},
            {QStringLiteral("what"), what},
            {QStringLiteral("since"), momentText(edit.atMs, now)}};
}

/// Puts a value back as a person would. A set's element goes in or out; a deed on the whole record is done.
Result<void> enter(session::Session& session, const session::RejectedEdit& edit) {
    using merge::Action;
    const std::string value = edit.value ? domain::displayText(*edit.value) : std::string();
    switch (edit.action) {
        case Action::Add:
            return session.addElement(edit.record, edit.field, value);
        case Action::Remove:
            return session.removeElement(edit.record, edit.field, value);
        case Action::Delete:
            return session.remove(edit.record);
        case Action::Restore:
            return session.restore(edit.record);
        case Action::Erase:
            return fail(ErrorCode::Forbidden, "an erase is not entered again by itself");
        default:
            return session.set(edit.record, {{edit.field, value}});
    }
}

Result<void> enterAll(session::Session& session, std::int64_t number) {
    const auto edits = session.rejectedEdits(number);
    if (!edits) return edits.error();
    Result<void> done;
    try {
        // All or nothing: half of a change would be a change that nobody made.
        session.store().transact([&] {
            for (const session::RejectedEdit& edit : *edits)
                if (done = enter(session, edit); !done) throw std::runtime_error("taken back");
            done = session.dismissRejected({number});
            if (!done) throw std::runtime_error("taken back");
        });
    } catch (const StorageError&) {
        throw;
    } catch (const std::runtime_error&) {
        // `done` says why.
    }
    return done;
}

}  // namespace

SyncOverview::SyncOverview(QObject* parent) : Listing(parent) {
    followSync();
}

void SyncOverview::reload() {
    if (!desk().isOpen()) return;
    fetch(look, [this](Seen seen) {
        server_ = text(seen.server);
        membership_ = static_cast<int>(seen.waiting.membershipEntries);
        spaces_.clear();
        for (const session::SpaceStatus& space : seen.spaces)
            spaces_ << QVariantMap{
                {QStringLiteral("name"), spaceWords(space.name)},
                {QStringLiteral("position"), static_cast<qulonglong>(space.position)},
                {QStringLiteral("last"), momentText(space.lastSyncMs, now())},
                {QStringLiteral("problem"),
                 space.problem.empty() ? QString() : syncWordsFor(errorOf(space.problem)).title}};
        refused_.clear();
        for (const Refused& refused : seen.refused) {
            const auto words = wordsFor(errorOf(refused.reason));
            QVariantList edits;
            QStringList lines;
            for (const RefusedEdit& edit : refused.edits) {
                edits << QVariantMap{{QStringLiteral("title"), edit.title},
                                     {QStringLiteral("text"), edit.text}};
                lines << edit.title + QStringLiteral("\n") + edit.text;
            }
            refused_ << QVariantMap{{QStringLiteral("number"), static_cast<int>(refused.id)},
                                    {QStringLiteral("reason"), words.title},
                                    {QStringLiteral("advice"), words.explanation},
                                    {QStringLiteral("when"), momentText(refused.at, now())},
                                    {QStringLiteral("edits"), edits},
                                    {QStringLiteral("copy"), lines.join(QStringLiteral("\n\n"))}};
        }
        more_ = static_cast<int>(seen.waiting.changes) > static_cast<int>(seen.waiting.edits.size())
                    ? static_cast<int>(seen.waiting.changes - seen.waiting.edits.size())
                    : 0;
        rows()->show(std::move(seen.waiting.edits),
                     [now = now()](const session::WaitingEdit& edit) { return waitingRow(edit, now); });
    });
}

QVariantList SyncOverview::alarms() const {
    QVariantList list;
    const auto add = [&list](const Error& error) {
        const auto words = syncWordsFor(error);
        const bool passing = error.code == ErrorCode::Offline || error.code == ErrorCode::Busy;
        list << QVariantMap{{QStringLiteral("name"), text(errorName(error.code))},
                            {QStringLiteral("passing"), passing},
                            {QStringLiteral("title"), words.title},
                            {QStringLiteral("text"), words.explanation}};
    };
    const SyncState& state = desk().syncState();
    for (const sync::Alarm& alarm : state.alarms)
        add({alarm.code, {}});
    if (state.failure) add(*state.failure);
    if (state.clockWrong() && (!state.failure || state.failure->code != ErrorCode::ClockSkew))
        add({ErrorCode::ClockSkew, {}});
    return list;
}

QString SyncOverview::last() const {
    return momentText(desk().syncState().lastSyncMs, now());
}

void SyncOverview::enterAgain(int number) {
    act([number](session::Session& session) { return enterAll(session, number); },
        tr("Opnieuw ingevoerd. Het gaat de volgende keer mee."));
}

void SyncOverview::copy(int number) {
    for (const QVariant& each : refused_)
        if (each.toMap()[QStringLiteral("number")].toInt() == number)
            QGuiApplication::clipboard()->setText(each.toMap()[QStringLiteral("copy")].toString());
    emit told(tr("Gekopieerd"));
}

void SyncOverview::dismiss(int number) {
    act([number](session::Session& session) { return session.dismissRejected({number}); },
        tr("Weggehaald uit de lijst"));
}

}  // namespace veldwijzer::app

// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_lists.h"

#include <QFile>
#include <QTemporaryDir>
#include <algorithm>

#include "app/checklist_preview.h"
#include "app/checklist_reading.h"
#include "app/record_reading.h"
#include "app/words.h"
#include "base/text.h"
#include "session/checklists.h"
#include "session/people.h"

namespace veldwijzer::app {
namespace {

using session::ListState;

constexpr int soonDays = 14;

QVariantMap rowOf(const session::ListSummary& list) {
    return {{QStringLiteral("id"), idText(list.id)},
            {QStringLiteral("title"), text(list.title)},
            {QStringLiteral("caseCode"), text(list.caseCode)},
            {QStringLiteral("audience"), audienceText(list.team)},
            {QStringLiteral("shared"), !list.team.empty()},
            {QStringLiteral("state"), listStateText(list.state)},
            {QStringLiteral("retention"), retentionText(list.daysLeft)},
            {QStringLiteral("soon"), list.daysLeft <= soonDays},
            {QStringLiteral("conflicts"), static_cast<int>(list.conflicts)},
            {QStringLiteral("late"), static_cast<int>(list.late)}};
}

bool isOpen(const session::ListSummary& list) {
    return list.state == ListState::InProgress || list.state == ListState::Amending;
}

struct Accesses {
    Q_DECLARE_TR_FUNCTIONS(Accesses)
};

QString actionText(const session::AccessEntry& entry) {
    if (entry.action == "opened") return Accesses::tr("Bekeken");
    if (entry.action == "changed")
        return Accesses::tr("%n antwoord(en) ingevuld", "", static_cast<int>(entry.times));
    if (entry.action == "completed") return Accesses::tr("Afgerond");
    if (entry.action == "amended") return Accesses::tr("Geopend om te verbeteren");
    if (entry.action == "exported") return Accesses::tr("Als bestand bewaard");
    if (entry.action == "printed") return Accesses::tr("Afgedrukt of als PDF bewaard");
    if (entry.action == "shared") return Accesses::tr("Gedeeld met een team");
    if (entry.action == "taken-back") return Accesses::tr("Teruggehaald uit het team");
    if (entry.action == "extended") return Accesses::tr("Langer bewaren");
    return text(entry.action);
}

QString statusText(const std::string& status) {
    if (status == "active") return Accesses::tr("In gebruik");
    if (status == "retired") return Accesses::tr("Niet meer in gebruik");
    return Accesses::tr("In de maak");
}

int orderOf(const session::TemplateSummary& each) {
    return each.status == "active" ? 0 : each.status == "retired" ? 2 : 1;
}

}  // namespace

void ChecklistList::reload() {
    fetch([](session::Session& session) { return session::Checklists(session).list(); },
          [this](std::vector<session::ListSummary> lists) {
              done_.clear();
              std::vector<session::ListSummary> open;
              for (session::ListSummary& list : lists)
                  if (isOpen(list))
                      open.push_back(std::move(list));
                  else
                      done_ << rowOf(list);
              rows()->show(std::move(open), rowOf);
          });
}

// ---- templates

void TemplateList::reload() {
    fetch([](session::Session& session) { return session::Templates(session).list(); },
          [this](std::vector<session::TemplateSummary> templates) {
              std::ranges::stable_sort(templates, {}, orderOf);
              byTask_.clear();
              std::map<QString, QVariantList> tasks;
              for (const session::TemplateSummary& each : templates)
                  if (each.status == "active")
                      tasks[text(each.situation)] << QVariantMap{{QStringLiteral("id"), idText(each.id)},
                                                                 {QStringLiteral("title"), text(each.title)}};
              for (const auto& [situation, lists] : tasks)
                  byTask_ << QVariantMap{{QStringLiteral("situation"), situation},
                                         {QStringLiteral("lists"), lists}};
              rows()->show(std::move(templates), [](const session::TemplateSummary& each) {
                  return QVariantMap{{QStringLiteral("id"), idText(each.id)},
                                     {QStringLiteral("title"), text(each.title)},
                                     {QStringLiteral("version"), text(each.version)},
                                     {QStringLiteral("situation"), text(each.situation)},
                                     {QStringLiteral("status"), text(each.status)},
                                     {QStringLiteral("statusText"), statusText(each.status)}};
              });
          });
}

void TemplateList::setWorking(bool working) {
    if (working == working_) return;
    working_ = working;
    emit workingChanged();
}

QString TemplateList::begin(const QString& templateId, const QString& caseCode) {
    const auto id = idFrom(templateId);
    if (!id || working_) return tr("Kies eerst een lijst.");
    if (caseCode.trimmed().toUtf8().size() > static_cast<qsizetype>(session::Checklists::caseCodeBytes))
        return tr("Deze zaakcode is te lang.");
    setWorking(true);
    desk().change(
        this,
        [id = *id, code = utf8(caseCode.trimmed())](session::Session& session) {
            return session::Checklists(session).fill(id, code);
        },
        [this](const Result<RecordId>& begun) {
            setWorking(false);
            if (!begun) return tellError(begun.error());
            emit this->begun(idText(*begun));
        });
    return {};
}

void TemplateList::importShipped() {
    setWorking(true);
    desk().change(
        this,
        [](session::Session& session) -> Result<int> {
            const QTemporaryDir folder;
            int made = 0;
            for (const QString& name : shippedTemplates()) {
                const QString path = folder.filePath(name + QStringLiteral(".json"));
                QFile file(path);
                if (!file.open(QIODevice::WriteOnly)) return fail(ErrorCode::Storage, "no room for a file");
                file.write(shippedTemplate(name));
                file.close();
                const auto taken = session::Templates(session).importFrom(path.toStdString(), false);
                // One that a region changed under its own version is the region's.
                if (!taken && taken.error().code == ErrorCode::InvalidArgument) continue;
                if (!taken) return taken.error();
                if (taken->created > 0) ++made;
            }
            return made;
        },
        [this](const Result<int>& made) {
            setWorking(false);
            if (!made) return tellError(made.error());
            emit told(*made > 0 ? tr("%n lijst(en) klaargezet", "", *made) : tr("Deze lijsten staan er al."));
        });
}

void TemplateList::look(const QUrl& file) {
    read(file, true);
}
void TemplateList::import(const QUrl& file) {
    read(file, false);
}

void TemplateList::read(const QUrl& file, bool preview) {
    setWorking(true);
    desk().change(
        this,
        [path = file.toLocalFile().toStdString(), preview](session::Session& session) {
            return session::Templates(session).importFrom(path, preview);
        },
        [this, preview](const Result<session::TemplateImport>& taken) {
            setWorking(false);
            if (!taken) return tellError(taken.error());
            report_.clear();
            for (const exchange::Problem& problem : taken->report)
                report_ << QVariantMap{{QStringLiteral("text"), text(problem.problem)},
                                       {QStringLiteral("done"), text(problem.action)}};
            found_ = tr("%1: %n vraag/vragen om in te vullen", "", static_cast<int>(taken->questions))
                         .arg(text(taken->title));
            emit reportChanged();
            if (!preview) emit told(tr("Binnengehaald: %1").arg(text(taken->title)));
        });
}

template <typename Work>
void TemplateList::act(Work work, const QString& message) {
    desk().change(this, std::move(work), [this, message](const Result<void>& done) {
        if (!done) return tellError(done.error());
        emit told(message);
    });
}

void TemplateList::newVersion(const QString& templateId) {
    const auto id = idFrom(templateId);
    if (!id) return;
    desk().change(
        this, [id = *id](session::Session& session) { return session::Templates(session).newVersion(id); },
        [this](const Result<RecordId>& made) {
            if (!made) return tellError(made.error());
            emit this->made(idText(*made));
        });
}

void TemplateList::publish(const QString& templateId) {
    if (const auto id = idFrom(templateId))
        act([id = *id](session::Session& session) { return session::Templates(session).publish(id); },
            tr("In gebruik genomen"));
}

void TemplateList::retire(const QString& templateId) {
    if (const auto id = idFrom(templateId))
        act([id = *id](session::Session& session) { return session::Templates(session).retire(id); },
            tr("Niet meer in gebruik. Lijsten die ermee begonnen zijn, blijven."));
}

// ---- sharing, and who looked

void TeamChoice::reload() {
    struct Row {
        QString id, name;
        QStringList readers;
    };
    fetch(
        [](session::Session& session) {
            std::vector<Row> rows;
            for (const session::Team& team : session::People(session).teams()) {
                if (!team.yours) continue;
                Row row{.id = text(toHex(team.id.view())), .name = text(team.name), .readers = {}};
                for (const std::string& reader : session::Checklists(session).readersOf(team.id))
                    row.readers << personText(reader);
                rows.push_back(std::move(row));
            }
            return rows;
        },
        [this](std::vector<Row> teams) {
            rows()->show(std::move(teams), [](const Row& row) {
                return QVariantMap{{QStringLiteral("id"), row.id},
                                   {QStringLiteral("name"), row.name},
                                   {QStringLiteral("readers"), row.readers.join(QStringLiteral(", "))},
                                   {QStringLiteral("count"), static_cast<int>(row.readers.size())}};
            });
        });
}

void ChecklistAccess::setRecordId(const QString& id) {
    if (id == id_) return;
    id_ = id;
    emit recordIdChanged();
    reload();
}

void ChecklistAccess::reload() {
    const auto id = idFrom(id_);
    if (!id) return;
    fetch([id = *id](session::Session& session) { return session::Checklists(session).access(id); },
          [this, now = now()](std::vector<session::AccessEntry> entries) {
              rows()->show(std::move(entries), [now](const session::AccessEntry& entry) {
                  return QVariantMap{{QStringLiteral("who"), personText(entry.by)},
                                     {QStringLiteral("what"), actionText(entry)},
                                     {QStringLiteral("when"), momentText(entry.atMs, now)}};
              });
          });
}

}  // namespace veldwijzer::app

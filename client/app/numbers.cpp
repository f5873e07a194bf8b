// SPDX-License-Identifier: EUPL-1.2
#include "app/numbers.h"

#include <QClipboard>
#include <QDate>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

#include "app/settings.h"
#include "app/words.h"
#include "domain/kinds.h"
#include "merge/record.h"

namespace veldwijzer::app {
namespace {

constexpr qsizetype textMost = 200;
constexpr int dialDigitsMost = 15;  // E.164

CallLine lineFrom(const QJsonObject& object, bool regional) {
    const auto word = [&](const char* name) {
        return object.value(QLatin1String(name)).toString().left(textMost);
    };
    return {.code = regional ? QString() : word("code"),
            .name = word("name"),
            .number = word("number"),
            .note = word("note"),
            .source = word("source"),
            .confirmed = object.value(QLatin1String("confirmed")).toBool(true),
            .regional = regional};
}

std::vector<CallLine> linesFrom(const QJsonObject& file, bool regional) {
    std::vector<CallLine> lines;
    for (const auto& each : file.value(QLatin1String("lines")).toArray()) {
        CallLine line = lineFrom(each.toObject(), regional);
        if (!line.name.isEmpty() && !dialOf(line.number).isEmpty()) lines.push_back(std::move(line));
        if (regional && lines.size() == Numbers::regionalMost) break;
    }
    return lines;
}

QString shown(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    return value == nullptr ? QString() : text(domain::displayText(*value)).simplified().left(textMost);
}

bool isThere(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

}  // namespace

QString dialOf(const QString& number) {
    QString dial;
    for (const QChar character : number) {
        if (character >= QLatin1Char('0') && character <= QLatin1Char('9'))
            dial.append(character);
        else if (character == QLatin1Char('+') && dial.isEmpty())
            dial.append(character);
        else if (character.isLetter())
            return {};
    }
    const auto digits = dial.size() - (dial.startsWith(QLatin1Char('+')) ? 1 : 0);
    return digits >= 3 && digits <= dialDigitsMost ? dial : QString();
}

std::vector<CallLine> urgentLines(session::Session& session) {
    std::vector<CallLine> lines;
    const store::Store& store = session.store();
    const auto urgent =
        store.list({.kind = "service", .facets = {{"urgency", "nu"}}, .limit = Numbers::regionalMost});
    for (const store::ListRow& row : urgent.rows) {
        const auto service = store.find(row.id);
        if (!service || service->space != session.spaceFor("service")) continue;
        for (const merge::Value* each : merge::elementsOf(service->record, "phones")) {
            const auto* id = std::get_if<RecordId>(each);
            const auto phone = id != nullptr ? store.find(*id) : std::nullopt;
            // A telephone in a space that not everybody reads stays there.
            if (!phone || !isThere(*phone) || phone->space != service->space) continue;
            const QString number = shown(phone->record, "number");
            if (dialOf(number).isEmpty() || shown(phone->record, "type") == QLatin1String("fax")) continue;
            lines.push_back({.code = {},
                             .name = text(row.title),
                             .number = number,
                             .note = shown(phone->record, "description"),
                             .source = {},
                             .regional = true});
        }
    }
    if (lines.size() > Numbers::regionalMost) lines.resize(Numbers::regionalMost);
    return lines;
}

Numbers::Numbers(Desk& desk, Settings& settings, std::filesystem::path file, QObject* parent)
    : QAbstractListModel(parent), desk_(desk), settings_(settings), file_(std::move(file)) {
    QFile shipped(QStringLiteral(":/numbers/national.json"));
    if (shipped.open(QIODevice::ReadOnly)) {
        const QJsonObject national = QJsonDocument::fromJson(shipped.readAll()).object();
        national_ = linesFrom(national, false);
        takenOver_ = national.value(QLatin1String("taken_over")).toString();
    }
    show(readFile());
    soon_.setSingleShot(true);
    soon_.setInterval(1000);
    connect(&soon_, &QTimer::timeout, this, &Numbers::readRegion);
    connect(&desk_, &Desk::opened, this, &Numbers::readRegion);
    connect(&desk_, &Desk::changed, this, [this] {
        if (!soon_.isActive()) soon_.start();
    });
    connect(&desk_, &Desk::closed, this, [this] {
        soon_.stop();
        show(readFile());
    });
    connect(&settings_, &Settings::keepNumbersChanged, this, [this] {
        if (!settings_.keepNumbers()) QFile::remove(text(file_.string()));
        readRegion();
    });
}

void Numbers::readRegion() {
    desk_.ask(
        this, [](session::Session& session) { return urgentLines(session); },
        [this](const Result<std::vector<CallLine>>& found) {
            if (!found || !desk_.isOpen()) return;
            show(*found);
            if (!passing_ && settings_.keepNumbers()) write(*found);
        },
        Urgency::Background);
}

void Numbers::show(std::vector<CallLine> regional) {
    std::vector<CallLine> lines = national_;
    for (CallLine& each : regional) {
        const bool known = std::any_of(lines.begin(), lines.end(), [&](const CallLine& line) {
            return dialOf(line.number) == dialOf(each.number);
        });
        if (!known) lines.push_back(std::move(each));
    }
    if (lines == lines_) return;
    beginResetModel();
    lines_ = std::move(lines);
    endResetModel();
    emit countChanged();
}

std::optional<CallLine> Numbers::lineOf(const QString& code) const {
    const auto line = std::find_if(national_.begin(), national_.end(), [&](const CallLine& each) {
        return !code.isEmpty() && each.code == code;
    });
    if (line == national_.end()) return std::nullopt;
    return *line;
}

void Numbers::write(const std::vector<CallLine>& regional) const {
    if (regional == readFile()) return;
    QJsonArray lines;
    for (const CallLine& each : regional)
        lines.append(QJsonObject{{"name", each.name}, {"number", each.number}, {"note", each.note}});
    QSaveFile file(text(file_.string()));
    // It can wait for the next time: these numbers are in the vault.
    if (!file.open(QIODevice::WriteOnly)) return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{"lines", lines}}).toJson(QJsonDocument::Compact));
    file.commit();
}

std::vector<CallLine> Numbers::readFile() const {
    QFile file(text(file_.string()));
    if (!settings_.keepNumbers() || file.size() > fileBytes || !file.open(QIODevice::ReadOnly)) return {};
    return linesFrom(QJsonDocument::fromJson(file.read(fileBytes)).object(), true);
}

int Numbers::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant Numbers::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const CallLine& line = lines_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole:
            return line.name;
        case NumberRole:
            return line.number;
        case DialRole:
            return dialOf(line.number);
        case NoteRole:
            return line.note;
        case SourceRole:
            return line.source;
        case ConfirmedRole:
            return line.confirmed;
        case RegionalRole:
            return line.regional;
        default:
            return {};
    }
}

QHash<int, QByteArray> Numbers::roleNames() const {
    return {{NameRole, "name"},        {NumberRole, "number"}, {DialRole, "dial"},
            {NoteRole, "note"},        {SourceRole, "source"}, {ConfirmedRole, "confirmed"},
            {RegionalRole, "regional"}};
}

QString Numbers::takenOver() const {
    const QDate day = QDate::fromString(takenOver_, Qt::ISODate);
    if (!day.isValid()) return {};
    return dayWords(std::chrono::sys_days(std::chrono::days(QDate(1970, 1, 1).daysTo(day))));
}

void Numbers::copy(const QString& number) const {
    QGuiApplication::clipboard()->setText(number);
}

}  // namespace veldwijzer::app

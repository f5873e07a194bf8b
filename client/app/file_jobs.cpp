// SPDX-License-Identifier: EUPL-1.2
#include "app/file_jobs.h"

#include <QFileInfo>

#include <QPointer>
#include <algorithm>

#include "app/labels.h"
#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

Desk& desk() {
    return App::instance()->desk();
}

QString inWords(const Error& error) {
    const auto words = wordsFor(error);
    return words.title + QStringLiteral(". ") + words.explanation;
}

double share(std::uint64_t done, std::uint64_t total) {
    return total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
}

}  // namespace

ImportJob::~ImportJob() {
    // A preview that nobody waits for ends. Writing goes on: it was asked for.
    if (cancelled_ && step_ == Step::Looking) *cancelled_ = true;
}

QStringList ImportJob::counts(const std::map<std::string, std::uint64_t>& byKind) {
    std::vector<std::pair<std::string, std::uint64_t>> sorted(byKind.begin(), byKind.end());
    std::ranges::stable_sort(sorted, std::greater<>(), &std::pair<std::string, std::uint64_t>::second);
    QStringList words;
    for (const auto& [kind, count] : sorted)
        if (count > 0) words << kindCount(kind, count);
    return words;
}

QStringList ImportJob::gone() const {
    QStringList words;
    for (const session::GoneRecord& each : report_.gone)
        if (words.size() < listed) words << kindLabel(each.kind) + QStringLiteral(": ") + text(each.title);
    return words;
}

QVariantList ImportJob::problems() const {
    QVariantList list;
    for (const exchange::Problem& each : report_.problems) {
        if (list.size() == listed) break;
        const QString where =
            each.row > 0 ? tr("%1, regel %2").arg(text(each.file)).arg(each.row) : text(each.file);
        list << QVariantMap{
            {QStringLiteral("title"), where},
            {QStringLiteral("text"), text(each.problem) + QStringLiteral(" → ") + text(each.action)}};
    }
    return list;
}

void ImportJob::look(const QUrl& file) {
    if (step_ == Step::Looking || step_ == Step::Writing) return;
    file_ = file;
    run(true);
}

void ImportJob::start() {
    if (step_ == Step::Ready) run(false);
}

void ImportJob::cancel() {
    if (cancelled_) *cancelled_ = true;
}

void ImportJob::again() {
    if (step_ == Step::Looking || step_ == Step::Writing) return;
    step_ = Step::Choosing;
    error_.clear();
    report_ = {};
    emit changed();
}

void ImportJob::run(bool preview) {
    step_ = preview ? Step::Looking : Step::Writing;
    progress_ = 0;
    error_.clear();
    report_ = {};
    cancelled_ = std::make_shared<std::atomic<bool>>(false);
    emit changed();
    Desk* const behind = &desk();
    const auto work = [behind, preview, cancelled = cancelled_, guard = QPointer<ImportJob>(this),
                       path = std::filesystem::path(utf8(file_.toLocalFile()))](
                          session::Session& session) -> Result<session::ImportReport> {
        session::ImportOptions options;
        options.preview = preview;
        bool closing = false;
        options.goOn = [&] { return !*cancelled && !closing; };
        std::int64_t last = 0;
        const auto progress = [&](const session::ImportReport& report) {
            const std::int64_t now = behind->outside().clock.steadyMs();
            if (now - last < breatheEveryMs) return;
            closing = !behind->breathe();
            last = behind->outside().clock.steadyMs();
            QMetaObject::invokeMethod(
                behind,
                [guard, value = share(report.bytesDone, report.bytesTotal)] {
                    if (!guard) return;
                    guard->progress_ = value;
                    emit guard->changed();
                },
                Qt::QueuedConnection);
        };
        return session.importHsds(path, options, progress);
    };
    // The desk receives, not this page: written records are told to everybody when the page is gone, too.
    behind->ask(
        behind, work,
        [guard = QPointer<ImportJob>(this), behind, preview](Result<session::ImportReport> report) {
            if (!preview)
                behind->change(
                    behind, [](session::Session&) { return true; }, [](const Result<bool>&) {});
            if (!guard) return;
            const bool usable = report && !(preview && report->stopped);
            guard->step_ = !usable ? Step::Choosing : preview ? Step::Ready : Step::Done;
            if (!report) guard->error_ = inWords(report.error());
            if (usable) guard->report_ = std::move(*report);
            emit guard->changed();
        },
        Urgency::Background);
}

void ExportJob::run(const QUrl& into, bool csv) {
    if (working_) return;
    const WallMs now = desk().outside().clock.wallMs();
    const QString moment =
        text(domain::localText(now)).remove(QLatin1Char(':')).replace(QLatin1Char(' '), QLatin1Char('-'));
    const QString name = into.toLocalFile() + QStringLiteral("/sociale-kaart-") + moment +
                         (csv ? QStringLiteral("-csv") : QString());
    folder_ = name;
    // Once more in the same minute: nothing that is there is written over.
    for (int number = 2; QFileInfo::exists(folder_); ++number)
        folder_ = name + QLatin1Char('-') + QString::number(number);
    working_ = true;
    done_ = false;
    progress_ = 0;
    error_.clear();
    emit changed();
    Desk* const behind = &desk();
    behind->ask(
        this,
        [behind, csv, guard = QPointer<ExportJob>(this),
         folder = std::filesystem::path(utf8(folder_))](session::Session& session) {
            std::int64_t last = 0;
            return session.exportHsds(
                folder, csv ? session::Session::ExportForm::Csv : session::Session::ExportForm::Json,
                [&](const exchange::ExportReport& report) {
                    const std::int64_t steady = behind->outside().clock.steadyMs();
                    if (steady - last < ImportJob::breatheEveryMs) return;
                    behind->breathe();
                    last = behind->outside().clock.steadyMs();
                    QMetaObject::invokeMethod(
                        behind,
                        [guard, value = share(report.done, report.total)] {
                            if (!guard) return;
                            guard->progress_ = value;
                            emit guard->changed();
                        },
                        Qt::QueuedConnection);
                });
        },
        [this](const Result<session::ExportReport>& report) {
            working_ = false;
            done_ = report.ok();
            records_.clear();
            if (report) {
                for (const auto& [kind, count] : report->written.records)
                    if (count > 0) records_ << kindCount(kind, count);
                problems_ = static_cast<int>(report->problems.size());
            } else {
                error_ = inWords(report.error());
            }
            emit changed();
        },
        Urgency::Background);
}

}  // namespace veldwijzer::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QUrl>
#include <QVariantList>
#include <atomic>
#include <memory>

#include "app/listing.h"

namespace veldwijzer::app {

/// Taking in a file: look first, then write. Goes on behind what a person does meanwhile; `cancel` ends it
/// between changes. What was written by then stays, and taking it in again goes on where it was.
class ImportJob : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QStringList created READ created NOTIFY changed)
    Q_PROPERTY(QStringList updated READ updated NOTIFY changed)
    Q_PROPERTY(QStringList unchanged READ unchanged NOTIFY changed)
    Q_PROPERTY(QStringList gone READ gone NOTIFY changed)
    Q_PROPERTY(int goneCount READ goneCount NOTIFY changed)
    Q_PROPERTY(QVariantList problems READ problems NOTIFY changed)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY changed)
    Q_PROPERTY(bool stopped READ stopped NOTIFY changed)
public:
    enum class Step { Choosing, Looking, Ready, Writing, Done };
    Q_ENUM(Step)
    explicit ImportJob(QObject* parent = nullptr) : QObject(parent) {}
    ~ImportJob() override;
    static constexpr int listed = 100;  ///< problems, and what is gone; of all there are counts
    static constexpr std::int64_t breatheEveryMs = 20;

    [[nodiscard]] Step step() const { return step_; }
    /// 0 to 1.
    [[nodiscard]] double progress() const { return progress_; }
    [[nodiscard]] QString fileName() const { return file_.fileName(); }
    [[nodiscard]] QString error() const { return error_; }
    [[nodiscard]] QStringList created() const { return counts(report_.created); }
    [[nodiscard]] QStringList updated() const { return counts(report_.updated); }
    [[nodiscard]] QStringList unchanged() const { return counts(report_.unchanged); }
    [[nodiscard]] QStringList gone() const;
    [[nodiscard]] int goneCount() const { return static_cast<int>(report_.goneCount); }
    /// title, text.
    [[nodiscard]] QVariantList problems() const;
    [[nodiscard]] int problemCount() const { return static_cast<int>(report_.problems.size()); }
    [[nodiscard]] bool stopped() const { return report_.stopped; }

    /// Reads a file or a folder and says what it would do; writes nothing.
    Q_INVOKABLE void look(const QUrl& file);
    Q_INVOKABLE void start();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void again();

signals:
    void changed();

private:
    void run(bool preview);
    [[nodiscard]] static QStringList counts(const std::map<std::string, std::uint64_t>& byKind);

    Step step_ = Step::Choosing;
    QUrl file_;
    double progress_ = 0;
    QString error_;
    session::ImportReport report_;
    /// Shared with the store thread.
    std::shared_ptr<std::atomic<bool>> cancelled_;
};

/// The social map as HSDS files in a folder of one's choice.
class ExportJob : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool working READ working NOTIFY changed)
    Q_PROPERTY(bool done READ done NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(QStringList records READ records NOTIFY changed)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY changed)
public:
    explicit ExportJob(QObject* parent = nullptr) : QObject(parent) {}
    [[nodiscard]] bool working() const { return working_; }
    [[nodiscard]] bool done() const { return done_; }
    [[nodiscard]] double progress() const { return progress_; }
    [[nodiscard]] QString error() const { return error_; }
    /// A new one inside the chosen folder, named for the day.
    [[nodiscard]] QString folder() const { return folder_; }
    [[nodiscard]] QStringList records() const { return records_; }
    [[nodiscard]] int problemCount() const { return problems_; }

    Q_INVOKABLE void run(const QUrl& into, bool csv);

signals:
    void changed();

private:
    bool working_ = false;
    bool done_ = false;
    double progress_ = 0;
    QString error_;
    QString folder_;
    QStringList records_;
    int problems_ = 0;
};

}  // namespace veldwijzer::app

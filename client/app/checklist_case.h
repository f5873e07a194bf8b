// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <map>

#include "app/checklist_form.h"
#include "session/checklists.h"

namespace veldwijzer::app {

class Desk;

/// One filled-in list: open it, answer it, complete it, and what comes after.
///
/// An answer that is chosen is written at once, what is typed after a pause; each in a transaction of its
/// own. "Bewaard" is said when the store has it, not before. What is no answer yet (half a date) waits in the
/// vault beside the list, on this device. Locking, leaving the page and closing the app write what is left.
/// GUI thread.
class ChecklistCase : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(veldwijzer::app::ChecklistForm* form READ form CONSTANT)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
    /// Erased, or taken from this person; nothing of it is here.
    Q_PROPERTY(bool gone READ gone NOTIFY loadedChanged)
    Q_PROPERTY(QString title READ title NOTIFY loadedChanged)
    Q_PROPERTY(QString caseCode READ caseCode NOTIFY loadedChanged)
    Q_PROPERTY(State state READ state NOTIFY loadedChanged)
    Q_PROPERTY(QString stateText READ stateText NOTIFY loadedChanged)
    /// "Alleen u", or the team's name.
    Q_PROPERTY(QString audience READ audience NOTIFY loadedChanged)
    Q_PROPERTY(bool shared READ shared NOTIFY loadedChanged)
    Q_PROPERTY(bool sharedByYou READ sharedByYou NOTIFY loadedChanged)
    Q_PROPERTY(QStringList readers READ readers NOTIFY loadedChanged)
    Q_PROPERTY(bool mayAnswer READ mayAnswer NOTIFY loadedChanged)
    Q_PROPERTY(QString retention READ retention NOTIFY loadedChanged)
    Q_PROPERTY(QString retainUntil READ retainUntil NOTIFY loadedChanged)
    Q_PROPERTY(bool endsSoon READ endsSoon NOTIFY loadedChanged)
    Q_PROPERTY(QString version READ version NOTIFY loadedChanged)
    Q_PROPERTY(QString description READ description NOTIFY loadedChanged)
    Q_PROPERTY(QString source READ source NOTIFY loadedChanged)
    Q_PROPERTY(QString reason READ reason NOTIFY loadedChanged)
    Q_PROPERTY(bool diverged READ diverged NOTIFY loadedChanged)
    /// [{number, field, question, text, who, when}]: written elsewhere, not in what was completed.
    Q_PROPERTY(QVariantList late READ late NOTIFY loadedChanged)
    /// [{who, when, reason, intact}]: completions, oldest first.
    Q_PROPERTY(QVariantList seals READ seals NOTIFY loadedChanged)
    Q_PROPERTY(Kept kept READ kept NOTIFY keptChanged)
    Q_PROPERTY(QString keptText READ keptText NOTIFY keptChanged)
    Q_PROPERTY(bool working READ working NOTIFY workingChanged)

public:
    enum class State { InProgress, Completed, Amending, Amended };
    Q_ENUM(State)
    enum class Kept {
        Nothing,  ///< nothing was answered here yet
        Waiting,  ///< on its way to the store
        Done,     ///< durable on this device
        Failed
    };
    Q_ENUM(Kept)
    /// What is typed is written when no key came for so long …
    static constexpr int pauseMs = 500;
    /// … or when somebody has typed on for so long.
    static constexpr int mostMs = 3000;
    static constexpr int retryMs = 5000;
    static constexpr int soonDays = 14;

    explicit ChecklistCase(QObject* parent = nullptr);
    ~ChecklistCase() override;

    [[nodiscard]] QString recordId() const;
    void setRecordId(const QString& id);
    [[nodiscard]] ChecklistForm* form() { return &form_; }
    [[nodiscard]] bool loaded() const { return loaded_; }
    [[nodiscard]] bool gone() const { return gone_; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString caseCode() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString audience() const;
    [[nodiscard]] bool shared() const { return !info_.summary.team.empty(); }
    [[nodiscard]] bool sharedByYou() const { return info_.summary.sharedByYou; }
    [[nodiscard]] QStringList readers() const;
    [[nodiscard]] bool mayAnswer() const;
    [[nodiscard]] QString retention() const;
    [[nodiscard]] QString retainUntil() const;
    [[nodiscard]] bool endsSoon() const { return loaded_ && info_.summary.daysLeft <= soonDays; }
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString source() const;
    [[nodiscard]] QString reason() const;
    [[nodiscard]] bool diverged() const { return info_.diverged; }
    [[nodiscard]] QVariantList late() const;
    [[nodiscard]] QVariantList seals() const;
    [[nodiscard]] Kept kept() const { return kept_; }
    [[nodiscard]] QString keptText() const;
    [[nodiscard]] bool working() const { return working_; }

    /// Writes what waits, now.
    Q_INVOKABLE void flush();
    /// Of a question with two answers: this one stays.
    Q_INVOKABLE void settle(const QString& key, int number);
    Q_INVOKABLE void takeOver(int late);
    Q_INVOKABLE void complete();
    Q_INVOKABLE void amend(const QString& reason);
    /// `until` as it is typed, "1-3-2027". Why not, in words; empty: it is under way.
    Q_INVOKABLE QString extend(const QString& until, const QString& reason);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void share(const QString& team);
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void savePdf(const QUrl& file);

signals:
    void recordIdChanged();
    void loadedChanged();
    void keptChanged();
    void workingChanged();
    /// The place to put the keyboard, in a row that was asked for.
    void rowAdded(const QString& key);
    void completed();
    void erased();
    void told(const QString& message);
    void failed(const QString& title, const QString& explanation);

private:
    struct Waiting {
        ChecklistGiven given;
        std::uint64_t serial = 0;
    };
    struct Opened;
    void reload();
    void took(Opened opened);
    void showForm();
    void keep(const ChecklistGiven& given);
    void sent(const std::string& field, std::uint64_t serial, const Result<void>& result);
    void noteKept();
    void setWorking(bool working);
    void keepUnfinished();
    void addRow(const std::string& item, const checklist::Rows& around,
                const std::vector<ChecklistGiven>& answers);
    void say(const Error& error);
    /// `work(Checklists&)` after everything that waits; then `done()`.
    template <typename Work, typename Done>
    void act(Work work, Done done);

    Desk& desk_;
    RecordId id_;
    bool loaded_ = false;
    bool gone_ = false;
    bool opening_ = false;
    bool reading_ = false;
    bool again_ = false;
    bool working_ = false;
    /// Without the questionnaire, form and fields: those are here, once.
    session::Checklist info_;
    std::shared_ptr<const checklist::Questionnaire> questionnaire_;
    checklist::Fields stored_;
    ChecklistClashes clashes_;
    ChecklistForm form_;
    SystemRandom random_;
    std::map<std::string, Waiting> unsent_;   ///< by field
    std::map<std::string, Waiting> sending_;  ///< by field
    std::map<QString, QString> unfinished_;   ///< by key
    bool unfinishedChanged_ = false;
    int unfinishedWrites_ = 0;
    std::uint64_t serial_ = 0;
    Kept kept_ = Kept::Nothing;
    WallMs keptAt_ = 0;
    QString keepFailure_;
    QTimer pause_;
    QElapsedTimer waitingSince_;
};

}  // namespace veldwijzer::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QUrl>
#include <QVariantList>

#include "app/listing.h"
#include "base/ids.h"

namespace veldwijzer::app {

/// The filled-in lists that this person may read. `rows` are those that are open, then `done`: id, title,
/// caseCode, audience, shared, state, retention, soon, conflicts, late.
class ChecklistList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList done READ done NOTIFY loadedChanged)
public:
    explicit ChecklistList(QObject* parent = nullptr) : Listing(parent) {}
    [[nodiscard]] QVariantList done() const { return done_; }

protected:
    void reload() override;

private:
    QVariantList done_;
};

/// The templates of the region, by situation, and what may be done with them. `rows`: id, title, version,
/// situation, status ("active", "draft", "retired"), statusText; of those that can be begun with first.
/// `byTask`:
/// [{situation, lists: [{id, title}]}] of the active ones.
class TemplateList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList byTask READ byTask NOTIFY loadedChanged)
    Q_PROPERTY(bool working READ working NOTIFY workingChanged)
    /// Of the file that was looked at: [{text, done}] what was adapted, and what it is.
    Q_PROPERTY(QVariantList report READ report NOTIFY reportChanged)
    Q_PROPERTY(QString found READ found NOTIFY reportChanged)
public:
    explicit TemplateList(QObject* parent = nullptr) : Listing(parent) {}
    [[nodiscard]] QVariantList byTask() const { return byTask_; }
    [[nodiscard]] bool working() const { return working_; }
    [[nodiscard]] QVariantList report() const { return report_; }
    [[nodiscard]] QString found() const { return found_; }

    /// A new list, for oneself alone; then `begun`. Why not, in words; empty: it is under way.
    Q_INVOKABLE QString begin(const QString& templateId, const QString& caseCode);
    /// The checklists that come with the program; those that are here already stay as they are.
    Q_INVOKABLE void importShipped();
    Q_INVOKABLE void look(const QUrl& file);
    Q_INVOKABLE void import(const QUrl& file);
    /// A draft of the next version; then `made`.
    Q_INVOKABLE void newVersion(const QString& templateId);
    Q_INVOKABLE void publish(const QString& templateId);
    Q_INVOKABLE void retire(const QString& templateId);

signals:
    void workingChanged();
    void reportChanged();
    void begun(const QString& record);
    void made(const QString& templateId);

protected:
    void reload() override;

private:
    void setWorking(bool working);
    void read(const QUrl& file, bool preview);
    template <typename Work>
    void act(Work work, const QString& message);

    QVariantList byTask_;
    QVariantList report_;
    QString found_;
    bool working_ = false;
};

/// The teams that this person is in, for sharing a list: id, name, readers (names, with commas), count.
class TeamChoice : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
public:
    explicit TeamChoice(QObject* parent = nullptr) : Listing(parent) { followSync(); }

protected:
    void reload() override;
};

/// Who opened, changed, completed, printed or shared a list, newest first: who, what, when.
class ChecklistAccess : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
public:
    explicit ChecklistAccess(QObject* parent = nullptr) : Listing(parent) {}
    [[nodiscard]] QString recordId() const { return id_; }
    void setRecordId(const QString& id);

signals:
    void recordIdChanged();

protected:
    void reload() override;

private:
    QString id_;
};

}  // namespace veldwijzer::app

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QVariantList>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "app/checklist_row.h"
#include "base/random.h"

namespace veldwijzer::app {

/// What a person answered at one place, as it is to be kept.
struct ChecklistGiven {
    QString key;
    std::string field;
    std::string item;  ///< its path in the template
    checklist::Rows rows;
    std::vector<checklist::Answer> answers;
    /// No answer to this question yet, such as half a date: to be kept beside the list, as it was typed.
    bool unfinished = false;
    QString typed;
    bool typing = false;  ///< more of it may come at once
};

/// A list that is being filled in, as rows for a screen: the whole list, or one question a page. Answers come
/// in, rows appear and go where conditions say so without the others being made anew, and each change is told
/// as the field and text that are to be kept. It keeps nothing itself. GUI thread.
class ChecklistForm : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by a view model")
    Q_PROPERTY(bool oneByOne READ oneByOne WRITE setOneByOne NOTIFY pageChanged)
    Q_PROPERTY(int page READ page WRITE setPage NOTIFY pageChanged)
    Q_PROPERTY(int pages READ pages NOTIFY changed)
    Q_PROPERTY(int questions READ questions NOTIFY changed)
    Q_PROPERTY(int filled READ filled NOTIFY changed)
    Q_PROPERTY(int missing READ missing NOTIFY changed)
    Q_PROPERTY(int clashes READ clashes NOTIFY changed)
    /// Of what stands in the way of completing: the first place, and how many there are.
    Q_PROPERTY(int troubles READ troubles NOTIFY changed)
    Q_PROPERTY(bool fixed READ fixed WRITE setFixed NOTIFY changed)
    /// Cards that act at once: [{text, cards}], in reading order.
    Q_PROPERTY(QVariantList urgent READ urgent NOTIFY urgentChanged)
    /// "Uitkomst: 12 van 27"; empty for a template without a score.
    Q_PROPERTY(QString score READ score NOTIFY changed)

public:
    /// As ChecklistRow and ChecklistLook have them.
    enum Kind { Heading, Note, Card, Question, Row, AddRow };
    Q_ENUM(Kind)
    enum Input {
        None,
        Line,
        Lines,
        Whole,
        Number,
        Day,
        Moment,
        Clock,
        Address,
        YesNo,
        Options,
        Amount,
        Entries,
        Kept
    };
    Q_ENUM(Input)
    enum Role {
        KeyRole = Qt::UserRole + 1,
        KindRole,
        InputRole,
        TextRole,
        HelpRole,
        DepthRole,
        NumberRole,
        RequiredRole,
        FixedRole,
        SeveralRole,
        OwnWordsRole,
        OptionsRole,
        UnitsRole,
        CardsRole,
        UrgentRole,
        WarnsRole,
        ValueRole,
        UnitRole,
        ChosenRole,
        EntriesRole,
        ErrorRole,
        ClashRole
    };

    explicit ChecklistForm(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    // ---- for the view model that owns it
    void begin(std::shared_ptr<const checklist::Questionnaire> questionnaire, const CardFinder& find,
               Random& random);
    /// What is kept by now. What was told by `answered` and is not kept yet (`unkept`) stands over it, and so
    /// does what was typed and is no answer yet.
    void show(checklist::Fields kept, ChecklistClashes clashes, const checklist::Fields& unkept,
              const std::map<QString, QString>& unfinished = {});
    /// Rows are added by whoever listens to `rowWanted`; else here.
    void setRowsElsewhere(bool elsewhere) { rowsElsewhere_ = elsewhere; }
    void end();
    [[nodiscard]] const checklist::Form* form() const { return form_ ? &*form_ : nullptr; }
    [[nodiscard]] std::string fieldOf(const QString& key) const;
    /// The first question in that row.
    [[nodiscard]] QString firstIn(const checklist::Rows& rows) const;

    [[nodiscard]] bool oneByOne() const { return oneByOne_; }
    void setOneByOne(bool oneByOne);
    [[nodiscard]] int page() const { return page_; }
    void setPage(int page);
    [[nodiscard]] int pages() const;
    [[nodiscard]] int questions() const { return static_cast<int>(progress_.questions); }
    [[nodiscard]] int filled() const { return static_cast<int>(progress_.answered); }
    [[nodiscard]] int missing() const {
        return static_cast<int>(progress_.required - progress_.requiredAnswered);
    }
    [[nodiscard]] int clashes() const;
    [[nodiscard]] int troubles() const { return static_cast<int>(troubles_.size()); }
    [[nodiscard]] bool fixed() const { return fixed_; }
    void setFixed(bool fixed);
    [[nodiscard]] QVariantList urgent() const;
    [[nodiscard]] QString score() const;

    // ---- for a screen; places are named by their key
    Q_INVOKABLE void write(const QString& key, const QString& text);
    Q_INVOKABLE void writeUnit(const QString& key, const QString& unit);
    /// The person is done with this place for now: what is wrong with it may be said.
    Q_INVOKABLE void leave(const QString& key);
    /// Of one: chosen again it is taken back. Of several: in or out; an option that stands alone stands
    /// alone.
    Q_INVOKABLE void choose(const QString& key, int option);
    Q_INVOKABLE void addEntry(const QString& key, const QString& text);
    Q_INVOKABLE void removeEntry(const QString& key, int entry);
    /// A new row of a list; its first question's key, when it is there at once.
    Q_INVOKABLE QString addRow(const QString& key);
    Q_INVOKABLE void removeRow(const QString& key);
    /// Brings back the row that was taken away last.
    Q_INVOKABLE void undoRemoveRow();
    /// From now on what is missing is marked too.
    Q_INVOKABLE void markMissing();
    /// Turns to the first place that stands in the way of completing; its row, or -1.
    Q_INVOKABLE int findTrouble();
    Q_INVOKABLE int rowOf(const QString& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void pageChanged();
    void urgentChanged();
    /// To be kept.
    void answered(const veldwijzer::app::ChecklistGiven& given);
    void rowWanted(const std::string& item, const checklist::Rows& around);
    void rowRemoved(const std::string& item, const checklist::Rows& rows);
    /// A row that was taken away is wanted back with these answers; `rows` are those it had.
    void rowWantedBack(const std::string& item, const checklist::Rows& rows,
                       const std::vector<veldwijzer::app::ChecklistGiven>& answers);

private:
    struct Place {
        const checklist::Node* node = nullptr;
        const checklist::Item* item = nullptr;
        const ChecklistRow* row = nullptr;
    };
    [[nodiscard]] std::optional<Place> placeOf(const QString& key) const;
    [[nodiscard]] const ChecklistRow& rowAt(int row) const { return shown_[static_cast<std::size_t>(row)]; }
    void give(const Place& place, std::vector<checklist::Answer> answers);
    [[nodiscard]] ChecklistGiven givenAt(const Place& place, std::vector<checklist::Answer> answers) const;
    void refresh();
    void showRows();

    std::shared_ptr<const checklist::Questionnaire> questionnaire_;
    ChecklistLooks looks_;
    Random* random_ = nullptr;
    checklist::Fields fields_;
    ChecklistClashes clashes_;
    std::optional<checklist::Form> form_;
    checklist::Progress progress_;
    std::vector<ChecklistRow> all_;    ///< of every page
    std::vector<ChecklistRow> shown_;  ///< of the page that is open, or all
    std::vector<QString> troubles_;    ///< keys
    std::vector<QString> urgentKeys_;
    struct Removed {
        std::string item;
        checklist::Rows rows;
        checklist::Fields fields;
        std::vector<ChecklistGiven> answers;
    };
    std::optional<Removed> removed_;  ///< what `undoRemoveRow` brings back
    bool rowsElsewhere_ = false;
    bool marking_ = false;
    bool oneByOne_ = false;
    bool fixed_ = false;
    int page_ = 0;
    /// The text that is being typed in a place, as it is typed: what it would be read back as may differ.
    std::map<QString, QString> typing_;
};

}  // namespace veldwijzer::app

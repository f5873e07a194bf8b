// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QTimer>
#include <map>
#include <optional>
#include <vector>

#include "app/facet_chips.h"
#include "app/service_line.h"
#include "search/search_index.h"

namespace veldwijzer::app {

class Desk;

/// Services that answer a question, best first; a row is read when the list shows it.
///
/// One question is under way at a time. A newer one replaces an older that waits, and what an older one finds
/// is not shown. Rows come in windows of `window`, of which `windowsKept` stay; what a card says beside
/// (open, referrals, checked) is read for rows that were asked for, `linesAtOnce` at a time.
class SearchResults : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY questionChanged)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY questionChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY questionChanged)
    Q_PROPERTY(bool openNow READ openNow WRITE setOpenNow NOTIFY questionChanged)
    Q_PROPERTY(int filterCount READ filterCount NOTIFY questionChanged)
    Q_PROPERTY(bool empty READ empty NOTIFY questionChanged)
    Q_PROPERTY(int total READ total NOTIFY answered)
    Q_PROPERTY(bool ready READ ready NOTIFY answered)
    Q_PROPERTY(QString totalText READ totalText NOTIFY answered)
    Q_PROPERTY(QString unknownText READ unknownText NOTIFY answered)
    Q_PROPERTY(QString placeProblem READ placeProblem NOTIFY answered)
    Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY answered)
    Q_PROPERTY(QString errorText READ errorText NOTIFY answered)
    Q_PROPERTY(int openCount READ openCount NOTIFY answered)
    Q_PROPERTY(veldwijzer::app::FacetChips* chips READ chips CONSTANT)
    /// The facets that have chips, in order; `chipsOf` each.
    Q_PROPERTY(QStringList facets READ facets NOTIFY facetsChanged)

public:
    enum Role {
        RecordRole = Qt::UserRole + 1,
        TitleRole,
        OrganizationRole,
        PhasesRole,
        DistanceRole,
        AssuredRole,
        LoadedRole,  ///< the row itself is here
        LineRole,    ///< what follows is here
        OpenStateRole,
        OpenTextRole,
        AudienceRole,
        StaleRole,
        ReferralsRole,
        ReferralsTextRole,
        PendingRole,
        ConflictRole,
        FavouriteRole,
    };
    enum class Sort { Relevance, Name, Distance, Assured };
    Q_ENUM(Sort)

    static constexpr std::size_t window = 50;
    static constexpr std::size_t windowsKept = 40;
    static constexpr std::size_t linesAtOnce = 12;
    static constexpr std::size_t chipsInRow = 12;

    explicit SearchResults(QObject* parent = nullptr);

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QString place() const { return place_; }
    void setPlace(const QString& place);
    [[nodiscard]] Sort sort() const { return sort_; }
    void setSort(Sort sort);
    [[nodiscard]] bool openNow() const { return openNow_; }
    void setOpenNow(bool openNow);
    Q_INVOKABLE void toggle(const QString& facet, const QString& code);
    /// Chips and open now; not the words.
    Q_INVOKABLE void clearFilters();
    Q_INVOKABLE void clearAll();
    [[nodiscard]] int filterCount() const { return static_cast<int>(filters_.size()) + (openNow_ ? 1 : 0); }
    [[nodiscard]] bool empty() const;

    [[nodiscard]] int total() const { return total_; }
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] QString totalText() const;
    [[nodiscard]] QString unknownText() const;
    [[nodiscard]] QString placeProblem() const { return placeProblem_; }
    [[nodiscard]] QString errorTitle() const { return errorTitle_; }
    [[nodiscard]] QString errorText() const { return errorText_; }
    [[nodiscard]] int openCount() const { return openCount_; }
    [[nodiscard]] FacetChips* chips() const { return chips_; }
    [[nodiscard]] QStringList facets() const { return facets_; }
    Q_INVOKABLE veldwijzer::app::FacetChips* chipsOf(const QString& facet);
    Q_INVOKABLE QString titleOf(const QString& facet) const;
    /// Hexadecimal; empty when the row is not here yet.
    Q_INVOKABLE QString recordAt(int row) const;
    /// The row where a record stands, of those that are here; -1.
    Q_INVOKABLE int rowOf(const QString& record) const;

    /// What is asked now, for the map: without window.
    [[nodiscard]] search::Query query() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void questionChanged();
    void facetsChanged();
    void answered();
    /// The first answer to another question: show its beginning.
    void turned();

private:
    struct Answer {
        search::Answer found;
        bool placeUnknown = false;
    };
    using Window = std::vector<search::Found>;

    void asked();
    void refresh();
    void step() const;
    void ask(bool first, std::size_t offset) const;
    void took(std::uint64_t question, std::size_t offset, bool first, Result<Answer> answer);
    void resize(int total);
    void showFacets(const search::Answer& answer);
    void relabel();
    [[nodiscard]] std::vector<FacetChip> allChips() const;
    [[nodiscard]] std::vector<FacetChip> rowOfChips(const std::vector<FacetChip>& all);
    [[nodiscard]] const search::Found* rowAt(int row) const;
    [[nodiscard]] QVariant ofLine(const search::Found& row, int role) const;
    void wantLine(const RecordId& id) const;
    void readLines();
    void tookLines(const std::vector<std::pair<RecordId, ServiceLine>>& lines);

    Desk& desk_;
    QString text_;
    QString place_;
    Sort sort_ = Sort::Relevance;
    bool openNow_ = false;
    std::vector<std::pair<QString, QString>> filters_;

    std::uint64_t question_ = 1;  ///< counts; an answer to an earlier one is dropped
    std::uint64_t shown_ = 0;     ///< the question whose answer is shown
    mutable bool due_ = false;    ///< the question has yet to be asked, or asked again
    mutable bool underWay_ = false;
    mutable std::size_t lastRead_ = 0;  ///< the window that the list read last
    mutable std::optional<std::size_t> wantedWindow_;
    std::map<std::size_t, Window> windows_;

    int total_ = 0;
    bool ready_ = false;
    int openCount_ = 0;
    QStringList unknownWords_;
    QString placeProblem_;
    QString errorTitle_;
    QString errorText_;
    std::map<std::string, std::map<std::string, std::uint64_t>> counts_;
    QList<std::pair<QString, QString>> chipOrder_;
    FacetChips* chips_;
    QStringList facets_;
    QHash<QString, FacetChips*> chipsOf_;

    QHash<QString, ServiceLine> lines_;
    mutable std::vector<RecordId> wantedLines_;
    bool readingLines_ = false;
    mutable QTimer linesDue_;
    QTimer minute_;  ///< doors open and close
};

}  // namespace veldwijzer::app

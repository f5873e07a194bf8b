// SPDX-License-Identifier: EUPL-1.2
#include "app/search_results.h"

#include <QLocale>
#include <algorithm>

#include "app/app.h"
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

}  // namespace

SearchResults::SearchResults(QObject* parent)
    : QAbstractListModel(parent), desk_(theDesk()), chips_(new FacetChips(this)) {
    linesDue_.setSingleShot(true);
    linesDue_.setInterval(0);
    connect(&linesDue_, &QTimer::timeout, this, &SearchResults::readLines);
    connect(&desk_, &Desk::changed, this, &SearchResults::refresh);
    connect(&desk_, &Desk::opened, this, &SearchResults::refresh);
    connect(&minute_, &QTimer::timeout, this, [this] {
        if (openNow_) return refresh();
        lines_.clear();
        if (total_ > 0) emit dataChanged(index(0), index(total_ - 1));
    });
    minute_.start(minuteMs);
    connect(&TermBook::of(desk_), &TermBook::changed, this, &SearchResults::relabel);
    connect(&PersonalBook::of(desk_), &PersonalBook::changed, this, [this] {
        if (total_ > 0) emit dataChanged(index(0), index(total_ - 1), {FavouriteRole});
    });
    due_ = true;
    step();
}

void SearchResults::setText(const QString& text) {
    if (text == text_) return;
    text_ = text;
    asked();
}

void SearchResults::setPlace(const QString& place) {
    if (place == place_) return;
    place_ = place;
    asked();
}

void SearchResults::setSort(Sort sort) {
    if (sort == sort_) return;
    sort_ = sort;
    asked();
}

void SearchResults::setOpenNow(bool openNow) {
    if (openNow == openNow_) return;
    openNow_ = openNow;
    asked();
}

void SearchResults::toggle(const QString& facet, const QString& code) {
    const std::pair filter(facet, code);
    const auto at = std::find(filters_.begin(), filters_.end(), filter);
    if (at != filters_.end())
        filters_.erase(at);
    else
        filters_.push_back(filter);
    asked();
}

void SearchResults::clearFilters() {
    if (filters_.empty() && !openNow_) return;
    filters_.clear();
    openNow_ = false;
    asked();
}

void SearchResults::clearAll() {
    text_.clear();
    place_.clear();
    filters_.clear();
    openNow_ = false;
    sort_ = Sort::Relevance;
    asked();
}

bool SearchResults::empty() const {
    return text_.trimmed().isEmpty() && place_.trimmed().isEmpty() && filterCount() == 0;
}

// ---- asking

search::Query SearchResults::query() const {
    search::Query query;
    query.text = utf8(text_);
    query.at = desk_.outside().clock.wallMs();
    query.openNow = openNow_;
    query.sort = static_cast<search::Sort>(sort_);
    // Without a place there are no distances to sort by.
    if (sort_ == Sort::Distance && place_.trimmed().isEmpty()) query.sort = search::Sort::Relevance;
    for (const auto& [facet, code] : filters_)
        query.filters.emplace_back(utf8(facet), utf8(code));
    return query;
}

void SearchResults::asked() {
    ++question_;
    due_ = true;
    lastRead_ = 0;
    wantedWindow_.reset();
    relabel();
    emit questionChanged();
    step();
}

void SearchResults::refresh() {
    lines_.clear();
    due_ = true;
    step();
}

void SearchResults::step() const {
    if (underWay_ || !desk_.isOpen()) return;
    if (due_) {
        due_ = false;
        ask(true, lastRead_ * window);
    } else if (wantedWindow_) {
        const std::size_t wanted = *wantedWindow_;
        wantedWindow_.reset();
        ask(false, wanted * window);
    }
}

void SearchResults::ask(bool first, std::size_t offset) const {
    underWay_ = true;
    search::Query query = this->query();
    query.offset = offset;
    query.limit = window;
    auto* self = const_cast<SearchResults*>(this);  // a view's `data` asks for rows that are not here
    desk_.ask(
        self,
        [query, place = utf8(place_.trimmed())](session::Session& session) -> Result<Answer> {
            Answer answer;
            auto found = session.search(query, place);
            if (!found && found.error().code == ErrorCode::NotFound && !place.empty()) {
                answer.placeUnknown = true;
                found = session.search(query);
            }
            if (!found) return found.error();
            answer.found = std::move(*found);
            return answer;
        },
        [self, question = question_, offset, first](Result<Answer> answer) {
            self->took(question, offset, first, std::move(answer));
        });
}

void SearchResults::took(std::uint64_t question, std::size_t offset, bool first, Result<Answer> answer) {
    underWay_ = false;
    if (question != question_ || (!first && due_)) return step();
    errorTitle_.clear();
    errorText_.clear();
    if (!answer) {
        const Words words = wordsFor(answer.error());
        errorTitle_ = words.title;
        errorText_ = words.explanation;
        emit answered();
        return step();
    }
    search::Answer& found = answer->found;
    if (first) windows_.clear();
    if (windows_.size() >= windowsKept) {
        // What lies farthest from where the list is now.
        const std::size_t here = offset / window;
        const bool low = here - std::min(here, windows_.begin()->first) > windows_.rbegin()->first - here;
        windows_.erase(low ? windows_.begin() : std::prev(windows_.end()));
    }
    const int rows = static_cast<int>(found.found.size());
    windows_[offset / window] = std::move(found.found);
    resize(static_cast<int>(std::min<std::uint64_t>(found.total, std::numeric_limits<int>::max() / 2)));
    const bool turn = shown_ != question;
    shown_ = question;
    if (first) {
        if (total_ > 0) emit dataChanged(index(0), index(total_ - 1));
        unknownWords_.clear();
        for (const std::string& word : found.unknownWords)
            unknownWords_ << app::text(word);
        placeProblem_ = answer->placeUnknown
                            ? tr("Deze plaats of postcode is niet bekend. Probeer een plaats in de buurt.")
                            : QString();
        showFacets(found);
        openCount_ = static_cast<int>(found.openNow);
        ready_ = true;
        emit answered();
        if (turn) emit turned();
    } else if (rows > 0) {
        const int from = static_cast<int>(offset);
        emit dataChanged(index(from), index(std::min(total_, from + rows) - 1));
    }
    step();
}

void SearchResults::resize(int total) {
    if (total > total_) {
        beginInsertRows({}, total_, total - 1);
        total_ = total;
        endInsertRows();
    } else if (total < total_) {
        beginRemoveRows({}, total, total_ - 1);
        total_ = total;
        endRemoveRows();
    }
}

// ---- chips

void SearchResults::showFacets(const search::Answer& answer) {
    counts_ = answer.facets;
    relabel();
}

std::vector<FacetChip> SearchResults::allChips() const {
    const TermBook& book = TermBook::of(desk_);
    const auto chosen = [&](const QString& facet, const QString& code) {
        return std::find(filters_.begin(), filters_.end(), std::pair(facet, code)) != filters_.end();
    };
    QStringList order = facetOrder();
    for (const auto& [facet, codes] : counts_)
        if (!order.contains(app::text(facet))) order << app::text(facet);
    std::vector<FacetChip> all;
    for (const QString& facet : order) {
        std::vector<FacetChip> chips;
        const auto codes = counts_.find(utf8(facet));
        if (codes != counts_.end())
            for (const auto& [code, count] : codes->second)
                chips.push_back({facet, app::text(code), book.label(facet, app::text(code)),
                                 static_cast<int>(count), chosen(facet, app::text(code))});
        // What was chosen stays in sight though nothing has it any more: it must be possible to take it away.
        for (const auto& [chosenFacet, code] : filters_)
            if (chosenFacet == facet && std::none_of(chips.begin(), chips.end(), [&](const FacetChip& chip) {
                    return chip.code == code;
                }))
                chips.push_back({facet, code, book.label(facet, code), 0, true});
        std::sort(chips.begin(), chips.end(), [](const FacetChip& a, const FacetChip& b) {
            return a.label.localeAwareCompare(b.label) < 0;
        });
        all.insert(all.end(), std::make_move_iterator(chips.begin()), std::make_move_iterator(chips.end()));
    }
    return all;
}

/// Those most used when the list was first seen, and what is chosen: a chip that moves away under a finger is
/// worse than one that is no longer among the most used.
std::vector<FacetChip> SearchResults::rowOfChips(const std::vector<FacetChip>& all) {
    if (chipOrder_.isEmpty() && !all.empty()) {
        static const QStringList handy{QStringLiteral("audience"), QStringLiteral("phase"),
                                       QStringLiteral("urgency")};
        std::vector<FacetChip> most;
        std::copy_if(all.begin(), all.end(), std::back_inserter(most),
                     [](const FacetChip& chip) { return handy.contains(chip.facet); });
        if (most.empty()) most = all;
        std::stable_sort(most.begin(), most.end(),
                         [](const FacetChip& a, const FacetChip& b) { return a.count > b.count; });
        most.resize(std::min(most.size(), chipsInRow));
        for (const FacetChip& chip : most)
            chipOrder_.append({chip.facet, chip.code});
    }
    std::vector<FacetChip> row;
    for (const FacetChip& chip : all)
        if (chip.chosen && !chipOrder_.contains(std::pair(chip.facet, chip.code))) row.push_back(chip);
    for (const auto& [facet, code] : chipOrder_) {
        const auto at = std::find_if(all.begin(), all.end(), [&, f = facet, c = code](const FacetChip& chip) {
            return chip.facet == f && chip.code == c;
        });
        row.push_back(
            at != all.end() ? *at : FacetChip{facet, code, TermBook::of(desk_).label(facet, code), 0, false});
    }
    return row;
}

void SearchResults::relabel() {
    std::vector<FacetChip> all = allChips();
    chips_->show(rowOfChips(all));
    QStringList names;
    for (auto from = all.begin(); from != all.end();) {
        const auto to =
            std::find_if(from, all.end(), [&](const FacetChip& chip) { return chip.facet != from->facet; });
        names << from->facet;
        chipsOf(from->facet)->show(std::vector<FacetChip>(from, to));
        from = to;
    }
    if (names != facets_) {
        facets_ = names;
        emit facetsChanged();
    }
    if (total_ > 0) emit dataChanged(index(0), index(total_ - 1), {PhasesRole, AudienceRole});
}

FacetChips* SearchResults::chipsOf(const QString& facet) {
    FacetChips*& chips = chipsOf_[facet];
    if (chips == nullptr) chips = new FacetChips(this);
    return chips;
}

QString SearchResults::titleOf(const QString& facet) const {
    return facetTitle(facet);
}

// ---- words

QString SearchResults::totalText() const {
    if (!ready_) return {};
    if (total_ == 0) return tr("Niets gevonden");
    return empty()       ? tr("%1 diensten in uw regio").arg(QLocale().toString(total_))
           : total_ == 1 ? tr("1 dienst gevonden")
                         : tr("%1 diensten gevonden").arg(QLocale().toString(total_));
}

QString SearchResults::unknownText() const {
    if (unknownWords_.isEmpty()) return {};
    return tr("Niet gevonden en dus niet meegeteld: %1").arg(unknownWords_.join(QStringLiteral(", ")));
}

}  // namespace veldwijzer::app

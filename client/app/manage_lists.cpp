// SPDX-License-Identifier: EUPL-1.2
#include "app/manage_lists.h"

#include <algorithm>

#include "app/labels.h"
#include "app/lookup.h"
#include "domain/kinds.h"
#include "domain/taxonomies.h"
#include "session/people.h"

namespace veldwijzer::app {
namespace {

QString key(const char* name) {
    return QLatin1String(name);
}

std::vector<store::StoredRecord> allOf(const session::Session& session, const char* kind, std::size_t most) {
    std::vector<store::StoredRecord> found;
    for (const store::ListRow& row :
         session.store().list({.kind = kind, .facets = {}, .offset = 0, .limit = most}).rows)
        if (auto stored = session.store().find(row.id)) found.push_back(std::move(*stored));
    return found;
}

/// Does `work` with the record that this text names.
template <typename Work>
auto withRecord(const QString& id, Work work) {
    return [id = utf8(id), work](session::Session& session) -> Result<void> {
        const auto record = session.recordFrom(id);
        if (!record) return record.error();
        return work(session, *record);
    };
}

/// "Hulp na geweld" becomes "hulp-na-geweld": what records hold.
std::string codeFor(const QString& name) {
    std::string code;
    for (const QChar c : name.toLower().normalized(QString::NormalizationForm_D)) {
        if (c.isLetterOrNumber() && c.unicode() < 128)
            code.push_back(c.toLatin1());
        else if (!code.empty() && code.back() != '-' && !c.isMark())
            code.push_back('-');
    }
    while (!code.empty() && code.back() == '-')
        code.pop_back();
    return code;
}

struct PairSide {
    std::string id;
    QString title;
    QStringList lines;
};
struct Pair {
    PairSide first;
    PairSide second;
    std::string kind;
    int score = 0;
};

PairSide sideOf(const session::Session& session, const RecordId& id, const std::string& title) {
    PairSide side{idText(id), text(title), {}};
    const auto stored = session.store().find(id);
    if (!stored) return side;
    for (const char* field : {"organization", "email", "website", "url", "description"}) {
        const merge::Value* value = merge::shownValue(stored->record, field);
        if (value == nullptr) continue;
        side.lines << fieldLabel(stored->record.kind, field) + QStringLiteral(": ") +
                          shownText(session, stored->record.kind, field, *value).left(160);
    }
    return side;
}

QVariantMap shown(const PairSide& side) {
    return {{key("id"), text(side.id)}, {key("title"), side.title}, {key("lines"), side.lines}};
}

struct Old {
    std::vector<session::StaleEntry> entries;
    int months = 0;
};
struct TermRow {
    domain::Term term;
};

constexpr const char* facetNames[] = {"domain", "phase",        "audience", "risk_group",  "partner_type",
                                      "basis",  "network_role", "urgency",  "municipality"};

}  // namespace

void People::reload() {
    fetch([](session::Session& session) { return session::People(session).members(); },
          [this](std::vector<session::Person> members) {
              rows()->show(std::move(members), [now = now()](const session::Person& member) {
                  return QVariantMap{
                      {key("name"), text(member.name)},
                      {key("role"), roleLabel(member.role)},
                      {key("you"), member.you},
                      {key("devices"), static_cast<int>(member.devices.size())},
                      {key("since"), member.sinceMs > 0 ? momentText(member.sinceMs, now) : QString()}};
              });
          });
}

void StaleList::reload() {
    fetch(
        [at = now()](session::Session& session) {
            session::StaleEntries stale = session.staleServices(at);
            return Old{std::move(stale.stale), static_cast<int>(stale.afterMonths)};
        },
        [this](Old old) {
            months_ = old.months;
            rows()->show(std::move(old.entries), [](const session::StaleEntry& entry) {
                const QString when = entry.assured
                                         ? tr("Laatst gecontroleerd op %1").arg(dayWords(*entry.assured))
                                         : tr("Nog nooit gecontroleerd");
                return QVariantMap{{key("id"), text(idText(entry.id))},
                                   {key("title"), text(entry.title)},
                                   {key("text"), when}};
            });
        });
}

void StaleList::assure(const QString& id) {
    act(withRecord(id,
                   [](session::Session& session, const RecordId& record) -> Result<void> {
                       const auto day = session.assure(record);
                       return day ? Result<void>() : Result<void>(day.error());
                   }),
        tr("Genoteerd: vandaag gecontroleerd"));
}

void StaleList::setMonths(int months) {
    act(
        [months](session::Session& session) {
            return session.setStaleAfterMonths(static_cast<unsigned>(std::clamp(months, 1, 60)));
        },
        tr("Geldt nu voor de hele regio"));
}

void DuplicatePairs::reload() {
    fetch(
        [desk = &desk()](session::Session& session) {
            std::vector<Pair> pairs;
            for (const exchange::Duplicate& each : session.duplicates([desk] { desk->breathe(); }).found)
                pairs.push_back({sideOf(session, each.first, each.firstTitle),
                                 sideOf(session, each.second, each.secondTitle), each.kind, each.score});
            return pairs;
        },
        [this](std::vector<Pair> pairs) {
            rows()->show(std::move(pairs), [](const Pair& pair) {
                return QVariantMap{{key("first"), shown(pair.first)},
                                   {key("second"), shown(pair.second)},
                                   {key("kind"), kindLabel(pair.kind)},
                                   {key("score"), pair.score}};
            });
        },
        Urgency::Background);
}

void DuplicatePairs::makeOne(const QString& keep, const QString& other) {
    act(withRecord(keep,
                   [other = utf8(other)](session::Session& session, const RecordId& kept) -> Result<void> {
                       const auto gone = session.recordFrom(other);
                       if (!gone) return gone.error();
                       return session.makeOne(kept, *gone);
                   }),
        tr("Samengevoegd. Wat alleen in de ander stond, is bewaard"));
}

void DuplicatePairs::tellApart(const QString& first, const QString& second) {
    act(withRecord(first,
                   [second = utf8(second)](session::Session& session, const RecordId& one) -> Result<void> {
                       const auto other = session.recordFrom(second);
                       if (!other) return other.error();
                       return session.tellApart(one, *other);
                   }),
        tr("Onthouden: dit zijn er twee"));
}

void SynonymList::reload() {
    fetch([](session::Session& session) { return allOf(session, "synonym", most); },
          [this](std::vector<store::StoredRecord> found) {
              rows()->show(std::move(found), [](const store::StoredRecord& stored) {
                  QStringList words;
                  for (const merge::Value* value : merge::elementsOf(stored.record, "stands_for"))
                      words << text(domain::displayText(*value));
                  return QVariantMap{{key("id"), text(idText(stored.record.id))},
                                     {key("term"), text(domain::titleOf(stored.record))},
                                     {key("standsFor"), words.join(QStringLiteral(", "))}};
              });
          });
}

void SynonymList::add(const QString& term, const QString& standsFor) {
    if (term.trimmed().isEmpty() || standsFor.trimmed().isEmpty()) return;
    act(
        [term = utf8(term.trimmed()),
         meant = utf8(standsFor.trimmed())](session::Session& session) -> Result<void> {
            const auto made = session.create("synonym", {{"term", term}, {"stands_for", meant}});
            return made ? Result<void>() : Result<void>(made.error());
        },
        tr("Toegevoegd"));
}

void SynonymList::remove(const QString& id) {
    act(withRecord(id,
                   [](session::Session& session, const RecordId& record) { return session.remove(record); }),
        {});
}

void SynonymList::restore(const QString& id) {
    act(withRecord(id,
                   [](session::Session& session, const RecordId& record) { return session.restore(record); }),
        {});
}

QVariantList TermList::facets() const {
    QVariantList list;
    for (const char* facet : facetNames)
        list << QVariantMap{{key("code"), key(facet)}, {key("name"), fieldLabel("service", facet)}};
    return list;
}

void TermList::reload() {
    fetch(
        [](session::Session& session) {
            std::vector<TermRow> found;
            for (const store::StoredRecord& stored : allOf(session, "taxonomy-term", most))
                if (auto term = domain::termFrom(stored.record)) found.push_back({std::move(*term)});
            const auto place = [](const std::string& facet) {
                return std::find_if(std::begin(facetNames), std::end(facetNames),
                                    [&](const char* name) { return facet == name; }) -
                       std::begin(facetNames);
            };
            std::ranges::stable_sort(found, {}, [&](const TermRow& row) {
                return std::tuple(place(row.term.facet), row.term.retired, row.term.position.empty(),
                                  row.term.position, row.term.name);
            });
            return found;
        },
        [this](std::vector<TermRow> found) {
            rows()->show(std::move(found), [](const TermRow& row) {
                return QVariantMap{{key("id"), text(idText(row.term.id))},
                                   {key("facet"), fieldLabel("service", row.term.facet)},
                                   {key("facetCode"), text(row.term.facet)},
                                   {key("name"), text(row.term.name.empty() ? row.term.code : row.term.name)},
                                   {key("retired"), row.term.retired}};
            });
        });
}

void TermList::add(const QString& facet, const QString& name) {
    const std::string code = codeFor(name);
    if (code.empty()) return;
    act(
        [facet = utf8(facet), name = utf8(name.trimmed()), code](session::Session& session) -> Result<void> {
            const auto made =
                session.create("taxonomy-term", {{"taxonomy", facet}, {"code", code}, {"name", name}});
            return made ? Result<void>() : Result<void>(made.error());
        },
        tr("Toegevoegd"));
}

void TermList::rename(const QString& id, const QString& name) {
    if (name.trimmed().isEmpty()) return;
    act(withRecord(id,
                   [name = utf8(name.trimmed())](session::Session& session, const RecordId& record) {
                       return session.set(record, {{"name", name}});
                   }),
        tr("Hernoemd voor iedereen"));
}

void TermList::retire(const QString& id, bool retired) {
    act(withRecord(id,
                   [retired](session::Session& session, const RecordId& record) {
                       return session.set(record, {{"retired", retired ? "true" : "false"}});
                   }),
        retired ? tr("Niet meer te kiezen") : tr("Weer te kiezen"));
}

}  // namespace veldwijzer::app

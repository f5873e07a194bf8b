// SPDX-License-Identifier: EUPL-1.2
// One table a kind: which columns there are, which parent a child's row names, and what is left to say
// exactly.
#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "domain/kinds.h"
#include "exchange/csv_rows.h"
#include "exchange/exact_values.h"
#include "exchange/export_folder.h"
#include "exchange/hsds_export.h"
#include "exchange/hsds_normalise.h"
#include "exchange/hsds_object.h"
#include "exchange/hsds_records.h"
#include "exchange/hsds_upgrade.h"
#include "exchange/hsds_vocabulary.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

std::string asCell(std::string_view text) {
    if (text.find_first_of(",;\t\"\r\n") == std::string_view::npos && !text.empty() && text.front() != ' ' &&
        text.back() != ' ')
        return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
    return out;
}

/// Which parent a child's row names, for each of its foreign keys: the first that has it.
struct Named {
    RecordId child;
    std::string_view member;
    RecordId parent;
    std::string_view set;
    auto operator<=>(const Named&) const = default;
};

std::string entityName(std::string kind) {
    std::replace(kind.begin(), kind.end(), '-', '_');
    return kind;
}

/// A row: what stands in which column.
using Row = std::vector<std::pair<std::string, std::string>>;

const std::string* cell(const Row& row, std::string_view name) {
    for (const auto& [column, text] : row)
        if (column == name) return &text;
    return nullptr;
}

class CsvExport {
public:
    CsvExport(const RecordSource& source, ExportFolder& folder, const ExportProgress& progress)
        : source_(source), writer_(source), folder_(folder), progress_(progress) {}

    ExportReport run() {
        kinds_ = source_.kinds();
        std::sort(kinds_.begin(), kinds_.end());
        for (const std::string& kind : kinds_)
            gather(kind);
        std::sort(named_.begin(), named_.end());
        named_.erase(std::unique(named_.begin(), named_.end(),
                                 [](const Named& a, const Named& b) {
                                     return a.child == b.child && a.member == b.member;
                                 }),
                     named_.end());
        if (!facets_.empty())
            for (const char* kind : {"attribute", "taxonomy-term"})
                if (!std::binary_search(kinds_.begin(), kinds_.end(), kind)) {
                    kinds_.emplace_back(kind);
                    std::sort(kinds_.begin(), kinds_.end());
                }
        for (const std::string& kind : kinds_)
            table(kind);
        package();
        report_.files = folder_.files();
        report_.digest = digest_.text();
        return std::move(report_);
    }

private:
    void gather(const std::string& kind) {
        for (const RecordId& id : source_.recordsOf(kind)) {
            const std::optional<IncomingRecord> record = source_.find(id);
            if (!record || record->kind != kind) continue;
            ++report_.total;
            for (const auto& [set, elements] : record->sets) {
                gatherFacets(*record, set, elements);
                if (memberSpec(set).role != MemberRole::Children) continue;
                for (const merge::Value& element : elements)
                    if (const auto* child = std::get_if<RecordId>(&element))
                        gatherChild(*record, set, *child);
            }
        }
    }

    void gatherFacets(const IncomingRecord& record, const std::string& set,
                      const std::vector<merge::Value>& elements) {
        const domain::FieldSpec* field = domain::findField(record.kind, set);
        if (field == nullptr || !field->facet || field->type != domain::FieldType::Set || set == "tags")
            return;
        for (const merge::Value& element : elements)
            if (const auto* code = std::get_if<std::string>(&element)) facets_.insert({set, *code});
    }

    void gatherChild(const IncomingRecord& parent, const std::string& set, const RecordId& id) {
        const MemberSpec spec = memberSpec(set);
        const std::string_view member = memberForContainer(spec.kind, parent.kind, set);
        if (member.empty() || !kindNamed(parent.kind)) return;
        const std::optional<IncomingRecord> child = source_.find(id);
        if (!child || child->kind != spec.kind) return;
        // What its own file said there stays, and so does a link_entity that says something else.
        if (findRegister(*child, std::string(foreignPrefix) + std::string(member)) != nullptr) return;
        const auto key = foreignKey(child->kind, member);
        if (!key || findRegister(*child, key->field) != nullptr) return;
        if (key->kind.empty()) {
            const merge::Value* entity = findRegister(*child, key->kindMember);
            if (entity != nullptr && *entity != merge::Value(entityName(parent.kind))) return;
        }
        named_.push_back({id, member, parent.id, spec.name});
    }

    // ---- one table

    void table(const std::string& kind) {
        const std::vector<RecordId> ids = source_.recordsOf(kind);
        // Twice: the columns stand first in the file.
        std::set<std::string> names;
        for (const RecordId& id : ids)
            if (const auto record = source_.find(id); record && record->kind == kind)
                for (const auto& [column, text] : rowOf(*record))
                    names.insert(column);
        addFacetColumns(kind, names);
        std::vector<std::string> columns = {"id"};
        names.erase("id");
        columns.insert(columns.end(), names.begin(), names.end());
        const std::string file = fileNameOf(kind, columns_.size() + 1);
        folder_.start(file + ".csv");
        header(columns);
        for (const RecordId& id : ids) {
            const auto record = source_.find(id);
            if (!record || record->kind != kind) continue;
            digest_.add(*record);
            ++report_.records[kind];
            ++report_.done;
            line(columns, rowOf(*record));
            if (progress_) progress_(report_);
        }
        facetRows(kind, columns);
        columns_[file] = std::move(columns);
    }

    void header(const std::vector<std::string>& columns) {
        std::string text;
        for (const std::string& column : columns)
            text += (text.empty() ? "" : ",") + asCell(column);
        folder_.write(text + "\r\n");
    }

    void line(const std::vector<std::string>& columns, const Row& row) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) text.push_back(',');
            if (const std::string* found = cell(row, columns[i])) text += asCell(*found);
        }
        folder_.write(text + "\r\n");
    }

    Row rowOf(const IncomingRecord& record) {
        Row row;
        const auto put = [&row](const std::string& name, const Node& node) {
            // A heading is read without spaces around it.
            if (cell(row, name) != nullptr || name.front() == ' ' || name.back() == ' ') return;
            const std::optional<std::string> text = cellText(node);
            if (text && !text->empty()) row.emplace_back(name, *text);
        };
        put("id", writer_.idOf(record));
        if (tableOfKind(record.kind).empty() && kindOfTable(record.kind) != record.kind)
            put(std::string(kindMember), textNode(record.kind));
        HsdsObject object = writer_.members(record);
        for (const Node& member : object.node.children)
            if (!member.isArray() && !member.isObject()) put(member.key, member);
        for (const HsdsObject::Mention& mention : object.mentions) {
            if (mention.element != HsdsObject::Mention::alone) continue;
            const std::string name = object.node.children[mention.member].key;
            const std::string_view member = memberForReference(record.kind, name);
            const auto& known = writer_.known(mention.target);
            if (!member.empty() && known.there && !containerOf(record.kind, member))
                put(std::string(member), known.id);
        }
        for (const Named& named : namedBy(record.id)) {
            const auto& parent = writer_.known(named.parent);
            const auto key = foreignKey(record.kind, named.member);
            put(std::string(named.member), parent.id);
            if (key && key->kind.empty())
                put(std::string(key->kindMember), textNode(entityName(parent.kind)));
        }
        exact(record, row);
        return row;
    }

    std::vector<Named> namedBy(const RecordId& child) const {
        auto at = std::lower_bound(named_.begin(), named_.end(), child,
                                   [](const Named& named, const RecordId& id) { return named.child < id; });
        std::vector<Named> found;
        for (; at != named_.end() && at->child == child; ++at)
            found.push_back(*at);
        return found;
    }

    bool rowNames(const RecordId& child, const RecordId& parent, std::string_view set) const {
        const std::vector<Named> all = namedBy(child);
        return std::any_of(all.begin(), all.end(),
                           [&](const Named& named) { return named.parent == parent && named.set == set; });
    }

    // Reads the row as the importer will, with the children that name it, and says what it would not find.
    void exact(const IncomingRecord& record, Row& row) {
        Node node = nodeOfRow(record.kind, row);
        upgradeRow(tableOfKind(record.kind), node);
        HsdsReport silent;
        HsdsNormaliser normaliser(silent);
        std::vector<Part> parts = normaliser.parts(record.kind, node);
        IncomingRecord natural = std::move(parts.back().record);
        settleKeys(natural, parts.back().keys,
                   [this](const RecordId& id) { return writer_.known(id).there; });
        IncomingRecord attributes{record.id, record.kind, {}, {}};
        for (const auto& [set, elements] : record.sets)
            for (const merge::Value& element : elements) {
                const auto* child = std::get_if<RecordId>(&element);
                if (child == nullptr || !rowNames(*child, record.id, set)) continue;
                addElement(natural, set, *child);
                if (set == "attributes") addElement(attributes, set, *child);
            }
        for (const auto& term : writer_.facetsByAttributes(attributes))
            if (isFacetOf(record.kind, term.facet)) addElement(natural, term.facet, term.code);
        finish(natural);
        const Node difference = exactDifference(natural, record);
        if (difference.isObject()) row.emplace_back(std::string(exactMember), jsonText(difference));
    }

    // ---- our facets in the words of the standard; readers of ours skip these rows

    void addFacetColumns(const std::string& kind, std::set<std::string>& names) const {
        if (facets_.empty()) return;
        if (kind == "attribute") names.insert({"link_id", "link_entity", "link_type", "taxonomy_term_id"});
        if (kind == "taxonomy-term") names.insert({"code", "name", "taxonomy"});
    }

    void facetRows(const std::string& kind, const std::vector<std::string>& columns) {
        if (kind == "taxonomy-term")
            for (const auto& [facet, code] : facets_)
                line(columns, {{"id", std::string(facetIdPrefix) + facet + ":" + code},
                               {"code", code},
                               {"name", code},
                               {"taxonomy", "veldwijzer:" + facet}});
        if (kind != "attribute") return;
        for (const std::string& owner : source_.kinds()) {
            if (!kindNamed(owner)) continue;
            for (const RecordId& id : source_.recordsOf(owner))
                if (const auto record = source_.find(id); record && record->kind == owner)
                    facetRowsOf(*record, columns);
        }
    }

    void facetRowsOf(const IncomingRecord& record, const std::vector<std::string>& columns) {
        const auto id = cellText(writer_.idOf(record));
        for (const auto& [set, elements] : record.sets)
            for (const merge::Value& element : elements)
                if (const auto* code = std::get_if<std::string>(&element);
                    code != nullptr && facets_.count({set, *code}) > 0 && isFacetOf(record.kind, set))
                    line(columns, {{"id", std::string(facetIdPrefix) + toHex(record.id.view()) + ":" + set +
                                              ":" + *code},
                                   {"link_id", *id},
                                   {"link_entity", entityName(record.kind)},
                                   {"link_type", set},
                                   {"taxonomy_term_id", std::string(facetIdPrefix) + set + ":" + *code}});
    }

    // https://specs.frictionlessdata.io/data-package/, the tabular profile that HSDS' own package uses.
    void package() {
        folder_.start("datapackage.json");
        std::string text = "{\"name\":\"hsds\",\"profile\":\"tabular-data-package\",\"resources\":[";
        bool first = true;
        for (const auto& [table, columns] : columns_) {
            text += std::string(first ? "\n" : ",\n") + "{\"name\":" + jsonString(table) +
                    ",\"path\":" + jsonString(table + ".csv") +
                    ",\"profile\":\"tabular-data-resource\",\"encoding\":\"utf-8\",\"schema\":{\"fields\":[";
            for (const std::string& column : columns)
                text += std::string(&column == &columns.front() ? "" : ",") +
                        "{\"name\":" + jsonString(column) + "}";
            text += "],\"primaryKey\":\"id\"}}";
            first = false;
        }
        folder_.write(text + "\n]}\n");
    }

    const RecordSource& source_;
    HsdsObjectWriter writer_;
    ExportFolder& folder_;
    const ExportProgress& progress_;
    std::vector<std::string> kinds_;
    std::vector<Named> named_;
    std::set<std::pair<std::string, std::string>> facets_;
    std::map<std::string, std::vector<std::string>> columns_;
    ExportReport report_;
    ContentDigest digest_;
};

}  // namespace

Result<ExportReport> exportHsdsCsv(const RecordSource& source, const std::filesystem::path& folder,
                                   const ExportProgress& progress) {
    Result<ExportFolder> made = ExportFolder::make(folder);
    if (!made) return made.error();
    ExportReport report = CsvExport(source, *made, progress).run();
    if (Result<void> kept = made->keep(); !kept) return kept.error();
    return report;
}

}  // namespace veldwijzer::exchange

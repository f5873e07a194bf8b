// SPDX-License-Identifier: EUPL-1.2
#include "search/document_builder.h"

#include <algorithm>
#include <limits>
#include <span>

#include "search/words.h"

namespace veldwijzer::search {
namespace {

using RowRecord = store::Store::RowRecord;

const merge::Value* valueOf(const RowRecord& from, std::string_view field) {
    return merge::shownValue(from.record, field, from.clamped);
}

std::string_view textOf(const RowRecord& from, std::string_view field) {
    const merge::Value* value = valueOf(from, field);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string_view() : *text;
}

std::optional<double> numberOf(const RowRecord& from, std::string_view field) {
    const merge::Value* value = valueOf(from, field);
    if (value == nullptr) return std::nullopt;
    if (const auto* real = std::get_if<double>(value)) return *real;
    if (const auto* whole = std::get_if<std::int64_t>(value)) return static_cast<double>(*whole);
    return std::nullopt;
}

std::optional<std::int64_t> ageOf(const RowRecord& from, std::string_view field) {
    const auto number = numberOf(from, field);
    if (!number || !(*number >= 0 && *number <= 200)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

/// What a record points at: the one reference of a field and the references of a set.
template <typename Use>
void forReferences(const RowRecord& from, std::initializer_list<std::string_view> fields, const Use& use) {
    for (const std::string_view field : fields) {
        if (const merge::Value* value = valueOf(from, field))
            if (const auto* id = std::get_if<RecordId>(value)) use(*id);
        for (const merge::Value* element : merge::elementsOf(from.record, field))
            if (const auto* id = std::get_if<RecordId>(element)) use(*id);
    }
}

}  // namespace

/// One document while it is being made.
class DocumentBuilder::Folding {
public:
    Folding(DocumentBuilder& builder, const RowRecord& root) : builder_(builder), space_(root.space) {}

    Gathered gather(std::int64_t row, const RowRecord& root) {
        document_.row = row;
        document_.id = root.record.id;
        document_.kind = root.record.kind;
        document_.title = domain::titleOf(root.record, root.clamped);
        document_.facets = domain::facetsOf(root.record, root.clamped);
        document_.sources.push_back(keyOf(root.record.id));
        root.record.kind == "service" ? service(root) : organization(root);
        std::sort(document_.sources.begin(), document_.sources.end());
        document_.sources.erase(std::unique(document_.sources.begin(), document_.sources.end()),
                                document_.sources.end());
        return {std::move(document_), std::move(texts_)};
    }

private:
    void plain(std::string_view text) { add(text, {}); }
    void tag(std::string_view text) { add(text, tagMark); }
    void name(std::string_view text) { add(text, nameMark); }
    void add(std::string_view text, std::string_view mark) {
        if (!text.empty()) texts_.push_back({text, mark});
    }

    void service(const RowRecord& root) {
        name(textOf(root, "name"));
        name(textOf(root, "alternate_name"));
        for (const std::string_view field :
             {"description", "application_process", "eligibility_description", "fees_description", "fees",
              "wait_time", "interpretation_services", "accreditations", "alert"})
            plain(textOf(root, field));
        for (const merge::Value* element : merge::elementsOf(root.record, "tags"))
            if (const auto* text = std::get_if<std::string>(element)) tag(*text);
        tag(textOf(root, "tags"));  // as one text, by who knows no sets
        document_.minimumAge = ageOf(root, "minimum_age");
        document_.maximumAge = ageOf(root, "maximum_age");
        document_.assuredDay = dayOf(textOf(root, "assured_date"));
        const std::string_view status = textOf(root, "status");
        document_.active = status.empty() || status == "active";
        organizationOf(root);
        forReferences(root, {"program", "program_id", "programs"}, [&](const RecordId& id) { visit(id); });
        children(root, {"service_at_locations", "locations", "phones", "contacts", "languages",
                        "service_areas", "cost_options", "required_documents"});
        hours(root);
    }

    /// As Session::serviceNow has them.
    void hours(const RowRecord& root) {
        addSchedules(root);
        if (!document_.hours.empty()) return;
        forEachOf(root, {"service_at_locations"}, [&](const RowRecord& at) {
            const std::size_t before = document_.hours.size();
            addSchedules(at);
            if (document_.hours.size() == before)
                forEachOf(at, {"location"}, [&](const RowRecord& location) { addSchedules(location); });
        });
    }

    void addSchedules(const RowRecord& from) {
        forEachOf(from, {"schedules"}, [&](const RowRecord& each) {
            if (auto schedule = domain::scheduleFrom(each.record, each.clamped))
                document_.hours.push_back(*std::move(schedule));
        });
    }

    /// What it points at, where that is there to be used.
    template <typename Use>
    void forEachOf(const RowRecord& from, std::initializer_list<std::string_view> fields, const Use& use) {
        forReferences(from, fields, [&](const RecordId& id) {
            document_.sources.push_back(keyOf(id));
            for (const std::int64_t row : builder_.store_.rowsOf(id))
                if (const RowRecord* found = usable(row)) use(*found);
        });
    }

    void organization(const RowRecord& root) {
        name(textOf(root, "name"));
        name(textOf(root, "alternate_name"));
        plain(textOf(root, "description"));
        children(root, {"locations", "phones", "contacts"});
    }

    /// The organisation that offers the service: its name is a tag, its text is not the service's own.
    void organizationOf(const RowRecord& root) {
        forReferences(root, {"organization", "organization_id"}, [&](const RecordId& id) {
            document_.sources.push_back(keyOf(id));
            for (const std::int64_t row : builder_.store_.rowsOf(id)) {
                const RowRecord* found = usable(row);
                if (found == nullptr || found->record.kind != "organization") continue;
                if (document_.organization.empty())
                    document_.organization = domain::titleOf(found->record, found->clamped);
                tag(textOf(*found, "name"));
                tag(textOf(*found, "alternate_name"));
            }
        });
    }

    void children(const RowRecord& of, std::initializer_list<std::string_view> fields) {
        forReferences(of, fields, [&](const RecordId& id) { visit(id); });
        for (const std::int64_t row : builder_.childrenOf_(keyOf(of.record.id))) {
            const RowRecord* child = builder_.read(row);
            // The list of children may be old: what the record says now counts.
            if (child == nullptr) continue;
            const auto parents = parentsOf(child->record, child->clamped);
            if (std::find(parents.begin(), parents.end(), of.record.id) == parents.end()) continue;
            visit(child->record.id);
        }
    }

    const RowRecord* usable(std::int64_t row) {
        const RowRecord* found = builder_.read(row);
        return found != nullptr && found->shown && found->space == space_ ? found : nullptr;
    }

    void visit(const RecordId& id) {
        const std::uint64_t key = keyOf(id);
        // Circles of references end here, and so do those who meet twice.
        if (std::find(document_.sources.begin(), document_.sources.end(), key) != document_.sources.end())
            return;
        if (document_.sources.size() >= recordsPerDocument) return;
        document_.sources.push_back(key);
        for (const std::int64_t row : builder_.store_.rowsOf(id)) {
            const RowRecord* found = usable(row);
            if (found != nullptr && isFolded(found->record.kind)) take(*found);
        }
    }

    void take(const RowRecord& child) {
        const std::string_view kind = child.record.kind;
        if (kind == "service-at-location") {
            plain(textOf(child, "description"));
            forReferences(child, {"location", "location_id"}, [&](const RecordId& id) { visit(id); });
            children(child, {"contacts", "phones", "service_areas"});
        } else if (kind == "location") {
            location(child);
        } else if (kind == "address") {
            address(child);
        } else if (kind == "contact") {
            for (const std::string_view field : {"name", "title", "department"})
                plain(textOf(child, field));
            children(child, {"phones"});
        } else if (kind == "schedule") {
            return;  // its words are no answer; its hours are read by `hours`
        } else if (kind == "phone") {
            plain(textOf(child, "number"));
        } else if (kind == "program" || kind == "language" || kind == "service-area") {
            tag(textOf(child, "name"));
        } else {
            for (const std::string_view field : {"option", "amount_description", "document", "description"})
                plain(textOf(child, field));
        }
    }

    void location(const RowRecord& child) {
        tag(textOf(child, "name"));
        plain(textOf(child, "description"));
        const auto latitude = numberOf(child, "latitude");
        const auto longitude = numberOf(child, "longitude");
        std::optional<Point> point;
        if (latitude && longitude && std::abs(*latitude) <= 90 && std::abs(*longitude) <= 180)
            point = Point{static_cast<float>(*latitude), static_cast<float>(*longitude)};
        const auto before = std::exchange(point_, point);
        const std::size_t known = document_.places.size();
        children(child, {"addresses", "accessibility", "phones", "contacts", "languages"});
        if (document_.places.size() == known && point) document_.places.push_back({{}, {}, point});
        point_ = before;
    }

    void address(const RowRecord& child) {
        for (const std::string_view field : {"city", "region", "postal_code"})
            tag(textOf(child, field));
        plain(textOf(child, "address_1"));
        document_.places.push_back(
            {std::string(textOf(child, "city")), std::string(textOf(child, "postal_code")), point_});
    }

    DocumentBuilder& builder_;
    SpaceId space_;
    Document document_;
    std::vector<Gathered::Text> texts_;
    std::optional<Point> point_;  ///< of the location whose addresses are being read
};

void DocumentBuilder::know(std::int64_t row, RowRecord&& record) {
    known_[row] = std::move(record);
}

const RowRecord* DocumentBuilder::read(std::int64_t row) {
    auto [at, isNew] = known_.try_emplace(row);
    if (isNew) at->second = store_.readRow(row);
    return at->second ? &*at->second : nullptr;
}

std::optional<Document> DocumentBuilder::build(std::int64_t row) {
    auto gathered = gather(row);
    if (!gathered) return std::nullopt;
    return finish(*std::move(gathered));
}

Document DocumentBuilder::finish(Gathered&& gathered) {
    Document document = std::move(gathered.document);
    std::size_t nameWords = 0;
    for (const auto& [text, mark] : gathered.texts) {
        std::vector<std::string> words = wordsOf(text);
        if (mark == nameMark) nameWords += words.size();
        for (std::string& word : words) {
            if (!mark.empty()) document.words.push_back(std::string(mark) + word);
            // A question that has nothing else is answered from names and tags.
            if (!isStopWord(word)) document.words.push_back(std::move(word));
        }
    }
    document.nameWords = static_cast<std::uint16_t>(
        std::min<std::size_t>(nameWords, std::numeric_limits<std::uint16_t>::max()));
    std::sort(document.words.begin(), document.words.end());
    document.words.erase(std::unique(document.words.begin(), document.words.end()), document.words.end());
    return document;
}

std::optional<DocumentBuilder::Gathered> DocumentBuilder::gather(std::int64_t row) {
    const RowRecord* root = read(row);
    if (root == nullptr || !root->shown || !hasDocument(root->record.kind)) return std::nullopt;
    return Folding(*this, *root).gather(row, *root);
}

}  // namespace veldwijzer::search

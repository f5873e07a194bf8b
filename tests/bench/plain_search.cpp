// SPDX-License-Identifier: EUPL-1.2
#include "bench/plain_search.h"

#include <fstream>

namespace veldwijzer::bench {
namespace {

std::string textOf(const nlohmann::json& object, const char* name) {
    const auto at = object.find(name);
    return at == object.end() || !at->is_string() ? std::string() : at->get<std::string>();
}

/// Words as its tokenizer cuts them, near enough: every one must match, the last as a beginning.
std::string expressionOf(const std::string& typed) {
    std::string expression;
    std::string word;
    const auto close = [&](bool last) {
        if (!word.empty()) expression += "\"" + word + (last ? "\" *" : "\" ");
        word.clear();
    };
    for (const char c : typed) {
        const bool letter =
            static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter)
            word += c;
        else
            close(false);
    }
    close(true);
    return expression;
}

}  // namespace

PlainSearch::PlainSearch(const std::filesystem::path& file) : db_(Database::open(file.string())) {
    db_.execute("PRAGMA journal_mode=WAL");
    db_.execute("PRAGMA synchronous=FULL");
    db_.execute("PRAGMA cache_size=-32768");  // as much as the vault has
    db_.execute(
        "CREATE TABLE IF NOT EXISTS service(number INTEGER PRIMARY KEY, id TEXT, name TEXT, organization "
        "TEXT,"
        " tags TEXT, words TEXT, whole TEXT)");
}

void PlainSearch::import(const std::filesystem::path& hsdsJson) {
    std::ifstream in(hsdsJson, std::ios::binary);
    const nlohmann::json file = nlohmann::json::parse(in);
    Transaction transaction(db_);
    std::map<std::string, std::string> organizations;
    for (const nlohmann::json& service : file["contents"]) {
        const auto at = service.find("organization");
        if (at != service.end()) organizations[textOf(*at, "id")] = textOf(*at, "name");
        const std::string organization =
            organizations[at == service.end() ? textOf(service, "organization_id") : textOf(*at, "id")];
        std::string tags;
        for (const char* facet : {"domain", "phase", "audience", "urgency", "municipality"})
            for (const nlohmann::json& code : service.value(facet, nlohmann::json::array()))
                tags += code.get<std::string>() + " ";
        const std::string words = textOf(service, "description") + " " +
                                  textOf(service, "application_process") + " " +
                                  textOf(service, "fees_description");
        const std::string id = textOf(service, "id");
        const std::string name = textOf(service, "name");
        const std::string whole = service.dump();
        Statement row = db_.prepare(
            "INSERT INTO service(id, name, organization, tags, words, whole) VALUES (?, ?, ?, ?, ?, ?)");
        row.bind(1, std::string_view(id))
            .bind(2, std::string_view(name))
            .bind(3, std::string_view(organization));
        row.bind(4, std::string_view(tags))
            .bind(5, std::string_view(words))
            .bind(6, std::string_view(whole))
            .run();
    }
    db_.execute("CREATE UNIQUE INDEX service_id ON service(id)");
    db_.execute("CREATE INDEX service_name ON service(name)");
    transaction.commit();
}

void PlainSearch::makeSearchIndex() {
    Transaction transaction(db_);
    db_.execute(
        "CREATE VIRTUAL TABLE service_text USING fts5(name, organization, tags, words, content='service',"
        " content_rowid='number', prefix='2 3', tokenize='unicode61 remove_diacritics 1')");
    db_.execute("INSERT INTO service_text(service_text) VALUES('rebuild')");
    transaction.commit();
}

std::size_t PlainSearch::search(const std::string& typed) {
    const std::string expression = expressionOf(typed);
    if (expression.empty()) return 0;
    Statement rows = db_.prepare(
        "SELECT s.id, s.name, s.organization FROM service_text t JOIN service s ON s.number = t.rowid"
        " WHERE service_text MATCH ? ORDER BY rank LIMIT 20");
    rows.bind(1, std::string_view(expression));
    std::size_t count = 0;
    while (rows.step())
        ++count;
    return count;
}

}  // namespace veldwijzer::bench

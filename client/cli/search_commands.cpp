// SPDX-License-Identifier: EUPL-1.2
// search
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/display.h"
#include "cli/typed.h"

namespace veldwijzer::cli {
namespace {

struct SearchOptions {
    std::string text;
    std::vector<std::string> filters;
    std::string near;
    bool openNow = false;
    std::string at;
    std::string sort = "relevance";
    std::size_t limit = 20;
};

constexpr std::array<std::pair<std::string_view, search::Sort>, 4> sorts = {
    {{"relevance", search::Sort::Relevance},
     {"name", search::Sort::Name},
     {"distance", search::Sort::Distance},
     {"assured", search::Sort::Assured}}};

constexpr WallMs dayMs = 24 * 60 * 60 * 1000;
constexpr std::size_t dateLength = 10;

std::string dateOf(std::int64_t day) {
    return formatUtc(day * dayMs).substr(0, dateLength);
}

/// To a hundred metres: more would only look exact.
double rounded(double kilometres) {
    return std::round(kilometres * 10) / 10;
}

Json jsonOf(const search::Found& found, const std::string& kind) {
    Json service = {
        {"id", toHex(found.id.view())}, {"kind", kind}, {"title", found.title}, {"phase", found.phases}};
    service["organization"] = found.organization.empty() ? Json() : Json(found.organization);
    service["distance_km"] = found.distanceKm ? Json(rounded(*found.distanceKm)) : Json();
    service["assured_date"] = found.assuredDay == 0 ? Json() : Json(dateOf(found.assuredDay));
    service["open"] = found.open ? Json(found.open->open) : Json();
    return service;
}

Json jsonOf(const search::Answer& answer, const std::string& kind) {
    Json results = Json::array();
    for (const search::Found& found : answer.found)
        results.push_back(jsonOf(found, kind));
    Json facets = Json::object();
    for (const auto& [facet, codes] : answer.facets)
        for (const auto& [code, count] : codes)
            facets[facet][code] = count;
    return {{"total", answer.total},         {"open_now", answer.openNow},
            {"all_words", answer.allWords},  {"unknown_words", answer.unknownWords},
            {"results", std::move(results)}, {"facets", std::move(facets)}};
}

std::string kilometresOf(const search::Found& found) {
    if (!found.distanceKm) return "-";
    const auto tenths = static_cast<std::int64_t>(std::lround(*found.distanceKm * 10));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " km";
}

void print(const search::Answer& answer, bool distances, std::ostream& out) {
    Table table;
    for (const search::Found& found : answer.found) {
        std::vector<std::string> cells = {toHex(found.id.view())};
        if (distances) cells.push_back(kilometresOf(found));
        cells.push_back(found.title);
        cells.push_back(found.organization);
        table.row(std::move(cells));
    }
    table.print(out);
}

void explain(const Context& context, const search::Answer& answer) {
    for (const std::string& word : answer.unknownWords)
        context.note("Nothing here says \"" + word + "\"; the search went on without it.");
    if (!answer.allWords) context.note("Few match all words together; these match some of them.");
    context.note(std::to_string(answer.openNow) + " of " + std::to_string(answer.total) + " are open.");
    if (answer.total > answer.found.size())
        context.note(std::to_string(answer.found.size()) + " of " + std::to_string(answer.total) +
                     "; --limit N shows more.");
}

Result<ExitCode> search(Context& context, const SearchOptions& options) {
    search::Query query;
    const std::string kind = query.kind;
    query.text = options.text;
    query.limit = options.limit;
    query.openNow = options.openNow;
    if (!options.at.empty()) query.at = *domain::instantFrom(options.at);
    query.sort = std::find_if(sorts.begin(), sorts.end(), [&](const auto& one) {
                     return one.first == options.sort;
                 })->second;
    if (query.sort == search::Sort::Distance && options.near.empty())
        return fail(ErrorCode::InvalidArgument, "--sort distance needs --near PLACE");
    for (const std::string& filter : options.filters)
        query.filters.push_back(*parseAssignment(filter));
    const auto session = context.open();
    if (!session) return session.error();
    const auto answer = (*session)->search(std::move(query), options.near);
    if (!answer) return answer.error();
    if (!context.json()) explain(context, *answer);
    context.answer(jsonOf(*answer, kind),
                   [&](std::ostream& out) { print(*answer, !options.near.empty(), out); });
    return ExitCode::Done;
}

}  // namespace

void addSearchCommands(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<SearchOptions>();
    CLI::App* command = app.add_subcommand("search", "Find services by what they offer, best first");
    command->add_option("TEXT", options->text, "Words, in any order; may be empty")->required();
    command
        ->add_option("--filter", options->filters,
                     "facet=code; may be repeated: codes of one facet add up, facets narrow down")
        ->check(isAssignment("facet=code"));
    command->add_option("--near", options->near, "A place or a postcode: what is close comes first")
        ->type_name("PLACE");
    command->add_flag("--open-now", options->openNow, "Only what is open");
    command->add_option("--at", options->at, "Not open now but then, as 2026-11-23T17:05 in Dutch time")
        ->check(isMoment());
    command->add_option("--sort", options->sort, "relevance, name, distance or assured (looked at last)")
        ->check(CLI::IsMember({"relevance", "name", "distance", "assured"}))
        ->capture_default_str();
    command->add_option("--limit", options->limit, "At most so many")->capture_default_str();
    choose(command, chosen, options, search);
}

}  // namespace veldwijzer::cli

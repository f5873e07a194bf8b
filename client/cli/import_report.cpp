// SPDX-License-Identifier: EUPL-1.2
#include "cli/import_report.h"

#include <array>

#include "base/text.h"
#include "cli/display.h"

namespace veldwijzer::cli {

Json countsOf(const std::map<std::string, std::uint64_t>& byKind) {
    Json result = Json::object();
    for (const auto& [kind, count] : byKind)
        result[kind] = count;
    return result;
}

Json jsonOf(const std::vector<exchange::Problem>& problems) {
    Json list = Json::array();
    for (const exchange::Problem& problem : problems) {
        list.push_back({{"file", problem.file},
                        {"row", problem.row},
                        {"problem", problem.problem},
                        {"action", problem.action}});
    }
    return list;
}

Json jsonOf(const session::ImportReport& report) {
    Json gone = Json::array();
    for (const session::GoneRecord& record : report.gone)
        gone.push_back({{"id", toHex(record.id.view())}, {"kind", record.kind}, {"title", record.title}});
    return {{"preview", report.preview},           {"created", countsOf(report.created)},
            {"updated", countsOf(report.updated)}, {"unchanged", countsOf(report.unchanged)},
            {"gone_count", report.goneCount},      {"gone", std::move(gone)},
            {"problems", jsonOf(report.problems)}};
}

void print(const std::vector<exchange::Problem>& list, std::ostream& out) {
    if (list.empty()) return;
    Table problems;
    problems.row({"FILE", "ROW", "PROBLEM", "WHAT WAS DONE"});
    for (const exchange::Problem& problem : list) {
        problems.row({problem.file, problem.row == 0 ? "-" : std::to_string(problem.row), problem.problem,
                      problem.action});
    }
    out << '\n';
    problems.print(out);
}

void print(const session::ImportReport& report, std::ostream& out) {
    std::map<std::string, std::array<std::uint64_t, 3>> byKind;
    for (const auto& [kind, count] : report.created)
        byKind[kind][0] = count;
    for (const auto& [kind, count] : report.updated)
        byKind[kind][1] = count;
    for (const auto& [kind, count] : report.unchanged)
        byKind[kind][2] = count;
    Table kinds;
    kinds.row({"KIND", "CREATED", "UPDATED", "UNCHANGED"});
    for (const auto& [kind, counts] : byKind) {
        kinds.row({kind, std::to_string(counts[0]), std::to_string(counts[1]), std::to_string(counts[2])});
    }
    kinds.print(out);
    if (report.goneCount > 0) {
        out << "\nNot in the file any more, left as they are: " << report.goneCount << "\n";
        Table gone;
        for (const session::GoneRecord& record : report.gone)
            gone.row({toHex(record.id.view()), record.kind, record.title});
        gone.print(out, "  ");
    }
    print(report.problems, out);
    if (report.preview) out << "\nNothing was written: this was a preview.\n";
}

}  // namespace veldwijzer::cli

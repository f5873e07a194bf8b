// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ostream>

#include "cli/context.h"
#include "session/checklists.h"

/// Checklists in the shapes that `--json` promises (README), and for people.
namespace veldwijzer::cli {

[[nodiscard]] Json jsonOf(const session::TemplateSummary& summary);
[[nodiscard]] Json jsonOf(const session::ListSummary& summary);
[[nodiscard]] Json jsonOf(const session::Checklist& list);
void print(const session::Checklist& list, std::ostream& out);

/// `list questionnaire` and `list questionnaire-response`: as `list` of any kind, and more of each.
Result<ExitCode> listTemplates(Context& context, std::size_t limit);
Result<ExitCode> listChecklists(Context& context, std::size_t limit);
/// `show` of a list: opening it is noted.
Result<ExitCode> showChecklist(Context& context, session::Session& session, const RecordId& id);

}  // namespace veldwijzer::cli

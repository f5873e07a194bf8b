// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/result.h"
#include "paper/paper_words.h"
#include "session/checklist_values.h"

/// Checklists on paper.
namespace veldwijzer::paper {

/// A4, with the template's version, the case code and the page's number on every sheet. No logo: a sheet may
/// lie on a desk. What is asked is printed with its answer, also where there is none; instructions and cards
/// are not. `me` is what "you" is called on paper.
///
/// Needs a QGuiApplication; its platform may be "offscreen". The file is written beside and then renamed, so
/// there is never half of one; its rights are those that the process gives. Storage.
Result<void> writeChecklist(const session::Checklist& list, const std::filesystem::path& path,
                            const Words& words, const std::string& me, WallMs now);

}  // namespace veldwijzer::paper

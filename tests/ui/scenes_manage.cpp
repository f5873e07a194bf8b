// SPDX-License-Identifier: EUPL-1.2
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

}  // namespace

std::vector<Scene> manageScenes() {
    return {
        {"manage", Region::Sample, destination("manage"), {}},
        {"invitations", Region::Shared, page("InvitationsPage"), {}},
        {"invite", Region::Shared, page("InvitePage"), {}},
        {"people", Region::Shared, page("PeoplePage"), {}},
        {"stale", Region::Shared, page("StalePage"), {}},
        {"duplicates", Region::Shared, page("DuplicatesPage"), {}},
        {"terms", Region::Shared, page("TermsPage"), {}},
        {"synonyms", Region::Shared, page("SynonymsPage"), {}},
        {"import", Region::Shared, page("ImportPage"), {}},
        {"export", Region::Shared, page("ExportPage"), {}},
    };
}

}  // namespace veldwijzer::test

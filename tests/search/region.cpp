// SPDX-License-Identifier: EUPL-1.2
#include "search/region.h"

#include <stdexcept>

namespace veldwijzer::test {

SampleRegion::SampleRegion() {
    session_ = joinedSession(folder_.path() / "device", region_.bootstrap(), "Anna", region_,
                             session::Environment{clock_, random_});
    const std::filesystem::path sample = std::filesystem::path(SOURCE_FOLDER) / "deploy/sample";
    for (const char* file : {"veenrivier.json", "synonyms.json"})
        if (!session_->importHsds(sample / file)) throw std::runtime_error("the sample region");
}

}  // namespace veldwijzer::test

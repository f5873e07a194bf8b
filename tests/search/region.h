// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "support/local_region.h"
#include "support/temporary_folder.h"

namespace veldwijzer::test {

/// The sample region with its synonyms on one device, in the month it was written for.
class SampleRegion {
public:
    SampleRegion();
    session::Session& session() { return *session_; }

private:
    TemporaryFolder folder_;
    FakeClock clock_{1'795'392'000'000};  // 23 November 2026
    SeededRandom random_{1};
    LocalRegion region_{clock_, random_};
    std::unique_ptr<session::Session> session_;
};

}  // namespace veldwijzer::test

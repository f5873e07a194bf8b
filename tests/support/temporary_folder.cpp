// SPDX-License-Identifier: EUPL-1.2
#include "support/temporary_folder.h"

#include <cstdlib>
#include <string>

#include "base/ensure.h"

namespace veldwijzer::test {

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "veldwijzer-XXXXXX").string();
    ENSURE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace veldwijzer::test

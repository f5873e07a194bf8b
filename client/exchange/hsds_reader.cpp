// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_reader.h"

#include "exchange/hsds_reading.h"

namespace veldwijzer::exchange {

Result<void> readHsds(const std::filesystem::path& path, ImportSink& sink) {
    return HsdsReading(sink).run(path);
}

}  // namespace veldwijzer::exchange

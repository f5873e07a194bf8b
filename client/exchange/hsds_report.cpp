// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_report.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "domain/kinds.h"
#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {

void HsdsReport::startFile(std::string name) {
    file_ = std::move(name);
    row_ = 0;
    count_ = 0;
}

void HsdsReport::endFile() {
    if (count_ <= limits::hsdsProblemsPerFile || sink_ == nullptr) return;
    sink_->problem({file_, 0,
                    std::to_string(count_ - limits::hsdsProblemsPerFile) + " more problems in this file.",
                    "Not listed: there are too many to read. They were dealt with like the others."});
}

void HsdsReport::add(std::string problem, std::string_view action) {
    addAt(row_, std::move(problem), action);
}

void HsdsReport::addAt(std::uint64_t row, std::string problem, std::string_view action) {
    if (sink_ == nullptr || ++count_ > limits::hsdsProblemsPerFile) return;
    sink_->problem({file_, row, std::move(problem), std::string(action)});
}

std::string shown(std::string_view text) {
    static constexpr std::size_t shownBytes = 60;
    std::string out(utf8Prefix(text, shownBytes));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; },
        ' ');
    return "\"" + out + (out.size() < text.size() ? "…\"" : "\"");
}

std::string valueShown(const merge::Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? shown(*text) : domain::displayText(value);
}

}  // namespace veldwijzer::exchange

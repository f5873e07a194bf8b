// SPDX-License-Identifier: EUPL-1.2
#include "merge/value.h"

#include <bit>
#include <cmath>

namespace veldwijzer::merge {
namespace {

int signOf(std::strong_ordering order) {
    return order < 0 ? -1 : (order > 0 ? 1 : 0);
}

// A double's bits, turned so that they sort as the numbers do: -0.0 just below 0.0, and every NaN alike,
// last.
std::uint64_t sortableBits(double number) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    if (std::isnan(number)) return ~std::uint64_t{0};
    const auto bits = std::bit_cast<std::uint64_t>(number);
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

struct CompareSame {
    const Value& other;

    template <typename T>
    int operator()(const T& value) const {
        return signOf(value <=> std::get<T>(other));
    }
    int operator()(double value) const {
        return signOf(sortableBits(value) <=> sortableBits(std::get<double>(other)));
    }
    int operator()(const std::string& value) const {
        const int order = value.compare(std::get<std::string>(other));
        return order < 0 ? -1 : (order > 0 ? 1 : 0);
    }
};

struct SizeOf {
    std::size_t operator()(bool) const { return 1; }
    std::size_t operator()(std::int64_t) const { return sizeof(std::int64_t); }
    std::size_t operator()(double) const { return sizeof(double); }
    std::size_t operator()(const std::string& text) const { return text.size(); }
    std::size_t operator()(const Bytes& bytes) const { return bytes.size(); }
    std::size_t operator()(const RecordId&) const { return RecordId::size; }
    std::size_t operator()(const Json& json) const { return json.text.size(); }
};

}  // namespace

int compare(const Value& a, const Value& b) {
    if (a.index() != b.index()) return a.index() < b.index() ? -1 : 1;
    return std::visit(CompareSame{b}, a);
}

std::size_t sizeOf(const Value& value) {
    return std::visit(SizeOf{}, value);
}

}  // namespace veldwijzer::merge

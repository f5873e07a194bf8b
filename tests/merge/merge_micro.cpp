// SPDX-License-Identifier: EUPL-1.2
//
// How long merging takes by itself, without disk, keys or network: one line of JSON a measurement. Not a
// test: no figure here passes or fails.
#include <chrono>
#include <functional>
#include <iostream>

#include "merge/conflicts.h"
#include "merge/digest.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

constexpr std::uint32_t records = 5'000;
constexpr std::uint32_t fields = 20;

double millisecondsOf(const std::function<void()>& work) {
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        best = std::min(best, taken.count());
    }
    return best;
}

void report(const char* what, double ms) {
    std::cout << R"({"bench":")" << what << R"(","records":)" << records << R"(,"ms":)" << ms << "}\n";
}

RecordId idOf(std::uint32_t number) {
    RecordId id;
    for (std::size_t i = 0; i < 4; ++i)
        id.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

// Fields as long as those of a social map: about one kilobyte a record.
std::vector<merge::RecordOperations> importOf() {
    std::vector<merge::RecordOperations> all;
    for (std::uint32_t r = 0; r < records; ++r) {
        merge::RecordOperations one{idOf(r), "service", {}};
        for (std::uint32_t f = 0; f < fields; ++f) {
            const std::size_t length = f == 0 ? 500 : 5 + (f * 7) % 40;
            std::string name = "field_of_service_" + std::to_string(f);
            if (f % 2 == 0) name.resize(4);
            name += std::to_string(f);
            one.operations.push_back(
                assign(op(1, 1 + r / 50, r % 50 * fields + f), name, std::string(length, 'x')));
        }
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

int main() {
    const auto changes = importOf();
    std::vector<Record> held(records);
    std::vector<Bytes> stored(records);
    std::vector<std::vector<merge::RecordOperations>> copies(7, changes);
    std::size_t round = 0;
    report("apply fresh changes", millisecondsOf([&] {
               std::vector<Record> fresh(records);
               auto& copy = copies[round++];
               for (std::uint32_t r = 0; r < records; ++r)
                   merge::apply(fresh[r], std::move(copy[r]));
               held = std::move(fresh);
           }));
    report("encode", millisecondsOf([&] {
               for (std::uint32_t r = 0; r < records; ++r)
                   merge::encodeInto(held[r], stored[r]);
           }));
    std::size_t bytes = 0;
    for (const Bytes& one : stored)
        bytes += one.size();
    std::cout << R"({"bench":"size","bytes":)" << bytes << "}\n";
    report("digest", millisecondsOf([&] {
               merge::StateDigest digest;
               for (std::uint32_t r = 0; r < records; ++r)
                   digest.add(held[r].id, held[r].kind, stored[r]);
           }));
    report("decode", millisecondsOf([&] {
               for (std::uint32_t r = 0; r < records; ++r) {
                   if (!merge::decode(held[r].id, held[r].kind, stored[r])) std::abort();
               }
           }));
    report("decode, one edit, encode", millisecondsOf([&] {
               Bytes buffer;
               for (std::uint32_t r = 0; r < records; ++r) {
                   Record record = *merge::decode(held[r].id, held[r].kind, stored[r]);
                   const merge::Field& field = record.fields[r % fields];
                   merge::apply(record,
                                assign(op(2, r + 1), field.name, "edited", {field.operations.front().id}));
                   merge::encodeInto(record, buffer);
               }
           }));
    report("has conflict", millisecondsOf([&] {
               for (std::uint32_t r = 0; r < records; ++r) {
                   if (merge::hasConflict(held[r], merge::DeletePolicy::EditWins)) std::abort();
               }
           }));
    return 0;
}

// SPDX-License-Identifier: EUPL-1.2
//
// How long merging takes by itself, without disk, keys or network: one line of JSON a measurement. Not a
// test: no figure here passes or fails.
#include <ctime>
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

// Processor time, best of seven: what else the machine does counts as little as can be.
double millisecondsOf(const std::function<void()>& work) {
    double best = 1e9;
    for (int round = 0; round < 7; ++round) {
        const std::clock_t start = std::clock();
        work();
        best = std::min(best, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
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

// Fields as long as those of a social map: a bit more than one kilobyte a record.
merge::RecordOperations changeOf(std::uint32_t number) {
    merge::RecordOperations change{idOf(number), "service", {}};
    for (std::uint32_t f = 0; f < fields; ++f) {
        const std::size_t length = f == 0 ? 500 : 5 + (f * 7) % 40;
        const std::string name = (f % 2 == 0 ? "field" : "field_of_service_") + std::to_string(f);
        change.operations.push_back(
            assign(op(1, 1 + number / 50, number % 50 * fields + f), name, std::string(length, 'x')));
    }
    return change;
}

// As a first download does it: each change is applied while it is still in the cache. Making a copy of the
// change first costs something too, so that is told beside it.
void reportFreshRecords() {
    std::vector<merge::RecordOperations> changes;
    for (std::uint32_t i = 0; i < 50; ++i)
        changes.push_back(changeOf(i));
    const auto each = [&](const auto& work) {
        return millisecondsOf([&] {
            for (std::uint32_t r = 0; r < records; ++r)
                work(merge::RecordOperations(changes[r % changes.size()]));
        });
    };
    Bytes buffer;
    merge::StateDigest digest;
    report("copy a change", each([](merge::RecordOperations&& change) {
               if (change.operations.size() != fields) std::abort();
           }));
    report("copy, apply to a fresh record", each([](merge::RecordOperations&& change) {
               Record record;
               merge::apply(record, std::move(change));
           }));
    report("copy, apply, encode", each([&](merge::RecordOperations&& change) {
               Record record;
               merge::apply(record, std::move(change));
               merge::encodeInto(record, buffer);
           }));
    report("copy, apply, encode, digest", each([&](merge::RecordOperations&& change) {
               Record record;
               merge::apply(record, std::move(change));
               merge::encodeInto(record, buffer);
               digest.add(record.id, record.kind, buffer);
           }));
}

void reportStoredRecords() {
    std::vector<Record> held(records);
    std::vector<Bytes> stored(records);
    for (std::uint32_t r = 0; r < records; ++r)
        merge::apply(held[r], changeOf(r));
    report("encode", millisecondsOf([&] {
               for (std::uint32_t r = 0; r < records; ++r)
                   merge::encodeInto(held[r], stored[r]);
           }));
    std::size_t bytes = 0;
    for (const Bytes& one : stored)
        bytes += one.size();
    std::cout << R"({"bench":"size","records":)" << records << R"(,"bytes":)" << bytes << "}\n";
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
}

}  // namespace

int main() {
    reportFreshRecords();
    reportStoredRecords();
    return 0;
}

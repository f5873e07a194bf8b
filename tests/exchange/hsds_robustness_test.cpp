// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iostream>

#include "base/limits.h"
#include "base/random.h"
#include "base/utf8.h"
#include "exchange/collector.h"
#include "merge/operation.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

namespace {

std::uint64_t environmentNumber(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// Whatever the file: every field can be written by an operation, and no record comes twice. Returns what is
// wrong, so that a run of thousands of files makes one assertion each.
std::string whyUnsound(const Collector& got) {
    std::vector<RecordId> ids;
    for (const IncomingRecord& record : got.records) {
        ids.push_back(record.id);
        const merge::RecordOperations target{record.id, record.kind, {}};
        const auto whyInvalid = [&](merge::Action action, const std::string& name,
                                    const merge::Value& value) {
            merge::Operation operation;
            operation.action = action;
            operation.field = name;
            operation.value = value;
            return merge::whyInvalid(target, operation);
        };
        for (const auto& [name, value] : record.registers)
            if (const auto why = whyInvalid(merge::Action::Assign, name, value)) return name + ": " + *why;
        for (const auto& [name, values] : record.sets)
            for (const merge::Value& value : values)
                if (const auto why = whyInvalid(merge::Action::Add, name, value)) return name + ": " + *why;
        const auto notBelow = [](const auto& a, const auto& b) { return a.first >= b.first; };
        if (std::adjacent_find(record.registers.begin(), record.registers.end(), notBelow) !=
            record.registers.end())
            return "registers unsorted or repeated";
    }
    std::sort(ids.begin(), ids.end());
    if (std::adjacent_find(ids.begin(), ids.end()) != ids.end()) return "a record came twice";
    for (const Problem& problem : got.problems)
        if (!isUtf8(problem.problem)) return "a message is not UTF-8";
    return "";
}

// Peak resident memory of this process in KiB; 0 where the system does not tell.
std::size_t peakKib() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "VmHWM:") {
            std::size_t kib = 0;
            status >> kib;
            return kib;
        }
    return 0;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool measuresMemory = false;
#else
constexpr bool measuresMemory = true;
#endif

}  // namespace

TEST_CASE("A file that ends anywhere gives what came before, and no crash", "[exchange]") {
    const TemporaryFolder folder;
    for (const char* name : {"buurt.json", "vol_fouten.json"}) {
        std::string text = textOfFile(fixture(name));
        text.erase(text.find_last_not_of('\n') + 1);  // without it the file is still whole
        std::size_t records = 0;
        for (std::size_t length = 0; length <= text.size(); ++length) {
            Collector got;
            const bool ok = readHsds(folder.write("kort.json", text.substr(0, length)), got).ok();
            const bool told = ok ? length == text.size() || !got.problems.empty() : got.records.empty();
            CHECK(told);
            CHECK(whyUnsound(got) == "");
            records = got.records.size();
        }
        CHECK(records > 5);
    }
}

TEST_CASE("Flipped bytes never crash, hang, or give a record that cannot be written", "[exchange]") {
    const std::uint64_t seed = environmentNumber("VELDWIJZER_SEED", 20261123);
    const std::uint64_t runs = environmentNumber("VELDWIJZER_RUNS", 300);
    std::cout << "flipped bytes: VELDWIJZER_SEED=" << seed << " VELDWIJZER_RUNS=" << runs << "\n";
    SeededRandom random(seed);
    const TemporaryFolder folder;
    const std::string good = textOfFile(fixture("buurt.json")) + textOfFile(fixture("vol_fouten.json"));
    const std::string buurt = textOfFile(fixture("buurt.json"));
    static constexpr std::string_view nasty =
        "\"\\{}[],:\n\0\xff\xc3"
        "0eN";
    for (std::uint64_t run = 0; run < runs; ++run) {
        std::string text = random.below(4) == 0 ? good : buurt;
        for (std::uint64_t flips = 1 + random.below(6); flips > 0; --flips) {
            const std::size_t at = random.below(text.size());
            const std::uint64_t how = random.below(4);
            if (how == 0) text[at] = static_cast<char>(random.below(256));
            if (how == 1) text[at] = nasty[random.below(nasty.size())];
            if (how == 2) text.erase(at, 1 + random.below(5));
            if (how == 3) text.insert(at, text.substr(random.below(text.size()), random.below(40)));
        }
        Collector got;
        INFO("run " << run);
        const auto path = folder.write("stuk.json", text);
        const bool ok = readHsds(path, got).ok();
        CHECK(whyUnsound(got) == "");
        Collector again;
        CHECK(readHsds(path, again).ok() == ok);
        CHECK(got.dump() == again.dump());
    }
}

TEST_CASE("Reading twice gives the same bytes", "[exchange]") {
    for (const char* name : {"buurt.json", "vol_fouten.json"}) {
        Collector one;
        Collector two;
        REQUIRE(readHsds(fixture(name), one).ok());
        REQUIRE(readHsds(fixture(name), two).ok());
        CHECK(one.dump() == two.dump());
        CHECK(whyUnsound(one) == "");
    }
}

TEST_CASE("A large file takes little memory, and so does a large field", "[exchange]") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "groot.json";
    {
        std::ofstream out(path, std::ios::binary);
        out << "[";
        const std::string words(1500, 'w');
        for (int i = 0; i < 8'000; ++i)
            out << (i == 0 ? "" : ",") << R"({"id":"s)" << i
                << R"(","status":"active","name":"n","description":")" << words << R"("})";
        out << R"(,{"id":"dik","status":"active","name":"n","description":")"
            << std::string(40 * limits::mib, 'x') << R"("}])";
    }
    class Counter final : public ImportSink {
    public:
        void record(IncomingRecord&&) override { ++records; }
        void problem(Problem&&) override { ++problems; }
        void progress(std::uint64_t, std::uint64_t) override {}
        int records = 0;
        int problems = 0;
    } counter;
    const std::size_t before = peakKib();
    REQUIRE(readHsds(path, counter).ok());
    const std::size_t grown = peakKib() - before;
    CHECK(counter.records == 8'001);
    CHECK(counter.problems == 1);
    // The file has 52 MiB; what grows with it is some 100 bytes for each object.
    if (measuresMemory) CHECK(grown < 12 * 1024);
}

TEST_CASE("An item that is one great list is bounded", "[exchange]") {
    std::string text = R"([{"id":"s","name":"n","status":"active","phones":[{})";
    for (int i = 0; i < 60'000; ++i)
        text += ",{}";
    Collector got;
    REQUIRE(readText(text + "]}]", got).ok());
    CHECK(got.says(1, {"phones", "more than the 10000 that fit"}));
    CHECK(got.count("phone") == 60'001);
    CHECK(whyUnsound(got) == "");

    std::string wide = R"([{"id":"s","name":"n","status":"active","x":[0)";
    for (int i = 0; i < 250'000; ++i)
        wide += ",0";
    Collector refused;
    REQUIRE(readText(wide + R"(]},{"id":"t","name":"n","status":"active"}])", refused).ok());
    CHECK(refused.says(1, {"200000 values"}));
    CHECK(refused.count("service") == 1);
}

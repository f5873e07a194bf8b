// SPDX-License-Identifier: EUPL-1.2
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "session/checklists.h"
#include "support/temporary_folder.h"
#include "vault/vault.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::Checklists;

namespace {

constexpr std::string_view passphrase = "correct paard batterij nietje";
constexpr std::size_t questions = 10;
constexpr std::uint64_t answersAwaited = 12;
constexpr std::uint64_t killedWithinUs = 8'000;

using Values = std::array<std::int64_t, questions>;

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

std::string nameOf(std::size_t question) {
    return "q" + std::to_string(question);
}

/// The one list of the vault, made in a region that lives on this device alone.
void makeList(const std::filesystem::path& dir, const std::filesystem::path& file,
              session::Environment environment) {
    std::ofstream out(file);
    out << R"({"resourceType":"Questionnaire","url":"urn:x","version":"1","status":"active","title":"T","item":[)";
    for (std::size_t i = 0; i < questions; ++i)
        out << (i == 0 ? "" : ",") << R"({"linkId":")" << nameOf(i) << R"(","type":"integer"})";
    out << "]}";
    out.close();
    auto made = session::Session::create(dir, passphrase, vault::kdfFloor, environment);
    REQUIRE(made);
    REQUIRE((*made)->foundHere("Proef", "Anna"));
    const auto imported = session::Templates(**made).importFrom(file, false);
    REQUIRE(imported);
    REQUIRE(Checklists(**made).fill(imported->id, "Z-1"));
}

Values valuesIn(const session::Checklist& list) {
    Values values{};
    for (std::size_t i = 0; i < questions; ++i) {
        const auto& node =
            list.form->nodes()[list.form->find(list.questionnaire->find(nameOf(i)).value(), {})];
        values[i] = node.answers.empty() ? 0 : static_cast<std::int64_t>(node.answers.front().number);
    }
    return values;
}

/// The child: says what it finds, then answers without end and says each answer that was taken.
[[noreturn]] void fillInUntilKilled(const std::filesystem::path& dir, int pipe) {
    const SystemClock clock;
    SystemRandom random;
    auto opened = session::Session::open(dir, passphrase, {clock, random});
    if (!opened) _exit(2);
    Checklists lists(**opened);
    const auto all = lists.list();
    if (all.size() != 1) _exit(3);
    const auto list = lists.read(all[0].id);
    if (!list) _exit(4);
    const Values found = valuesIn(*list);
    if (::write(pipe, found.data(), sizeof found) != sizeof found) _exit(5);
    std::int64_t number = *std::max_element(found.begin(), found.end());
    for (;;) {
        ++number;
        const std::size_t question = static_cast<std::size_t>(number) % questions;
        if (!lists.answer(all[0].id, nameOf(question), {}, {std::to_string(number)})) _exit(6);
        if (::write(pipe, &number, sizeof number) != sizeof number) _exit(7);
    }
}

struct Heard {
    Values found{};         ///< when it began
    Values acknowledged{};  ///< by the time it was killed
};

Heard killOnce(const std::filesystem::path& dir, Random& chance) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        fillInUntilKilled(dir, ends[1]);
    }
    ::close(ends[1]);
    Heard heard;
    REQUIRE(::read(ends[0], heard.found.data(), sizeof heard.found) == sizeof heard.found);
    heard.acknowledged = heard.found;
    const auto hear = [&] {
        std::int64_t number = 0;
        if (::read(ends[0], &number, sizeof number) != sizeof number) return false;
        heard.acknowledged[static_cast<std::size_t>(number) % questions] = number;
        return true;
    };
    // Counted in answers and not in time alone, so that a busy machine kills no earlier.
    for (std::uint64_t left = chance.below(answersAwaited); left > 0 && hear(); --left) {
    }
    ::usleep(static_cast<useconds_t>(chance.below(killedWithinUs)));
    ::kill(child, SIGKILL);
    while (hear()) {
    }
    ::close(ends[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));  // by our hand, not by its own failure
    return heard;
}

}  // namespace

TEST_CASE("No kill -9 during filling in loses an answer that was shown as saved", "[checklists][slow]") {
    const std::uint64_t seed = fromEnvironment("VELDWIJZER_SEED", 20261128);
    const std::uint64_t cycles = fromEnvironment("VELDWIJZER_RUNS", 200);
    INFO("VELDWIJZER_SEED=" << seed);
    SeededRandom chance(seed);
    const TemporaryFolder folder;
    const auto dir = folder.path() / "vault";
    {
        const SystemClock clock;
        SystemRandom random;
        makeList(dir, folder.path() / "template.json", {clock, random});
    }
    Values acknowledged{};
    std::int64_t lost = 0;
    for (std::uint64_t cycle = 0; cycle < cycles; ++cycle) {
        const Heard heard = killOnce(dir, chance);
        for (std::size_t i = 0; i < questions; ++i)
            lost += heard.found[i] < acknowledged[i] ? 1 : 0;
        acknowledged = heard.acknowledged;
    }
    CHECK(lost == 0);
    const std::int64_t answers = *std::max_element(acknowledged.begin(), acknowledged.end());
    CHECK(answers > static_cast<std::int64_t>(cycles));
    WARN(cycles << " times killed, " << answers << " answers acknowledged, " << lost << " lost");
}

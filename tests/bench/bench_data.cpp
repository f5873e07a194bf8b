// SPDX-License-Identifier: EUPL-1.2
#include "bench/bench_data.h"

#include "base/hash.h"
#include "base/random.h"

namespace veldwijzer::bench {
namespace {

constexpr std::array<const char*, 48> words{
    "hulp",        "gesprek",  "veilig",  "jongeren",  "ouders",    "school",     "wijkteam",   "afspraak",
    "bellen",      "zonder",   "kosten",  "samen",     "thuis",     "huisarts",   "verwijzing", "groep",
    "begeleiding", "opvang",   "nazorg",  "signaal",   "melding",   "advies",     "vrijwillig", "gemeente",
    "spreekuur",   "avond",    "inloop",  "tolk",      "vertrouwd", "luisteren",  "grenzen",    "training",
    "politie",     "aangifte", "medisch", "onderzoek", "herstel",   "lotgenoten", "pleger",     "slachtoffer",
    "naaste",      "omgeving", "online",  "chat",      "anoniem",   "dossier",    "traject",    "wachttijd"};

std::string sentence(Random& random, std::size_t length) {
    std::string text;
    while (text.size() < length) {
        if (!text.empty()) text += ' ';
        // Squared: some words are far more common than others, as in real text.
        const std::uint64_t draw = random.below(words.size() * words.size());
        std::size_t index = 0;
        while ((index + 1) * (index + 1) <= draw)
            ++index;
        text += words[words.size() - 1 - index];
    }
    return text;
}

}  // namespace

std::vector<Service> makeServices(std::size_t count, std::uint64_t seed) {
    // One long description in twenty, most short: the mean is about 1 KiB a service.
    constexpr std::array<std::size_t, fieldNames.size()> lengths{30, 20, 260, 30, 24, 6,  120, 80, 110, 2,
                                                                 2,  10, 24,  60, 50, 70, 20,  20, 24,  0};
    SeededRandom random(seed);
    std::vector<Service> services(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t field = 0; field < lengths.size(); ++field) {
            const std::size_t longer = field == 2 && random.below(20) == 0 ? 5 : 1;
            const std::size_t length = lengths[field] * longer;
            services[i].values[field] = sentence(random, length / 2 + random.below(length + 1));
        }
        services[i].values.back() = "bench-" + std::to_string(i);
    }
    return services;
}

RecordId idOfService(std::size_t index) {
    const std::string name = std::to_string(index);
    return idOf<RecordId>("veldwijzer bench", {viewOf(name)});
}

std::vector<store::RecordEdit> creating(const std::vector<Service>& services) {
    std::vector<store::RecordEdit> edits;
    for (std::size_t i = 0; i < services.size(); ++i) {
        store::RecordEdit edit{.record = idOfService(i), .kind = "service", .edits = {}};
        for (std::size_t field = 0; field < fieldNames.size(); ++field)
            edit.edits.push_back(
                {merge::Action::Assign, fieldNames[field], merge::Value(services[i].values[field])});
        edits.push_back(std::move(edit));
    }
    return edits;
}

std::vector<Edit> makeEdits(std::size_t count, std::size_t services, std::uint64_t seed) {
    SeededRandom random(seed);
    std::vector<Edit> edits(count);
    for (std::size_t i = 0; i < count; ++i) {
        edits[i].service = random.below(services);
        edits[i].field = 1 + random.below(fieldNames.size() - 2);
        edits[i].value = sentence(random, 40) + ' ' + std::to_string(seed) + '-' + std::to_string(i);
    }
    return edits;
}

}  // namespace veldwijzer::bench

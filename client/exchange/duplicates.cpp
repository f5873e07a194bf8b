// SPDX-License-Identifier: EUPL-1.2
#include "exchange/duplicates.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

using Texts = std::vector<std::string>;

/// What is compared of one record.
struct Card {
    RecordId id;
    std::string title;
    std::string name;  ///< folded words, in order
    Texts phones;      ///< digits, from the first 0
    Texts postcodes;
    Texts sites;  ///< websites and e-mail addresses
    std::vector<RecordId> different;
};

// Latin letters with a sign, in UTF-8 from c3 80: enough for Dutch names.
char baseOf(unsigned char second) {
    static constexpr std::string_view bases =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
    return second >= 0x80 && second < 0xc0 ? bases[second - 0x80U] : ' ';
}

Texts wordsOf(std::string_view text) {
    Texts words;
    std::string word;
    const auto end = [&] {
        // Words that half of the field begins with tell nobody apart.
        static const std::set<std::string> empty = {"stichting", "vereniging", "de", "het", "bv",
                                                    "b",         "v",          "en", "van"};
        if (!word.empty() && empty.count(word) == 0) words.push_back(word);
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= 'A' && c <= 'Z')
            word.push_back(static_cast<char>(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word.push_back(c);
        else if (c == '\xc3' && i + 1 < text.size())
            word.push_back(baseOf(static_cast<unsigned char>(text[++i])));
        else if (static_cast<unsigned char>(c) >= 0x80)
            word.push_back(c);
        else if (c != '\'')
            end();
    }
    end();
    return words;
}

std::string joined(const Texts& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

// +31 10 123, 0031 10 123 and 010-123 are one number.
std::string phoneOf(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits.push_back(c);
    if (digits.substr(0, 4) == "0031") digits = "0" + digits.substr(4);
    if (text.find('+') != std::string_view::npos && digits.substr(0, 2) == "31")
        digits = "0" + digits.substr(2);
    return digits.size() >= 8 ? digits : std::string();
}

std::string postcodeOf(std::string_view text) {
    std::string code;
    for (const char c : text)
        if (c != ' ') code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    return code.size() >= 4 ? code : std::string();
}

std::string siteOf(std::string_view text) {
    std::string site = joined(wordsOf(text));
    for (const std::string_view start : {"https ", "http ", "www "})
        if (site.substr(0, start.size()) == start) site.erase(0, start.size());
    return site;
}

const std::string* textIn(const IncomingRecord& record, std::string_view field) {
    const merge::Value* value = findRegister(record, field);
    return value != nullptr ? std::get_if<std::string>(value) : nullptr;
}

void addTo(Texts& texts, std::string text) {
    if (!text.empty() && texts.size() < 20 && std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
}

std::set<std::string> trigrams(const std::string& name) {
    const std::string padded = "  " + name + " ";
    std::set<std::string> grams;
    for (std::size_t i = 0; i + 3 <= padded.size(); ++i)
        grams.insert(padded.substr(i, 3));
    return grams;
}

// 0 to 100: the share of trigrams that both have.
int alike(const std::string& a, const std::string& b) {
    const auto x = trigrams(a);
    const auto y = trigrams(b);
    const auto both =
        std::count_if(x.begin(), x.end(), [&](const std::string& gram) { return y.count(gram) > 0; });
    const auto all = static_cast<std::ptrdiff_t>(x.size() + y.size()) - both;
    return all == 0 ? 0 : static_cast<int>(both * 100 / all);
}

std::string firstShared(const Texts& a, const Texts& b) {
    for (const std::string& text : a)
        if (std::find(b.begin(), b.end(), text) != b.end()) return text;
    return {};
}

class Finder {
public:
    explicit Finder(const RecordSource& source) : source_(source) {}

    Duplicates run() {
        for (const char* kind : {"service", "organization", "location"})
            look(kind);
        std::sort(result_.found.begin(), result_.found.end(), [](const Duplicate& a, const Duplicate& b) {
            return std::tuple(-a.score, a.kind, a.firstTitle, a.first, a.second) <
                   std::tuple(-b.score, b.kind, b.firstTitle, b.first, b.second);
        });
        return std::move(result_);
    }

private:
    struct Key {
        std::string text;
        std::uint32_t card = 0;
        auto operator<=>(const Key&) const = default;
    };

    void look(const std::string& kind) {
        std::vector<Card> cards;
        std::vector<Key> keys;
        for (const RecordId& id : source_.recordsOf(kind)) {
            const auto record = source_.find(id);
            if (!record || record->kind != kind) continue;
            cards.push_back(cardOf(*record));
            addKeys(cards.back(), static_cast<std::uint32_t>(cards.size() - 1), keys);
        }
        std::sort(keys.begin(), keys.end());
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (std::size_t from = 0; from < keys.size();) {
            std::size_t to = from;
            while (to < keys.size() && keys[to].text == keys[from].text)
                ++to;
            if (to - from > Duplicates::blockRecords)
                ++result_.commonKeys;
            else
                for (std::size_t a = from; a < to; ++a)
                    for (std::size_t b = a + 1; b < to; ++b)
                        pairs.emplace_back(keys[a].card, keys[b].card);
            from = to;
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        for (const auto& [a, b] : pairs)
            compare(kind, cards[a], cards[b]);
    }

    Card cardOf(const IncomingRecord& record) const {
        Card card;
        card.id = record.id;
        if (const std::string* name = textIn(record, "name")) {
            card.title = *name;
            card.name = joined(wordsOf(*name));
        }
        for (const char* field : {"website", "url", "email"})
            if (const std::string* text = textIn(record, field)) addTo(card.sites, siteOf(*text));
        for (const auto& [set, elements] : record.sets)
            for (const merge::Value& element : elements)
                if (const auto* id = std::get_if<RecordId>(&element)) {
                    if (set == notDuplicateField) card.different.push_back(*id);
                    if (set == "phones" || set == "addresses" || set == "locations" ||
                        set == "service_at_locations")
                        addChild(card, *id, 0);
                }
        return card;
    }

    // Telephones and addresses stand one to three steps down.
    void addChild(Card& card, const RecordId& id, int depth) const {
        const auto child = source_.find(id);
        if (!child || depth > 3) return;
        if (const std::string* number = textIn(*child, "number"); number != nullptr && child->kind == "phone")
            addTo(card.phones, phoneOf(*number));
        if (const std::string* code = textIn(*child, "postal_code")) addTo(card.postcodes, postcodeOf(*code));
        if (const merge::Value* location = findRegister(*child, "location"))
            if (const auto* target = std::get_if<RecordId>(location);
                target != nullptr && child->kind != "phone")
                addChild(card, *target, depth + 1);
        for (const auto& [set, elements] : child->sets)
            if (set == "addresses" || set == "phones")
                for (const merge::Value& element : elements)
                    if (const auto* next = std::get_if<RecordId>(&element)) addChild(card, *next, depth + 1);
    }

    static void addKeys(const Card& card, std::uint32_t index, std::vector<Key>& keys) {
        if (!card.name.empty()) {
            keys.push_back({"n" + card.name, index});
            // The same words in another order, or run together.
            Texts words = wordsOf(card.title);
            std::sort(words.begin(), words.end());
            keys.push_back({"w" + joined(words), index});
        }
        for (const std::string& phone : card.phones)
            keys.push_back({"p" + phone, index});
        for (const std::string& site : card.sites)
            keys.push_back({"s" + site, index});
        for (const std::string& code : card.postcodes)
            keys.push_back({"c" + code + card.name.substr(0, 3), index});
    }

    void compare(const std::string& kind, const Card& a, const Card& b) {
        const auto said = [](const Card& one, const Card& other) {
            return std::find(one.different.begin(), one.different.end(), other.id) != one.different.end();
        };
        if (said(a, b) || said(b, a)) return;
        Duplicate pair{a.id, b.id, kind, a.title, b.title, 0, {}};
        const int names = a.name.empty() || b.name.empty() ? 0
                          : a.name == b.name               ? 100
                                                           : alike(a.name, b.name);
        if (names == 100) {
            pair.score += 50;
            pair.reasons.emplace_back("same name");
        } else if (names >= 50) {
            pair.score += names * 45 / 100;
            pair.reasons.emplace_back("name alike");
        }
        const auto shared = [&](const Texts& x, const Texts& y, int points, const char* what) {
            const std::string text = firstShared(x, y);
            if (text.empty()) return;
            pair.score += points;
            pair.reasons.push_back(std::string("same ") + what + " " + text);
        };
        shared(a.phones, b.phones, 30, "telephone number");
        shared(a.postcodes, b.postcodes, 20, "postcode");
        shared(a.sites, b.sites, 20, "website or e-mail address");
        pair.score = std::min(pair.score, 100);
        // An organization's services share its telephone and its address; that makes them no duplicates.
        if (pair.score < 50 || (kind == "service" && names < 50)) return;
        // A name by itself says little: "Inloop" is in every village.
        if (pair.reasons.size() < 2 && !(a.postcodes.empty() || b.postcodes.empty())) return;
        result_.found.push_back(std::move(pair));
    }

    const RecordSource& source_;
    Duplicates result_;
};

}  // namespace

Duplicates findDuplicates(const RecordSource& source) {
    return Finder(source).run();
}

}  // namespace veldwijzer::exchange

// SPDX-License-Identifier: EUPL-1.2
#include "cli/care_words.h"

#include "base/text.h"
#include "cli/display.h"

namespace veldwijzer::cli {
namespace {

std::string_view wordOf(domain::Review review) {
    return review == domain::Review::Due ? "due" : "soon";
}

std::string openInWords(const session::ServiceNow& now) {
    if (!now.open) return "opening hours: not known";
    const std::string change =
        now.open->nextChange ? domain::localText(*now.open->nextChange) : std::string();
    if (now.open->open) return change.empty() ? "open now, day and night" : "open now, until " + change;
    return change.empty() ? "closed now, and nothing planned" : "closed now, opens " + change;
}

std::string assuredInWords(const session::ServiceNow& now) {
    if (!now.assured) return "nobody has checked this entry yet";
    return "checked on " + domain::dayText(*now.assured) + (now.stale ? ": STALE, check it again" : "");
}

std::string referralsInWords(const session::ServiceNow& now) {
    if (!now.referrals) return "takes referrals: not known";
    std::string words = now.referrals->taken ? "takes referrals now" : "takes no referrals now";
    if (!now.referrals->updated.empty()) words += " (as of " + now.referrals->updated.substr(0, 10) + ")";
    if (!now.referrals->words.empty()) words += ": " + now.referrals->words;
    return words;
}

}  // namespace

std::string ageInWords(std::int64_t days) {
    const auto some = [](std::int64_t count, const char* unit) {
        return std::to_string(count) + " " + unit + (count == 1 ? "" : "s");
    };
    if (days < 14) return some(days, "day");
    if (days < 70) return some(days / 7, "week");
    return some(days * 12 / 365, "month");
}

Json jsonOf(const session::ServiceNow& now) {
    Json reviews = Json::array();
    for (const session::ReviewWarning& each : now.reviews)
        reviews.push_back({{"agreement", toHex(each.agreement.view())},
                           {"title", each.title},
                           {"reviewBy", each.reviewBy},
                           {"review", wordOf(each.review)}});
    Json document = {{"open", nullptr},
                     {"nextChange", nullptr},
                     {"stale", now.stale},
                     {"assured", nullptr},
                     {"referrals", nullptr},
                     {"reviews", std::move(reviews)},
                     {"locationsNotHere", now.locationsNotHere}};
    if (now.open) document["open"] = now.open->open;
    if (now.open && now.open->nextChange) document["nextChange"] = domain::localText(*now.open->nextChange);
    if (now.assured) document["assured"] = domain::dayText(*now.assured);
    if (now.referrals)
        document["referrals"] = {{"taken", now.referrals->taken},
                                 {"updated", now.referrals->updated},
                                 {"words", now.referrals->words}};
    return document;
}

void printNow(const session::ServiceNow& now, std::ostream& out, std::string_view indent) {
    out << indent << openInWords(now) << '\n';
    out << indent << harmless(referralsInWords(now)) << '\n';
    out << indent << assuredInWords(now) << '\n';
    for (const session::ReviewWarning& each : now.reviews)
        out << indent << "agreement \"" << harmless(each.title) << "\": review "
            << (each.review == domain::Review::Due ? "was due by " : "by ") << harmless(each.reviewBy)
            << '\n';
    if (now.locationsNotHere > 0) out << indent << "the address is confidential, or not on this device\n";
}

}  // namespace veldwijzer::cli

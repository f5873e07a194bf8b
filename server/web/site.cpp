// SPDX-License-Identifier: EUPL-1.2
#include "web/site.h"

#include <algorithm>

#include "base/utf8.h"
#include "web/page.h"

namespace veldwijzer::server {
namespace {

constexpr WallMs minuteMs = 60'000;
constexpr std::string_view htmlType = "text/html; charset=utf-8";

WebAnswer answerOf(int status, std::string_view type, std::string body) {
    WebAnswer answer{status, std::string(type), std::move(body), {}};
    answer.headers = {
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"}};
    return answer;
}

WebAnswer nothing() {
    WebAnswer answer = answerOf(404, htmlType, nothingHerePage());
    answer.headers.emplace_back("Cache-Control", "no-store");
    return answer;
}

/// "no-cache": kept, and asked about each time; so what was taken away is away.
WebAnswer tagged(std::string_view type, std::string body, const std::string& tag, const std::string& known) {
    const bool same = known == tag || known == "W/" + tag;
    WebAnswer answer = answerOf(same ? 304 : 200, type, same ? std::string() : std::move(body));
    answer.headers.emplace_back("ETag", tag);
    answer.headers.emplace_back("Cache-Control", "no-cache");
    return answer;
}

/// "regio-dag.ics" is the slug and ".ics".
std::pair<std::string, std::string> partsOf(std::string_view path) {
    path.remove_prefix(std::min(Site::pagePrefix.size(), path.size()));
    const std::size_t dot = std::min(path.rfind('.'), path.size());
    return {std::string(path.substr(0, dot)), std::string(path.substr(dot))};
}

Error notFound() {
    return fail(ErrorCode::NotFound, "Nothing is published under this name.");
}

}  // namespace

bool Site::isSlug(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

Site::Programme Site::programme(const std::string& slug) {
    std::uint64_t changes = 0;
    {
        const std::lock_guard lock(mutex_);
        if (const auto at = programmes_.find(slug); at != programmes_.end()) return at->second;
        changes = changes_;
    }
    const auto document = log_.published(slug);
    Programme read;
    if (document)
        if (auto parsed = readPublicProgramme(*document))
            read = std::make_shared<const PublicProgramme>(std::move(*parsed));
    const std::lock_guard lock(mutex_);
    // What was read before a change is not kept over it; and names that hold nothing are not remembered, or
    // guessing names would fill the memory.
    if (read && changes == changes_) programmes_[slug] = read;
    return read;
}

std::string Site::page(const Programme& programme, const WebQuestion& question, const std::string& slug,
                       WallMs now) {
    const std::string search(utf8Prefix(question.search, searchBytes));
    return programmePage(*programme, {slug, search, question.view == "rooster", now});
}

WebAnswer Site::answer(const WebQuestion& question, WallMs now) {
    const auto [slug, extension] = partsOf(question.path);
    if (slug == "stijl" && extension == ".css") {
        WebAnswer style = tagged("text/css; charset=utf-8", pageStyle(), "\"" + pageStyleVersion() + "\"",
                                 question.ifNoneMatch);
        style.headers.back().second = "public, max-age=31536000, immutable";  // its address has its version
        return style;
    }
    if (!isSlug(slug)) return nothing();
    const Programme found = programme(slug);
    if (!found) return nothing();
    if (extension == ".ics")
        return tagged("text/calendar; charset=utf-8", found->calendar, "\"" + found->hash + "\"",
                      question.ifNoneMatch);
    if (extension == ".json")
        return tagged("application/json", found->frab, "\"" + found->hash + "\"", question.ifNoneMatch);
    if (!extension.empty()) return nothing();
    const std::string minute = isAboutNow(*found, now) ? std::to_string(now / minuteMs) : "0";
    const std::string tag = "\"" + found->hash + "-" + pageStyleVersion() + "-" + minute + "\"";
    if (!question.search.empty()) return tagged(htmlType, page(found, question, slug, now), "W/" + tag, "");
    const std::string key = (question.view == "rooster" ? "r" : "l") + slug + tag;
    if (question.ifNoneMatch == tag) return tagged(htmlType, {}, tag, question.ifNoneMatch);
    {
        const std::lock_guard lock(mutex_);
        if (const auto at = pages_.find(key); at != pages_.end())
            return tagged(htmlType, at->second, tag, {});
    }
    std::string body = page(found, question, slug, now / minuteMs * minuteMs);
    const std::lock_guard lock(mutex_);
    if (pages_.size() >= pagesKept) pages_.clear();
    pages_[key] = body;
    return tagged(htmlType, std::move(body), tag, {});
}

Result<void> Site::checkRight(const DeviceId& from) {
    const SpaceId programme = roster::regionSpace(service_.region().id, roster::SpaceType::Programme);
    return service_.roster()->mayWrite(from, programme);
}

Result<void> Site::publish(const std::string& slug, const std::string& document, const DeviceId& from) {
    if (auto right = checkRight(from); !right) return right;
    if (!isSlug(slug))
        return fail(ErrorCode::InvalidArgument, "A name has small letters, digits and hyphens.");
    auto read = readPublicProgramme(document);
    if (!read) return read.error();
    const auto known = log_.published(slug);
    const auto before = known ? readPublicProgramme(*known) : Result<PublicProgramme>(notFound());
    if (before && before->eventId != read->eventId)
        return fail(ErrorCode::InvalidArgument,
                    "Another event is published under this name; take another, or unpublish that one first.");
    if (!known && log_.publishedNames().size() >= publishedAtMost)
        return fail(ErrorCode::TooLarge, "There are too many published events; unpublish old ones first.");
    log_.setPublished(slug, document);
    const std::lock_guard lock(mutex_);
    ++changes_;
    programmes_.erase(slug);
    pages_.clear();
    return {};
}

Result<void> Site::unpublish(const std::string& slug, const DeviceId& from) {
    if (auto right = checkRight(from); !right) return right;
    if (!isSlug(slug) || !log_.published(slug)) return notFound();
    log_.setPublished(slug, std::nullopt);
    const std::lock_guard lock(mutex_);
    ++changes_;
    programmes_.erase(slug);
    pages_.clear();
    return {};
}

}  // namespace veldwijzer::server

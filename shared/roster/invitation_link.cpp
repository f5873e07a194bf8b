// SPDX-License-Identifier: EUPL-1.2
#include "roster/invitation_link.h"

#include <algorithm>

#include "base/hash.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::roster {
namespace {

constexpr std::string_view prefix = "veldwijzer:join/";
constexpr std::uint32_t version = 1;
// Behind the message stand the first bytes of its hash: a link that lost its end must not pass for a damaged
// secret, and people must hear what is wrong with it.
constexpr std::size_t checkSize = 4;
constexpr std::size_t textBytesMax = 16 * limits::kib;
constexpr std::size_t urlBytesMax = 512;
// What other alphabets and careless programs put into such a link, unlike the full stop of a sentence.
constexpr std::string_view foreignSigns = "+/=%&#";

Error broken(std::string message) {
    return fail(ErrorCode::InvalidArgument, std::move(message));
}
Error damaged() {
    return broken("This invitation is damaged. Ask for a new one.");
}

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool isOfAlphabet(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Where the link's own characters begin; capitals and line breaks inside the prefix don't matter.
std::optional<std::size_t> findPrefix(std::string_view text) {
    for (std::size_t start = 0; start < text.size(); ++start) {
        std::size_t matched = 0;
        std::size_t at = start;
        while (at < text.size() && matched < prefix.size()) {
            if (lower(text[at]) == prefix[matched])
                ++matched;
            else if (matched == 0 || !isSpace(text[at]))
                break;
            ++at;
        }
        if (matched == prefix.size()) return at;
    }
    return std::nullopt;
}

// Mail programs break long links over lines, so what follows whitespace may belong to the link or be the rest
// of the sentence. Longest first, every place where it might end is tried: the checksum tells.
std::vector<std::string> candidates(std::string_view rest) {
    std::vector<std::string> found;
    std::string sofar;
    for (const char c : rest) {
        if (isOfAlphabet(c)) {
            sofar.push_back(c);
            continue;
        }
        if (!isSpace(c)) break;
        if (!sofar.empty() && (found.empty() || found.back() != sofar)) found.push_back(sofar);
        if (found.size() == 64) break;
    }
    if (found.empty() || found.back() != sofar) found.push_back(sofar);
    std::reverse(found.begin(), found.end());
    return found;
}

std::array<std::uint8_t, checkSize> checkOf(ByteView message) {
    const Hash hash = hashOf("veldwijzer link", {message});
    std::array<std::uint8_t, checkSize> check{};
    std::copy_n(hash.bytes.begin(), checkSize, check.begin());
    return check;
}

// The message, if these characters hold one whole.
std::optional<std::string> wholeMessage(std::string_view characters) {
    const std::optional<Bytes> bytes = fromBase64Url(characters);
    if (!bytes || bytes->size() <= checkSize) return std::nullopt;
    const ByteView message = ByteView(*bytes).first(bytes->size() - checkSize);
    const auto check = checkOf(message);
    if (!std::equal(check.begin(), check.end(), message.end())) return std::nullopt;
    return toString(message);
}

bool isUrl(std::string_view url) {
    const bool scheme = url.starts_with("https://") || url.starts_with("http://");
    return scheme && url.size() <= urlBytesMax && url.size() > url.find("//") + 2 &&
           std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

Result<InvitationLink> linkFrom(const std::string& bytes) {
    wire::InvitationLink message;
    if (!message.ParseFromString(bytes)) return damaged();
    if (message.version() > version)
        return broken(
            "This invitation was made by a newer version of Veldwijzer. Update this program first.");
    InvitationLink link;
    const auto server = SigningPublicKey::from(viewOf(message.server_key()));
    const auto region = RegionId::from(viewOf(message.region()));
    if (message.version() != version || !server || !region || message.secret().size() != link.secret.size() ||
        !isUrl(message.url()) || message.region_name().size() > limits::memberNameBytes ||
        !isUtf8(message.region_name()))
        return damaged();
    if (!message.root_fingerprint().empty()) {
        link.rootFingerprint = Hash::from(viewOf(message.root_fingerprint()));
        if (!link.rootFingerprint) return damaged();
    }
    link.url = message.url();
    link.serverKey = *server;
    link.region = *region;
    link.regionName = message.region_name();
    std::copy_n(viewOf(message.secret()).begin(), link.secret.size(), link.secret.begin());
    return link;
}

}  // namespace

std::string encodeLink(const InvitationLink& link) {
    wire::InvitationLink message;
    message.set_version(version);
    message.set_url(link.url);
    message.set_server_key(toString(link.serverKey.view()));
    message.set_region(toString(link.region.view()));
    if (link.rootFingerprint) message.set_root_fingerprint(toString(link.rootFingerprint->view()));
    message.set_secret(toString(link.secret));
    message.set_region_name(link.regionName);
    Bytes bytes = toBytes(viewOf(message.SerializeAsString()));
    append(bytes, checkOf(bytes));
    return std::string(prefix) + toBase64Url(bytes);
}

Result<InvitationLink> decodeLink(std::string_view text) {
    if (text.size() > textBytesMax) return broken("This text is too long to be an invitation.");
    const std::optional<std::size_t> start = findPrefix(text);
    if (!start)
        return broken(
            "This is not an invitation to Veldwijzer. An invitation begins with “veldwijzer:join/”.");
    const std::string_view rest = text.substr(*start);
    for (const std::string& characters : candidates(rest))
        if (const auto message = wholeMessage(characters)) return linkFrom(*message);
    const auto stop =
        std::find_if(rest.begin(), rest.end(), [](char c) { return !isOfAlphabet(c) && !isSpace(c); });
    if (stop != rest.end() && foreignSigns.find(*stop) != std::string_view::npos)
        return broken(
            "This invitation was changed on the way: it holds a character that does not belong in it. "
            "Copy the link again, or scan the QR code.");
    return broken(
        "This invitation is not complete, or was changed on the way. Copy the whole link again, or scan "
        "the QR code.");
}

}  // namespace veldwijzer::roster

// SPDX-License-Identifier: EUPL-1.2
#include "wire/envelope.h"

#include <google/protobuf/stubs/logging.h>

#include <limits>

#include "base/hash.h"
#include "base/limits.h"
#include "signing/number_bytes.h"

namespace veldwijzer::wire {
namespace {

// The parser would complain about foreign bytes on stderr, past every program's log, as often as a stranger
// likes.
[[maybe_unused]] auto* const formerHandler = google::protobuf::SetLogHandler(nullptr);

constexpr std::string_view envelopePurpose = "veldwijzer envelope";
constexpr std::string_view logPurpose = "veldwijzer log";

// Both sides keep numbers in signed 64-bit columns.
constexpr std::uint64_t numberMax = std::numeric_limits<std::int64_t>::max();

Error malformed(const char* what) {
    return fail(ErrorCode::Malformed, std::string("An envelope's header is damaged: ") + what + ".");
}

template <typename Id>
bool take(const std::string& bytes, Id& target) {
    const auto id = Id::from(viewOf(bytes));
    if (id) target = *id;
    return id.has_value();
}

// Absent at the beginning of a log or sequence, exactly as long as a hash everywhere else.
bool takeHash(const std::string& bytes, bool present, Hash& target) {
    return present ? take(bytes, target) : bytes.empty();
}

Result<void> takeDependencies(const EnvelopeHeader& message, Header& header) {
    if (static_cast<std::size_t>(message.dependencies_size()) > limits::dependenciesPerEnvelope)
        return fail(ErrorCode::TooLarge, "An envelope names too many changes that it builds on.");
    const ActorId self = header.actor();
    header.dependencies.reserve(static_cast<std::size_t>(message.dependencies_size()));
    for (const auto& each : message.dependencies()) {
        Dependency dependency;
        if (!take(each.actor(), dependency.actor)) return malformed("an actor's id has the wrong size");
        dependency.seq = each.seq();
        if (dependency.seq == 0 || dependency.seq > numberMax) return malformed("a dependency out of range");
        if (dependency.actor == self) return malformed("it depends on its own author");
        if (!header.dependencies.empty() && header.dependencies.back().actor >= dependency.actor)
            return malformed("its dependencies are not in order");
        header.dependencies.push_back(dependency);
    }
    return {};
}

Result<void> takeSequence(const EnvelopeHeader& message, Header& header) {
    header.firstSeq = message.first_seq();
    header.lastSeq = message.last_seq();
    if (header.firstSeq == 0 || header.lastSeq < header.firstSeq || header.lastSeq > numberMax)
        return malformed("its sequence numbers are out of range");
    if (header.lastSeq - header.firstSeq >= limits::changesPerEnvelope)
        return fail(ErrorCode::TooLarge, "An envelope claims more changes than one may hold.");
    if (!take(message.content_id(), header.contentId)) return malformed("the content id has the wrong size");
    if (!takeHash(message.previous_content_id(), header.firstSeq > 1, header.previousContentId))
        return malformed("the previous content id does not fit the sequence number");
    return {};
}

Result<void> takePositions(const EnvelopeHeader& message, Header& header) {
    header.rosterPosition = message.roster_position();
    header.seenPosition = message.seen_position();
    if (header.rosterPosition > numberMax || header.seenPosition > numberMax)
        return malformed("a position is out of range");
    if (!takeHash(message.roster_hash(), header.rosterPosition > 0, header.rosterHash) ||
        !takeHash(message.seen_hash(), header.seenPosition > 0, header.seenHash))
        return malformed("a chain hash does not fit its position");
    return {};
}

}  // namespace

std::string encodeHeader(const Header& header) {
    EnvelopeHeader message;
    message.set_protocol(protocolVersion);
    message.set_region(toString(header.region.view()));
    message.set_space(toString(header.space.view()));
    message.set_epoch(header.epoch);
    message.set_device(toString(header.device.view()));
    message.set_incarnation(toString(header.incarnation.view()));
    message.set_first_seq(header.firstSeq);
    message.set_last_seq(header.lastSeq);
    message.set_content_id(toString(header.contentId.view()));
    if (header.firstSeq > 1) message.set_previous_content_id(toString(header.previousContentId.view()));
    for (const Dependency& dependency : header.dependencies) {
        auto* each = message.add_dependencies();
        each->set_actor(toString(dependency.actor.view()));
        each->set_seq(dependency.seq);
    }
    message.set_roster_position(header.rosterPosition);
    if (header.rosterPosition > 0) message.set_roster_hash(toString(header.rosterHash.view()));
    message.set_seen_position(header.seenPosition);
    if (header.seenPosition > 0) message.set_seen_hash(toString(header.seenHash.view()));
    return message.SerializeAsString();
}

Result<Header> decodeHeader(std::string_view bytes) {
    if (bytes.size() > headerBytesMax)
        return fail(ErrorCode::TooLarge, "An envelope's header is larger than allowed.");
    EnvelopeHeader message;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return malformed("it cannot be parsed");
    if (message.protocol() > protocolVersion)
        return fail(ErrorCode::UnsupportedVersion,
                    "A change was made by a newer version of Veldwijzer. It is safe; update to read it.");
    if (message.protocol() == 0) return malformed("it has no version");
    Header header;
    if (!take(message.region(), header.region) || !take(message.space(), header.space) ||
        !take(message.device(), header.device) || !take(message.incarnation(), header.incarnation))
        return malformed("an id has the wrong size");
    header.epoch = message.epoch();
    if (header.epoch == 0) return malformed("it has no epoch");
    for (auto* step : {takeSequence, takeDependencies, takePositions})
        if (auto done = step(message, header); !done) return done.error();
    return header;
}

Envelope signEnvelope(const Header& header, Bytes ciphertext, const SigningKey& key) {
    Envelope envelope;
    envelope.set_header(encodeHeader(header));
    envelope.set_ciphertext(toString(ciphertext));
    const Signature signature =
        key.sign(envelopePurpose, {viewOf(envelope.header()), viewOf(envelope.ciphertext())});
    envelope.set_signature(toString(signature.view()));
    return envelope;
}

Result<Header> openHeader(const Envelope& envelope) {
    if (envelope.ciphertext().size() > limits::envelopeSealedMax)
        return fail(ErrorCode::TooLarge, "An envelope is larger than allowed.");
    if (envelope.signature().size() != Signature::size) return malformed("the signature has the wrong size");
    return decodeHeader(envelope.header());
}

bool checkSignature(const Envelope& envelope, const SigningPublicKey& key) {
    const auto signature = Signature::from(viewOf(envelope.signature()));
    return signature && verify(key, *signature, envelopePurpose,
                               {viewOf(envelope.header()), viewOf(envelope.ciphertext())});
}

Hash nextLogHash(const Hash& previous, const LogEntry& entry) {
    const Envelope& envelope = entry.envelope();
    const auto position = numberBytes(std::uint64_t{entry.position()});
    const auto time = numberBytes(std::int64_t{entry.server_time_ms()});
    return hashOf(logPurpose, {previous.view(), position, time, viewOf(envelope.header()),
                               viewOf(envelope.ciphertext()), viewOf(envelope.signature())});
}

}  // namespace veldwijzer::wire

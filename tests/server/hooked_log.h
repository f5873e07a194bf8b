// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "log/log.h"

namespace veldwijzer::server::test {

/// A log that something happens to just before it appends.
class HookedLog final : public Log {
public:
    explicit HookedLog(Log& log) : log_(log) {}
    std::function<void()> beforeAppend;

    std::optional<Region> region() const override { return log_.region(); }
    void found(const Region& r, const ServerEpoch& e, const Bootstrap& b) override { log_.found(r, e, b); }
    ServerEpoch epoch() const override { return log_.epoch(); }
    void setEpoch(const ServerEpoch& e) override { log_.setEpoch(e); }
    void adopt(const Region& r, const ServerEpoch& e, const Hash& f) override { log_.adopt(r, e, f); }
    std::optional<Hash> rootFingerprint() const override { return log_.rootFingerprint(); }
    WallMs refillUntilMs() const override { return log_.refillUntilMs(); }
    void setRefillUntilMs(WallMs until) override { log_.setRefillUntilMs(until); }
    Bootstrap bootstrap() const override { return log_.bootstrap(); }
    void setBootstrap(const Bootstrap& b) override { log_.setBootstrap(b); }
    std::uint64_t rosterPosition() const override { return log_.rosterPosition(); }
    std::vector<std::string> rosterAfter(std::uint64_t p, std::size_t e, std::size_t b) const override {
        return log_.rosterAfter(p, e, b);
    }
    bool appendRoster(std::uint64_t p, std::span<const std::string> e) override {
        happen();
        return log_.appendRoster(p, e);
    }
    Result<AppendResult> append(std::uint64_t p, std::span<const Candidate> c, WallMs now) override {
        happen();
        return log_.append(p, c, now);
    }
    StoredPage read(const SpaceId& s, std::uint64_t p, std::size_t e, std::size_t b) const override {
        return log_.read(s, p, e, b);
    }
    std::optional<AppendOutcome> find(const SpaceId& s, const ActorId& a, std::uint64_t f,
                                      const Hash& c) const override {
        return log_.find(s, a, f, c);
    }
    ActorHead actorHead(const SpaceId& s, const ActorId& a) const override { return log_.actorHead(s, a); }
    std::vector<SpaceHead> spaces() const override { return log_.spaces(); }
    void setPublished(std::string_view n, const std::optional<std::string>& d) override {
        log_.setPublished(n, d);
    }
    std::optional<std::string> published(std::string_view n) const override { return log_.published(n); }
    std::vector<std::string> publishedNames() const override { return log_.publishedNames(); }
    std::vector<std::string> checkStorage() const override { return log_.checkStorage(); }
    void probe() const override { log_.probe(); }

private:
    void happen() const {
        if (beforeAppend) beforeAppend();
    }
    Log& log_;
};

}  // namespace veldwijzer::server::test

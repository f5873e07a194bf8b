// SPDX-License-Identifier: EUPL-1.2
#include "http/routes.h"

#include <httplib.h>

#include <cstring>

#include "base/text.h"
#include "http/authentication.h"
#include "http/guard.h"
#include "web/site.h"

namespace veldwijzer::server {
namespace {

constexpr const char* protobufType = "application/x-protobuf";

/// A whole request in memory, and the answer as it is written.
class MemoryStream final : public httplib::Stream {
public:
    explicit MemoryStream(const FrontDoor::Arrival& arrival) : arrival_(arrival) {}

    bool is_readable() const override { return at_ < arrival_.bytes.size(); }
    bool is_writable() const override { return true; }
    ssize_t read(char* target, size_t size) override {
        const std::size_t count = std::min(size, arrival_.bytes.size() - at_);
        std::memcpy(target, arrival_.bytes.data() + at_, count);
        at_ += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char* bytes, size_t size) override {
        out_.append(bytes, size);
        return static_cast<ssize_t>(size);
    }
    // From the socket: what a client says of itself in REMOTE_ADDR is never looked at.
    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        ip = arrival_.peerAddress;
        port = arrival_.peerPort;
    }
    void get_local_ip_and_port(std::string& ip, int& port) const override {
        ip.clear();
        port = 0;
    }
    socket_t socket() const override { return 0; }

    std::string takeOut() { return std::move(out_); }

private:
    const FrontDoor::Arrival& arrival_;
    std::size_t at_ = 0;
    std::string out_;
};

int statusOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::BadSignature:
        case ErrorCode::Replayed:
        case ErrorCode::ClockSkew:
            return 401;
        case ErrorCode::NotAMember:
        case ErrorCode::Forbidden:
        case ErrorCode::InvitationUnknown:
        case ErrorCode::InvitationExpired:
        case ErrorCode::InvitationUsed:
        case ErrorCode::InvitationRevoked:
            return 403;
        case ErrorCode::ChainBroken:
            return 409;
        case ErrorCode::NotFound:
            return 404;
        case ErrorCode::TooLarge:
            return 413;
        case ErrorCode::Busy:
            return 503;
        case ErrorCode::Storage:
        case ErrorCode::VaultDamaged:
        case ErrorCode::ServerError:
            return 500;
        default:
            return 400;
    }
}

bool fromThisMachine(const httplib::Request& request) {
    // Through the proxy every peer is this machine; the proxy says that it stands between.
    if (request.has_header("X-Forwarded-For") || request.has_header("X-Real-IP")) return false;
    const std::string& peer = request.remote_addr;
    return peer.starts_with("127.") || peer == "::1" || peer.starts_with("::ffff:127.");
}

void count(const wire::Outcome& outcome, AccessRecord& record) {
    switch (static_cast<wire::OutcomeStatus>(outcome.status())) {
        case wire::OutcomeStatus::Accepted:
            ++record.accepted;
            break;
        case wire::OutcomeStatus::Duplicate:
            ++record.duplicates;
            break;
        case wire::OutcomeStatus::RetryLater:
            ++record.later;
            break;
        case wire::OutcomeStatus::Rejected:
            ++record.rejected;
            break;
    }
}

}  // namespace

class Routes::Http final : public httplib::Server {
public:
    explicit Http(Context context)
        : context_(std::move(context)),
          authentication_(context_.service, context_.clock.wallMs()),
          site_(context_.log, context_.service) {
        set_payload_max_length(limits::bodyBytes);
        set_keep_alive_timeout(limits::silentProxyMs / 1000);
        set_pre_routing_handler(
            [this](const auto& request, auto& response) { return guard(request, response); });
        set_post_routing_handler([this](const auto& request, auto& response) { sign(request, response); });
        set_exception_handler([this](const auto&, auto& response, const std::exception_ptr& exception) {
            fault(response, exception);
        });
        Post("/v1/sync", [this](const auto& request, auto& response) { sync(request, response); });
        Post("/v1/join", [this](const auto& request, auto& response) { join(request, response); });
        Post("/v1/refill", [this](const auto& request, auto& response) { refill(request, response); });
        Put(R"(/v1/published/([a-z0-9.-]+))",
            [this](const auto& request, auto& response) { published(request, response, true); });
        Delete(R"(/v1/published/([a-z0-9.-]+))",
               [this](const auto& request, auto& response) { published(request, response, false); });
        Get(R"(/programma/[a-z0-9.-]+)",
            [this](const auto& request, auto& response) { page(request, response); });
        Get("/healthz", [this](const auto& request, auto& response) { local(request, response, "alive\n"); });
        Get("/readyz", [this](const auto& request, auto& response) {
            context_.log.probe();
            local(request, response, "ready\n");
        });
        Get("/metrics",
            [this](const auto& request, auto& response) { local(request, response, metricsText()); });
        warmUp();
    }

    FrontDoor::Answer answer(const FrontDoor::Arrival& arrival) {
        AccessRecord record;
        record_ = &record;
        record.route = "other";
        record.bytesIn = arrival.bytes.size();
        const std::int64_t start = context_.clock.steadyMs();
        MemoryStream stream(arrival);
        bool closed = !context_.keepAlive;
        const bool done = process_request(stream, closed, closed, nullptr);
        FrontDoor::Answer answer{stream.takeOut(), done && !closed};
        record.bytesOut = answer.bytes.size();
        record.tookMs = context_.clock.steadyMs() - start;
        note(record);
        record_ = nullptr;
        return answer;
    }

private:
    /// cpp-httplib makes its tables at the first request; better here than by several threads at once.
    void warmUp() {
        for (const char* request :
             {"GET /healthz HTTP/1.1\r\n\r\n", "POST /v1/join HTTP/1.1\r\nContent-Length: 1\r\n\r\nx"}) {
            AccessRecord unnoted;
            record_ = &unnoted;
            const FrontDoor::Arrival arrival{request, "127.0.0.1", 0};
            MemoryStream stream(arrival);
            bool closed = true;
            process_request(stream, closed, closed, nullptr);
        }
        record_ = nullptr;
    }

    // ------------------------------------------------------------ around the handlers

    HandlerResponse guard(const httplib::Request& request, httplib::Response& response) {
        if (request.path == "/v1/sync") record_->route = "sync";
        if (request.path == "/v1/join") record_->route = "join";
        if (request.path == "/v1/refill") record_->route = "refill";
        if (request.path.starts_with(Site::apiPrefix)) record_->route = "publish";
        if (request.path.starts_with(Site::pagePrefix)) record_->route = "page";
        const auto refusal = guardRequest(request);
        if (!refusal) return HandlerResponse::Unhandled;
        refuse(response, refusal->status, {refusal->reason, refusal->message});
        return HandlerResponse::Handled;
    }

    /// Over what was read of the request's body: for a request refused by its head alone that is nothing.
    void sign(const httplib::Request& request, httplib::Response& response) {
        record_->status = response.status;
        if (!request.path.starts_with("/v1/")) return;
        const Signature signature =
            signAnswer(context_.key, viewOf(request.body), response.status, viewOf(response.body));
        response.set_header("Veldwijzer-Server", toBase64Url(signature.view()));
    }

    void fault(httplib::Response& response, const std::exception_ptr& exception) {
        std::string what = "unknown";
        try {
            std::rethrow_exception(exception);
        } catch (const std::exception& known) {
            what = known.what();
        } catch (...) {  // NOLINT: cpp-httplib passes on whatever was thrown
        }
        refuse(
            response, 500,
            {ErrorCode::ServerError, "The server could not do this now. Nothing was taken over; try later."});
        record_->reason = what;  // for the server's own log only: it may name files
    }

    void refuse(httplib::Response& response, int status, const Error& error) {
        wire::ErrorResponse body;
        body.set_reason(std::string(errorName(error.code)));
        body.set_message(error.message);
        body.set_server_time_ms(context_.clock.wallMs());
        response.status = status;
        response.set_content(body.SerializeAsString(), protobufType);
        if (status == 503) response.set_header("Retry-After", "2");
        record_->reason = body.reason();
    }

    void note(const AccessRecord& record) {
        const std::string route = std::string("route=\"") + record.route + "\"";
        metrics_.add("veldwijzer_requests_total",
                     route + ",status=\"" + std::to_string(record.status) + "\"");
        metrics_.add("veldwijzer_request_milliseconds_total", route,
                     static_cast<std::uint64_t>(record.tookMs));
        const auto outcome = [&](const char* status, int number) {
            if (number > 0)
                metrics_.add("veldwijzer_outcomes_total", std::string("status=\"") + status + "\"",
                             static_cast<std::uint64_t>(number));
        };
        outcome("accepted", record.accepted);
        outcome("duplicate", record.duplicates);
        outcome("retry-later", record.later);
        outcome("rejected", record.rejected);
        metrics_.add("veldwijzer_entries_sent_total", {}, static_cast<std::uint64_t>(record.entriesSent));
        if (context_.journal) context_.journal(record);
    }

    // ------------------------------------------------------------ the handlers

    /// The device whose signature the request carries.
    Result<DeviceId> signedBy(const httplib::Request& request, WallMs now) {
        const std::size_t question = request.target.find('?');
        const RequestView view{request.method, std::string_view(request.target).substr(0, question),
                               question == std::string::npos
                                   ? std::string_view()
                                   : std::string_view(request.target).substr(question + 1),
                               viewOf(request.body), context_.service.serverId()};
        auto device = authentication_.check(request.get_header_value("Authorization"), view, now);
        if (device) record_->device = *device;
        return device;
    }

    void published(const httplib::Request& request, httplib::Response& response, bool put) {
        const auto device = signedBy(request, context_.clock.wallMs());
        if (!device) return refuse(response, statusOf(device.error().code), device.error());
        const std::string slug = request.matches[1];
        const auto done = put ? site_.publish(slug, request.body, *device) : site_.unpublish(slug, *device);
        if (!done) return refuse(response, statusOf(done.error().code), done.error());
        response.set_content("", protobufType);
    }

    void page(const httplib::Request& request, httplib::Response& response) {
        WebAnswer answer = site_.answer({.path = request.path,
                                         .search = request.get_param_value("zoek"),
                                         .view = request.get_param_value("weergave"),
                                         .ifNoneMatch = request.get_header_value("If-None-Match")},
                                        context_.clock.wallMs());
        response.status = answer.status;
        for (const auto& [name, value] : answer.headers)
            response.set_header(name, value);
        if (answer.status != 304) response.set_content(std::move(answer.body), answer.type.c_str());
    }

    void sync(const httplib::Request& request, httplib::Response& response) {
        const WallMs now = context_.clock.wallMs();
        const auto device = signedBy(request, now);
        if (!device) return refuse(response, statusOf(device.error().code), device.error());

        wire::SyncRequest message;
        if (!message.ParseFromString(request.body))
            return refuse(response, 400, {ErrorCode::Malformed, "The request cannot be read."});
        auto answer = context_.service.handle(message, *device, now);
        if (!answer) return refuse(response, statusOf(answer.error().code), answer.error());
        for (const wire::Outcome& outcome : answer->outcomes())
            count(outcome, *record_);
        for (const wire::Page& page : answer->pages())
            record_->entriesSent += page.entries_size();
        response.set_content(answer->SerializeAsString(), protobufType);
    }

    void join(const httplib::Request& request, httplib::Response& response) {
        wire::JoinRequest message;
        if (!message.ParseFromString(request.body))
            return refuse(response, 400, {ErrorCode::Malformed, "The request cannot be read."});
        const auto answer = context_.service.join(message, context_.clock.wallMs());
        if (!answer) return refuse(response, statusOf(answer.error().code), answer.error());
        if (answer->has_outcome()) {
            count(answer->outcome(), *record_);
            record_->reason = answer->outcome().reason();
        }
        response.set_content(answer->SerializeAsString(), protobufType);
    }

    void refill(const httplib::Request& request, httplib::Response& response) {
        wire::RefillRequest message;
        if (!message.ParseFromString(request.body))
            return refuse(response, 400, {ErrorCode::Malformed, "The request cannot be read."});
        const auto answer = context_.service.refill(message, context_.clock.wallMs());
        if (!answer) return refuse(response, statusOf(answer.error().code), answer.error());
        response.set_content(answer->SerializeAsString(), protobufType);
    }

    void local(const httplib::Request& request, httplib::Response& response, const std::string& text) {
        if (!fromThisMachine(request))
            return refuse(response, 404, {ErrorCode::NotFound, "There is nothing at this address."});
        response.set_content(text, "text/plain; version=0.0.4");
    }

    std::string metricsText() {
        std::string text = metrics_.text();
        text += metricLine("veldwijzer_membership_position", {}, context_.service.roster()->position());
        std::uint64_t entries = 0;
        for (const SpaceHead& head : context_.log.spaces())
            entries += head.position;
        text += metricLine("veldwijzer_log_entries", {}, entries);
        if (context_.moreMetrics) text += context_.moreMetrics();
        return text;
    }

    const Context context_;
    Authentication authentication_;
    Site site_;
    Metrics metrics_;
    /// Of the request that this thread is answering.
    static thread_local AccessRecord* record_;
};

thread_local AccessRecord* Routes::Http::record_ = nullptr;

Routes::Routes(Context context) : http_(std::make_unique<Http>(std::move(context))) {}
Routes::~Routes() = default;

FrontDoor::Answer Routes::answer(const FrontDoor::Arrival& arrival) {
    return http_->answer(arrival);
}

}  // namespace veldwijzer::server

// SPDX-License-Identifier: EUPL-1.2
#include "http/front_door.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/ensure.h"
#include "http/listening_socket.h"
#include "http/request_head.h"

namespace veldwijzer::server {
namespace {

constexpr int tickMs = 100;
constexpr std::size_t readStep = 16 * limits::kib;
// So that one fast sender, or a crowd at the door, leaves turns to the others.
constexpr int readsPerTurn = 16;
constexpr int acceptsPerTurn = 64;

std::string cannedAnswer(int status) {
    std::string line = "400 Bad Request";
    if (status == 408) line = "408 Request Timeout";
    if (status == 431) line = "431 Request Header Fields Too Large";
    if (status == 503) line = "503 Service Unavailable\r\nRetry-After: 2";
    return "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

/// Assigning an empty string would keep the buffer.
void release(std::string& text) {
    std::string().swap(text);
}

bool wouldBlock() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

struct FrontDoor::Connection {
    enum class Stage { Silent, Reading, Working, Sending, Lingering };

    explicit Connection(int socket) : fd(socket) {}
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { ::close(fd); }

    const int fd;
    Arrival arrival;
    std::size_t needed = 0;  ///< bytes of the whole request; 0 while its head is incomplete
    bool unread = false;     ///< the other side sent more than we read
    std::string out;
    std::size_t sent = 0;
    bool keepOpen = false;
    Stage stage = Stage::Silent;
    std::int64_t deadlineMs = 0;
};

FrontDoor::FrontDoor(Options options, const Clock& clock, Handler handler)
    : options_(std::move(options)), clock_(clock), handler_(std::move(handler)) {}

FrontDoor::~FrontDoor() {
    ENSURE(workers_.empty());
    for (const int fd : {listener_, epoll_, wakeUp_})
        if (fd >= 0) ::close(fd);
}

// ---------------------------------------------------------------- the loop

Result<int> FrontDoor::open() {
    const auto socket = listenOn(options_.host, options_.port);
    if (!socket) return socket.error();
    listener_ = socket->fd;
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    wakeUp_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    ENSURE(epoll_ >= 0 && wakeUp_ >= 0);
    for (const int fd : {listener_, wakeUp_}) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        ENSURE(::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) == 0);
    }
    return socket->port;
}

void FrontDoor::stop() {
    stop_ = true;
    wake();
}

void FrontDoor::wake() const {
    const std::uint64_t one = 1;
    static_cast<void>(!::write(wakeUp_, &one, sizeof one));
}

FrontDoor::Counts FrontDoor::counts() const {
    return {accepted_, refused_, timedOut_, evicted_, open_};
}

void FrontDoor::run() {
    for (std::size_t i = 0; i < limits::workers; ++i)
        workers_.emplace_back([this] { work(); });
    std::int64_t nextSweep = 0;
    std::array<epoll_event, 64> events{};
    do {
        const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), tickMs);
        for (int i = 0; i < count; ++i)
            attend(events.at(static_cast<std::size_t>(i)).data.fd);
        takeBack();
        if (clock_.steadyMs() >= nextSweep) {
            sweep();
            nextSweep = clock_.steadyMs() + tickMs;
        }
        open_ = connections_.size();
    } while (!stop_ || !finished());
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_)
        worker.join();
    workers_.clear();
    connections_.clear();
}

void FrontDoor::attend(int fd) {
    if (fd == wakeUp_) {
        std::uint64_t ignored = 0;
        static_cast<void>(!::read(wakeUp_, &ignored, sizeof ignored));
    } else if (fd == listener_) {
        acceptSome();
    } else if (const auto found = connections_.find(fd); found != connections_.end()) {
        if (found->second->stage == Connection::Stage::Sending)
            sendSome(*found->second);
        else
            readSome(*found->second);
    }
}

/// Stopping: nobody new, nobody who has not finished asking; true when every answer is out, or its time over.
bool FrontDoor::finished() {
    if (listener_ >= 0) {
        stopByMs_ = clock_.steadyMs() + limits::stopMs;
        ::close(std::exchange(listener_, -1));
    }
    closeSilent();
    const std::lock_guard lock(mutex_);
    if (!waiting_.empty() || working_ > 0 || !answered_.empty()) return false;
    return connections_.empty() || clock_.steadyMs() >= stopByMs_;
}

void FrontDoor::acceptSome() {
    for (int i = 0; i < acceptsPerTurn; ++i) {
        NoVisitor why{};
        auto visitor = acceptNext(listener_, why);
        if (!visitor) {
            // Out of descriptors somebody must go, or the listener would stay readable for ever.
            if (why == NoVisitor::NoDescriptors) makeRoom();
            return;
        }
        ++accepted_;
        if (connections_.size() >= limits::connections) makeRoom();
        auto connection = std::make_unique<Connection>(visitor->fd);
        connection->arrival.peerAddress = std::move(visitor->address);
        connection->arrival.peerPort = visitor->port;
        connection->deadlineMs = clock_.steadyMs() + limits::silentMs;
        watch(std::move(connection), EPOLLIN);
    }
}

/// The connection, or nothing when the system has no room to watch it: then it is closed.
FrontDoor::Connection* FrontDoor::watch(ConnectionPtr connection, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = connection->fd;
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, connection->fd, &event) != 0) return nullptr;
    const auto [place, added] = connections_.emplace(connection->fd, std::move(connection));
    ENSURE(added);
    return place->second.get();
}

// ---------------------------------------------------------------- a request arrives

void FrontDoor::readSome(Connection& connection) {
    const int fd = connection.fd;
    std::array<char, readStep> buffer;  // NOLINT: filled by recv
    for (int turn = 0; turn < readsPerTurn; ++turn) {
        const bool discard = connection.stage == Connection::Stage::Lingering;
        std::size_t want = buffer.size();
        if (!discard && connection.needed > 0)
            want = std::min(want, connection.needed - connection.arrival.bytes.size());
        const ssize_t got = ::recv(fd, buffer.data(), want, 0);
        if (got < 0 && wouldBlock()) return;
        if (got <= 0) return close(fd);
        if (discard) continue;
        if (connection.stage == Connection::Stage::Silent) {
            connection.stage = Connection::Stage::Reading;
            connection.deadlineMs = clock_.steadyMs() + limits::requestMs;
        }
        const auto size = static_cast<std::size_t>(got);
        const bool large = connection.arrival.bytes.size() + size > limits::smallRequestBytes;
        if (large && arrivingBytes_ + size > limits::arrivingBytes) return refuse(connection, 503);
        arrivingBytes_ += size;
        connection.arrival.bytes.append(buffer.data(), size);
        inspect(connection);
        if (connections_.find(fd) == connections_.end() || connection.stage != Connection::Stage::Reading)
            return;
    }
}

/// May hand the connection over, or close it.
void FrontDoor::inspect(Connection& connection) {
    if (connection.needed == 0) {
        const HeadResult result = readHead(connection.arrival.bytes);
        if (result.refusal != 0) return refuse(connection, result.refusal);
        if (!result.head) return;
        connection.needed = result.head->headBytes + result.head->bodyBytes;
        connection.unread = result.head->bodyWithheld;
        if (connection.arrival.bytes.size() > connection.needed) {
            // More than one request at a time is nothing that an honest client or the proxy does.
            connection.unread = true;
            arrivingBytes_ -= connection.arrival.bytes.size() - connection.needed;
            connection.arrival.bytes.resize(connection.needed);
        }
    }
    if (connection.arrival.bytes.size() == connection.needed) handOver(connection.fd);
}

void FrontDoor::handOver(int fd) {
    const auto found = connections_.find(fd);
    Connection& connection = *found->second;
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < limits::waitingRequests) {
            arrivingBytes_ -= connection.arrival.bytes.size();
            connection.stage = Connection::Stage::Working;
            ::epoll_ctl(epoll_, EPOLL_CTL_DEL, fd, nullptr);
            waiting_.push_back(std::move(found->second));
            connections_.erase(found);
            changed_.notify_one();
            return;
        }
    }
    refuse(connection, 503);
}

void FrontDoor::refuse(Connection& connection, int status) {
    ++refused_;
    arrivingBytes_ -= connection.arrival.bytes.size();
    release(connection.arrival.bytes);
    connection.out = cannedAnswer(status);
    connection.sent = 0;
    connection.keepOpen = false;
    connection.unread = true;
    connection.stage = Connection::Stage::Sending;
    connection.deadlineMs = clock_.steadyMs() + limits::lingerMs;
    sendSome(connection);
}

// ---------------------------------------------------------------- the answer leaves

void FrontDoor::takeBack() {
    std::vector<ConnectionPtr> answered;
    {
        const std::lock_guard lock(mutex_);
        answered.swap(answered_);
    }
    for (ConnectionPtr& each : answered) {
        each->stage = Connection::Stage::Sending;
        each->deadlineMs = clock_.steadyMs() + limits::requestMs;
        if (Connection* connection = watch(std::move(each), EPOLLOUT)) sendSome(*connection);
    }
}

void FrontDoor::sendSome(Connection& connection) {
    while (connection.sent < connection.out.size()) {
        const ssize_t sent = ::send(connection.fd, connection.out.data() + connection.sent,
                                    connection.out.size() - connection.sent, MSG_NOSIGNAL);
        if (sent < 0 && wouldBlock()) {
            epoll_event event{};
            event.events = EPOLLOUT;
            event.data.fd = connection.fd;
            ::epoll_ctl(epoll_, EPOLL_CTL_MOD, connection.fd, &event);
            return;
        }
        if (sent <= 0) return close(connection.fd);
        connection.sent += static_cast<std::size_t>(sent);
    }
    finish(connection);
}

/// The answer is out: the connection waits for the next request, lingers or closes.
void FrontDoor::finish(Connection& connection) {
    release(connection.out);
    connection.sent = 0;
    connection.needed = 0;
    if (connection.keepOpen && !connection.unread && !stop_) {
        connection.stage = Connection::Stage::Silent;
        connection.deadlineMs = clock_.steadyMs() + limits::silentProxyMs;
    } else if (connection.unread) {
        // Closing with unread bytes resets the connection, and the other side may never see the answer.
        ::shutdown(connection.fd, SHUT_WR);
        connection.stage = Connection::Stage::Lingering;
        connection.deadlineMs = clock_.steadyMs() + limits::lingerMs;
    } else {
        return close(connection.fd);
    }
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = connection.fd;
    ::epoll_ctl(epoll_, EPOLL_CTL_MOD, connection.fd, &event);
}

// ---------------------------------------------------------------- closing

void FrontDoor::close(int fd) {
    const auto found = connections_.find(fd);
    if (found == connections_.end()) return;
    arrivingBytes_ -= found->second->arrival.bytes.size();
    connections_.erase(found);
}

/// The one that would time out first has kept us waiting longest.
void FrontDoor::makeRoom() {
    const auto oldest = std::min_element(
        connections_.begin(), connections_.end(),
        [](const auto& a, const auto& b) { return a.second->deadlineMs < b.second->deadlineMs; });
    if (oldest == connections_.end()) return;
    ++evicted_;
    close(oldest->first);
}

void FrontDoor::sweep() {
    const std::int64_t now = clock_.steadyMs();
    std::vector<int> late;
    for (const auto& [fd, connection] : connections_)
        if (connection->deadlineMs <= now) late.push_back(fd);
    for (const int fd : late) {
        Connection& connection = *connections_.at(fd);
        if (connection.stage == Connection::Stage::Reading) {
            ++timedOut_;
            refuse(connection, 408);
        } else {
            close(fd);
        }
    }
}

void FrontDoor::closeSilent() {
    std::vector<int> silent;
    for (const auto& [fd, connection] : connections_)
        if (connection->stage != Connection::Stage::Sending) silent.push_back(fd);
    for (const int fd : silent)
        close(fd);
}

// ---------------------------------------------------------------- the workers

/// The first that waits and fits into what may be worked on at once: small requests pass a large one that
/// has to wait for another large one.
FrontDoor::ConnectionPtr FrontDoor::takeWaiting() {
    const auto fits = [&](const ConnectionPtr& each) {
        return working_ == 0 || workingBytes_ + each->arrival.bytes.size() <= limits::workingBytes;
    };
    const auto found = std::find_if(waiting_.begin(), waiting_.end(), fits);
    if (found == waiting_.end()) return nullptr;
    ConnectionPtr connection = std::move(*found);
    waiting_.erase(found);
    return connection;
}

void FrontDoor::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        ConnectionPtr connection;
        changed_.wait(lock, [&] { return (connection = takeWaiting()) != nullptr || closing_; });
        if (!connection) return;
        const std::size_t size = connection->arrival.bytes.size();
        working_ += 1;
        workingBytes_ += size;
        lock.unlock();

        Answer answer = handler_(connection->arrival);
        release(connection->arrival.bytes);
        connection->out = std::move(answer.bytes);
        connection->keepOpen = answer.keepOpen && options_.keepAlive;

        lock.lock();
        working_ -= 1;
        workingBytes_ -= size;
        answered_.push_back(std::move(connection));
        changed_.notify_all();
        wake();
    }
}

}  // namespace veldwijzer::server

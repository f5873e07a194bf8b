// SPDX-License-Identifier: EUPL-1.2
#include "cli/passphrase.h"

#include <fcntl.h>
#include <sodium.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/limits.h"

namespace veldwijzer::cli {
namespace {

volatile std::sig_atomic_t interruptedBy = 0;
void noteInterrupt(int signal) {
    interruptedBy = signal;
}

/// The terminal without echo, put back whatever happens, Ctrl-C included.
class Silence {
public:
    explicit Silence(int terminal) : terminal_(terminal) {
        interruptedBy = 0;
        struct sigaction action {};
        action.sa_handler = noteInterrupt;  // no SA_RESTART: read() must return
        sigaction(SIGINT, &action, &oldInterrupt_);
        sigaction(SIGTERM, &action, &oldTerminate_);
        termios silent{};
        if (tcgetattr(terminal_, &before_) != 0) return;
        known_ = true;
        silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(terminal_, TCSAFLUSH, &silent);
    }
    ~Silence() {
        if (known_) tcsetattr(terminal_, TCSAFLUSH, &before_);
        sigaction(SIGINT, &oldInterrupt_, nullptr);
        sigaction(SIGTERM, &oldTerminate_, nullptr);
        if (interruptedBy != 0) std::raise(interruptedBy);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    int terminal_;
    bool known_ = false;
    termios before_{};
    struct sigaction oldInterrupt_ {};
    struct sigaction oldTerminate_ {};
};

void say(int terminal, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(terminal, text.data(), text.size());
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// One line from `fd`, without its end. Byte by byte, so that nothing of it stays in a buffer of ours.
Result<Passphrase> readLine(int fd) {
    Passphrase result;
    for (;;) {
        char character = 0;
        const ssize_t got = ::read(fd, &character, 1);
        if (got < 0 && errno == EINTR && interruptedBy == 0) continue;
        if (got < 0) return fail(ErrorCode::Storage, "The passphrase could not be read.");
        if (got == 0 || character == '\n') break;
        if (!result.add(character)) return fail(ErrorCode::TooLarge, "The passphrase is too long.");
    }
    return result;
}

/// A file made with Windows ends its lines with CR LF.
Result<Passphrase> withoutCarriageReturn(Result<Passphrase> line) {
    if (!line || !line->view().ends_with('\r')) return line;
    Passphrase shorter;
    shorter.add(line->view().substr(0, line->view().size() - 1));
    return shorter;
}

Result<Passphrase> fromFile(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(ErrorCode::NotFound,
                    "The passphrase file " + path + " can't be opened: " + std::strerror(errno) + ".");
    Result<Passphrase> line = withoutCarriageReturn(readLine(fd));
    ::close(fd);
    if (!line && line.error().code == ErrorCode::Storage)
        return fail(ErrorCode::Storage, "The passphrase could not be read from " + path +
                                            ". Give a file whose first line is the passphrase.");
    return line;
}

Result<Passphrase> fromVariable(char* value) {
    Passphrase result;
    const bool fits = result.add(std::string_view(value));
    sodium_memzero(value, std::strlen(value));  // else it could be read in /proc for as long as we run
    if (!fits) return fail(ErrorCode::TooLarge, "The passphrase in the environment is too long.");
    return result;
}

Result<Passphrase> fromTerminal(int terminal, std::string_view prompt) {
    say(terminal, prompt);
    Result<Passphrase> line = [&] {
        const Silence silence(terminal);
        return readLine(terminal);
    }();
    say(terminal, "\n");
    return line;
}

}  // namespace

Passphrase::Passphrase() {
    // More than the small string inside the object can hold, so that moving moves and never copies.
    text_.reserve(limits::passphraseMaxBytes);
}
Passphrase::~Passphrase() {
    wipe();
}
Passphrase::Passphrase(Passphrase&& other) noexcept : text_(std::move(other.text_)) {
    other.text_.clear();
}
Passphrase& Passphrase::operator=(Passphrase&& other) noexcept {
    if (this != &other) {
        wipe();
        text_ = std::move(other.text_);
        other.text_.clear();
    }
    return *this;
}
void Passphrase::wipe() noexcept {
    sodium_memzero(text_.data(), text_.size());
}
bool Passphrase::add(char character) {
    if (text_.size() >= limits::passphraseMaxBytes) return false;
    text_ += character;
    return true;
}
bool Passphrase::add(std::string_view text) {
    if (text.size() > limits::passphraseMaxBytes - text_.size()) return false;
    text_ += text;
    return true;
}

bool isAsked(const PassphraseSource& source) {
    return source.file.empty() && std::getenv(source.variable) == nullptr;
}

Result<Passphrase> readPassphrase(const PassphraseSource& source, std::string_view prompt) {
    if (!source.file.empty()) return fromFile(source.file);
    if (char* value = std::getenv(source.variable)) return fromVariable(value);
    const int terminal = isatty(STDIN_FILENO) ? ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY) : -1;
    if (terminal < 0) {
        return fail(ErrorCode::InvalidArgument, "No passphrase: give " + std::string(source.fileOption) +
                                                    " FILE or set " + source.variable +
                                                    ", or run this at a terminal.");
    }
    Result<Passphrase> line = fromTerminal(terminal, prompt);
    ::close(terminal);
    return line;
}

}  // namespace veldwijzer::cli

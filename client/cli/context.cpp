// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "cli/display.h"

namespace veldwijzer::cli {
namespace {

constexpr const char* passphraseVariable = "VELDWIJZER_PASSPHRASE";
constexpr const char* kdfVariable = "VELDWIJZER_KDF";

void printJson(const Json& document) {
    // JSON escapes only the lowest control characters. A terminal obeys more of them, so there everything
    // that isn't ASCII is escaped; a pipe gets the text as it is.
    const bool asciiOnly = isatty(STDOUT_FILENO) != 0;
    std::cout << document.dump(2, ' ', asciiOnly, Json::error_handler_t::replace) << '\n';
}

}  // namespace

PassphraseSource Context::source() const {
    return {globals_.passphraseFile, passphraseVariable, "--passphrase-file"};
}

Result<Passphrase> Context::passphrase() const {
    return readPassphrase(source(), "Passphrase: ");
}

vault::KdfCost Context::kdfCost() const {
    const char* wish = std::getenv(kdfVariable);
    if (wish != nullptr && std::string_view(wish) == "floor") return vault::kdfFloor;
    return vault::calibrate(clock_);
}

Result<std::unique_ptr<session::Session>> Context::open(session::Rollback rollback) {
    const auto secret = passphrase();
    if (!secret) return secret.error();
    return openWith(*secret, rollback);
}

Result<std::unique_ptr<session::Session>> Context::openWith(const Passphrase& secret,
                                                            session::Rollback rollback) {
    auto opened = session::Session::open(globals_.vault, secret.view(), environment(), rollback);
    if (opened)
        for (const std::string& notice : (*opened)->notices())
            note("note: " + notice + ".");
    return opened;
}

Result<std::unique_ptr<session::Session>> Context::openOrCreate() {
    const auto secret = passphrase();
    if (!secret) return secret.error();
    auto opened = openWith(*secret);
    if (opened || opened.error().code != ErrorCode::VaultMissing) return opened;

    if (isAsked(source())) {
        const auto again = readPassphrase(source(), "A new vault. The same passphrase again: ");
        if (!again) return again.error();
        if (!(*again == *secret)) {
            return fail(ErrorCode::InvalidArgument,
                        "The two passphrases differ. Nothing was made; try again.");
        }
    }
    return session::Session::create(globals_.vault, secret->view(), kdfCost(), environment());
}

void Context::answer(const Json& document, const std::function<void(std::ostream&)>& print) const {
    if (json()) {
        printJson(document);
    } else {
        print(std::cout);
    }
}

void Context::keepSearchUp(session::Session& session) const {
    std::cout.flush();
    try {
        session.keepSearchUp();
    } catch (const StorageError&) {
        // A search does without an index where it must.
    }
}

void Context::note(std::string_view message) const {
    std::cerr << harmless(message, Lines::Keep) << std::endl;
}

ExitCode Context::failure(const Error& error, Json document) const {
    reportError(json(), errorName(error.code), error.message, std::move(document));
    return exitCodeFor(error.code);
}

void reportError(bool json, std::string_view name, std::string_view message, Json document) {
    std::cerr << "veldwijzer-cli: " << harmless(message, Lines::Keep) << " [" << name << "]" << std::endl;
    if (!json) return;
    document["error"] = {{"code", name}, {"message", message}};
    printJson(document);
}

}  // namespace veldwijzer::cli

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/passphrase.h"
#include "session/helper_thread.h"
#include "session/session.h"
#include "vault/vault.h"

namespace veldwijzer::cli {

/// Members stay in the order in which they are written here and in the documentation.
using Json = nlohmann::ordered_json;

/// Options that every command takes.
struct Globals {
    std::string vault;
    std::string passphraseFile;
    bool json = false;
};

/// What a command works with: the options, the vault, and the two ways to answer. With --json exactly one
/// document goes to stdout and everything else to stderr.
class Context {
public:
    explicit Context(const Globals& globals) : globals_(globals) {}

    // ---- the vault
    [[nodiscard]] Result<Passphrase> passphrase() const;
    Result<std::unique_ptr<session::Session>> open(session::Rollback rollback = session::Rollback::Refuse);
    Result<std::unique_ptr<session::Session>> openWith(
        const Passphrase& secret, session::Rollback rollback = session::Rollback::Refuse);
    /// Opens the vault, or makes it when there is none.
    Result<std::unique_ptr<session::Session>> openOrCreate();
    /// About a second of work for this device; the floor when VELDWIJZER_KDF=floor, for scripts and tests.
    [[nodiscard]] vault::KdfCost kdfCost() const;
    [[nodiscard]] const Clock& clock() const { return clock_; }

    // ---- answers
    [[nodiscard]] bool json() const { return globals_.json; }
    /// With --json the document, else what `print` writes to stdout.
    void answer(const Json& document, const std::function<void(std::ostream&)>& print) const;
    /// After the answer, so that the next search finds the index up to date; what fails there costs that
    /// search time and nothing else.
    void keepSearchUp(session::Session& session) const;
    /// A line for the person, on stderr.
    void note(std::string_view message) const;
    /// The message on stderr; with --json also `document` with an "error" member on stdout.
    [[nodiscard]] ExitCode failure(const Error& error, Json document = Json::object()) const;

private:
    [[nodiscard]] session::Environment environment() { return {clock_, random_, helper_}; }
    [[nodiscard]] PassphraseSource source() const;

    Globals globals_;
    SystemClock clock_;
    SystemRandom random_;
    session::HelperThread helper_;
};

/// An Error that comes back from a command is reported as `Context::failure` does.
using Command = std::function<Result<ExitCode>(Context&)>;

/// stderr: `veldwijzer-cli: <message> [<name>]`; with `json` also the document with its "error" on stdout.
void reportError(bool json, std::string_view name, std::string_view message, Json document = Json::object());

}  // namespace veldwijzer::cli

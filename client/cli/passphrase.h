// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace veldwijzer::cli {

/// Text that is wiped when it goes.
class Passphrase {
public:
    Passphrase();
    ~Passphrase();
    Passphrase(Passphrase&& other) noexcept;
    Passphrase& operator=(Passphrase&& other) noexcept;

    [[nodiscard]] std::string_view view() const { return text_; }
    /// False when it would pass limits::passphraseMaxBytes: growing would leave a copy behind.
    bool add(char character);
    bool add(std::string_view text);
    bool operator==(const Passphrase& other) const { return text_ == other.text_; }

private:
    void wipe() noexcept;
    std::string text_;
};

/// Where a passphrase may come from, in this order.
struct PassphraseSource {
    std::string file;                ///< its first line; empty: none
    const char* variable = nullptr;  ///< of the environment; wiped there once read
    std::string_view fileOption;     ///< for messages
};

/// InvalidArgument when there is no source and no terminal to ask at.
[[nodiscard]] Result<Passphrase> readPassphrase(const PassphraseSource& source, std::string_view prompt);
/// Whether it would be asked of a person, who may mistype it: then ask twice for a new one.
[[nodiscard]] bool isAsked(const PassphraseSource& source);

}  // namespace veldwijzer::cli

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace veldwijzer::exchange {

struct PlainText {
    std::string text;
    bool hadHtml = false;
    bool hadMarkdown = false;
    [[nodiscard]] bool changed() const { return hadHtml || hadMarkdown; }
};

enum class Markup { Html, HtmlAndMarkdown };

/// What a person reads when HTML or Markdown is taken away: paragraphs, list items ("- "), link texts with
/// their address behind them; scripts, styles and comments go. Text without markup comes back byte for byte,
/// trailing spaces too. Cautious: "leeftijd < 18", "5 * 3" and "snake_case" are not markup. Linear time.
PlainText plainText(std::string_view source, Markup markup = Markup::HtmlAndMarkdown);

}  // namespace veldwijzer::exchange

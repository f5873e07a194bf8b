// SPDX-License-Identifier: EUPL-1.2
#include "exchange/plain_text.h"

#include "exchange/html_text.h"
#include "exchange/markdown_text.h"

namespace veldwijzer::exchange {
namespace {

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Taking markup away leaves holes: no spaces at the ends of lines, one empty line at most, none at the ends.
std::string tidied(std::string_view text) {
    std::string out;
    std::size_t lineBreaks = 0;
    bool space = false;
    for (const char c : text) {
        if (c == '\n') {
            ++lineBreaks;
        } else if (isSpace(c)) {
            space = true;
        } else {
            if (!out.empty() && lineBreaks > 0) out.append(lineBreaks > 1 ? "\n\n" : "\n");
            if (!out.empty() && lineBreaks == 0 && space) out.push_back(' ');
            out.push_back(c);
            lineBreaks = 0;
            space = false;
        }
    }
    return out;
}

}  // namespace

PlainText plainText(std::string_view source, Markup markup) {
    PlainText result;
    result.text = withoutHtml(source);
    result.hadHtml = result.text != source;
    if (markup == Markup::HtmlAndMarkdown) {
        std::string text = withoutMarkdown(result.text);
        result.hadMarkdown = text != result.text;
        result.text = std::move(text);
    }
    if (result.changed()) result.text = tidied(result.text);
    return result;
}

}  // namespace veldwijzer::exchange

// SPDX-License-Identifier: EUPL-1.2
#include "exchange/file_kind.h"
#include "exchange/frab_reading.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

/// Objects and lists inside each other: what follows walks the tree with a function that calls itself.
bool isTooDeep(std::string_view text) {
    std::size_t depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limits::programmeDepth) return true;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

Result<Node> jsonAsNode(std::string_view bytes, const std::string& fileName) {
    if (isTooDeep(bytes))
        return fail(ErrorCode::TooLarge, fileName + " has more than " +
                                             std::to_string(limits::programmeDepth) +
                                             " lists and objects inside each other. Nothing was imported.");
    auto node = parseNode(bytes);
    if (!node)
        return fail(node.error().code,
                    fileName + " cannot be read: " + node.error().message + " Nothing was imported.");
    return node;
}

}  // namespace

Result<void> readFrab(std::string_view file, const std::string& fileName, ImportSink& sink) {
    if (file.size() > limits::programmeFileBytes)
        return fail(ErrorCode::TooLarge, fileName + " is too large for a programme. Nothing was imported.");
    const std::string bytes = asUtf8(file, fileName, sink);
    const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
    const char first = begin == std::string_view::npos ? '\0' : bytes[begin];
    if (first != '{' && first != '<') {
        const std::string kind = nameOfFile(std::string_view(bytes).substr(0, 4096));
        return fail(ErrorCode::InvalidArgument,
                    fileName + (kind.empty() ? " is no frab schedule" : " seems to be " + kind) +
                        "; frab is JSON or XML with a schedule in it. Nothing was imported.");
    }
    sink.progress(0, bytes.size());
    const auto root = first == '<' ? frabXmlAsNode(bytes) : jsonAsNode(bytes, fileName);
    if (!root) return root.error();
    auto read = FrabReading(fileName, sink).read(*root);
    if (read) sink.progress(bytes.size(), bytes.size());
    return read;
}

}  // namespace veldwijzer::exchange

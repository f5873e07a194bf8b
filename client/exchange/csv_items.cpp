// SPDX-License-Identifier: EUPL-1.2
#include "exchange/csv_items.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "exchange/csv_rows.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_upgrade.h"
#include "exchange/hsds_vocabulary.h"
#include "exchange/json_repair.h"
#include "merge/names.h"

namespace veldwijzer::exchange {
namespace {

std::string trimmed(const std::string& text) {
    const std::size_t start = text.find_first_not_of(" \t");
    if (start == std::string::npos) return {};
    return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

}  // namespace

std::string CsvItems::text(CsvCell& cell) {
    if (!isUtf8(cell.text)) {
        repairEncoding(cell.text);
        if (!std::exchange(toldEncoding_, true))
            report_.add("From here on there are bytes that are not UTF-8.",
                        "Read as Windows-1252, which such files mostly are.");
    }
    return std::move(cell.text);
}

void CsvItems::header(std::vector<CsvCell>& cells) {
    hasHeader_ = true;
    for (CsvCell& cell : cells) {
        std::string name = trimmed(text(cell));
        if (name.empty()) name = "column " + std::to_string(columns_.size() + 1);
        columns_.push_back(std::move(name));
    }
    const std::string_view old = kindOfOldTable(table_, columns_);
    kind_ = old.empty() ? std::string(kindOfTable(table_)) : std::string(old);
    if (!kind_.empty()) return;
    // Our own export of a kind that HSDS has no table for.
    if (std::find(columns_.begin(), columns_.end(), kindMember) != columns_.end()) {
        kind_ = kindMember;
        return;
    }
    Node names;
    names.type = Node::Type::Object;
    for (const std::string& column : columns_)
        names.children.emplace_back().key = column;
    kind_ = guessKind(names);
    if (kind_.empty() || (names.member("id") == nullptr && names.member("name") == nullptr))
        kind_.clear();
    else
        report_.add("The file's name is none of HSDS' tables.",
                    "Read as a table of kind " + kind_ + ", by its columns.");
}

void CsvItems::row(std::uint64_t, std::vector<CsvCell>& cells) {
    if (!hasHeader_) return header(cells);
    if (kind_.empty()) return;
    report_.setRow(++row_);
    Node item;
    item.type = Node::Type::Object;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].bytes == 0) continue;
        const std::string column = i < columns_.size() ? columns_[i] : "column " + std::to_string(i + 1);
        if (cells[i].bytes > limits::hsdsRawTextBytes) {
            Node& node = item.children.emplace_back();
            node.type = Node::Type::Elided;
            node.key = column;
            node.integer = static_cast<std::int64_t>(cells[i].bytes);
            continue;
        }
        if (std::optional<Node> node = nodeOfCell(kind_, column, text(cells[i])))
            item.children.push_back(std::move(*node));
    }
    if (cells.size() > columns_.size())
        report_.add("This row has " + std::to_string(cells.size()) + " cells; the header has " +
                        std::to_string(columns_.size()) + ".",
                    "Those beyond the header are kept under the number of their column.");
    if (item.children.empty()) return;
    if (upgradeRow(table_, item) && !std::exchange(toldOld_, true))
        report_.add("This table is of HSDS 2.0 or 1.x.",
                    "Read in the words of 3.x, as a table of kind " + kind_ + ".");
    if (kind_ != kindMember) return items_.take(kind_, item);
    const Node* said = item.member(kindMember);
    if (said != nullptr && merge::isName(said->text)) return items_.take(said->text, item);
    items_.damage(row_, "This row does not say its kind.", "Not imported.");
}

void CsvItems::damage(std::uint64_t, std::string problem, std::string action) {
    report_.setRow(row_ + 1);
    items_.damage(row_ + 1, std::move(problem), std::move(action));
}

}  // namespace veldwijzer::exchange

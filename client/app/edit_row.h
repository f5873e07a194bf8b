// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "domain/taxonomies.h"
#include "session/session.h"

namespace veldwijzer::app {

/// One field on a form, with what it said when the form was opened and what it says now.
struct EditRow {
    enum class Input {
        Line,
        Lines,
        Number,
        Email,
        Url,
        Date,
        Time,
        YesNo,
        Choice,
        Choices,
        Words,
        Reference
    };
    QString field;
    QString label;
    Input input = Input::Line;
    QString value, initial;         ///< of one value; "" is empty
    QStringList elements, before;   ///< of a set
    QStringList codes, codeLabels;  ///< to choose from
    QString refersTo;               ///< kind; "" any
    QString shown;                  ///< title of what `value` refers to
    QString error;

    [[nodiscard]] bool set() const { return input == Input::Choices || input == Input::Words; }
    [[nodiscard]] bool changed() const { return set() ? elements != before : value != initial; }
};

struct EditChildren {
    QString field;
    QString label;
    QString kind;
    std::vector<std::pair<QString, QString>> items;  ///< record, title
};

struct EditForm {
    QString kind;
    QString title;
    bool gone = false;
    std::vector<EditRow> rows;
    std::vector<EditChildren> children;
};

/// The form of a record, or an empty one of a kind (`id` zero). NotFound. Store thread.
[[nodiscard]] Result<EditForm> readForm(const session::Session& session, const RecordId& id,
                                        const std::string& kind, const domain::Taxonomies& taxonomies);

/// What is wrong with what was typed, in Dutch; empty when nothing is.
[[nodiscard]] QString whyWrong(const std::string& kind, const EditRow& row);

struct SaveResult {
    RecordId record;
    /// Fields that somebody else changed since the form was opened, and what they say now: nothing was
    /// written.
    std::vector<std::pair<QString, QString>> overtaken;
};
/// Writes only what changed, in one transaction. A new record (`id` zero) is hung into `parentField` of
/// `parent` when that is not zero. Store thread.
[[nodiscard]] Result<SaveResult> saveForm(session::Session& session, const RecordId& id,
                                          const std::string& kind, const std::vector<EditRow>& rows,
                                          const RecordId& parent, const std::string& parentField);

}  // namespace veldwijzer::app

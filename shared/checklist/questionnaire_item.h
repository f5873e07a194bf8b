// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include "checklist/questionnaire.h"

/// Reading one item of a template. Not for other rooms.
namespace veldwijzer::checklist {

using Json = nlohmann::json;

[[nodiscard]] std::string textAt(const Json& object, const char* member);
[[nodiscard]] bool flagAt(const Json& object, const char* member);
/// The element when it is an array; else an empty one.
[[nodiscard]] const Json& listAt(const Json& object, const char* member);

/// The lists of answers that a template carries itself: its contained ValueSets and CodeSystems.
class ContainedLists {
public:
    explicit ContainedLists(const Json& questionnaire);
    /// "#id", or an url with or without "|version"; null when it is not there or does not list its codes.
    [[nodiscard]] const std::vector<Option>* find(std::string_view valueSet) const;

private:
    std::map<std::string, std::vector<Option>, std::less<>> lists_;
};

/// All but where it stands among others.
[[nodiscard]] Item itemFrom(const Json& json, const ContainedLists& lists, std::vector<std::string>& remarks);

}  // namespace veldwijzer::checklist

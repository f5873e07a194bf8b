// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QUrl>
#include <optional>

#include "app/detail_reading.h"
#include "app/record_reading.h"

/// Private to the files that read a detail.
namespace veldwijzer::app::detail {

struct Sources {
    const Reading& reading;
    const store::StoredRecord& record;
    std::optional<store::StoredRecord> organization;
    std::optional<session::ServiceNow> now;  ///< of a service
    WallMs at = 0;
    const domain::Taxonomies& taxonomies;

    [[nodiscard]] QString words(std::string_view field) const { return reading.words(record, field); }
};

/// "tel:+31…" of what a person reads as a number; empty when there is no digit in it.
[[nodiscard]] QString callUrl(const QString& number);
/// With a scheme; empty for what is no web address. Only what opens a page, never what runs something.
[[nodiscard]] QString webUrl(const QString& typed);
[[nodiscard]] QString routeUrl(double latitude, double longitude);
[[nodiscard]] QString routeUrl(const QString& address);

}  // namespace veldwijzer::app::detail

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QVariantMap>
#include <memory>

#include "domain/taxonomies.h"
#include "session/session.h"

namespace veldwijzer::app {

/// Everything that a page about a service (or another record) shows, in words; made on the store thread.
///
/// Keys: kind, title, otherName, organization, organizationId, description, status, alert, deleted, pending,
/// conflict, openState (OpenState), openText, hours [{day, text, today}], hourNotes [], phones [{number,
/// note, url}], emails [{text, url}], sites [{text, url}], routeUrl, eligibility [], referral, referrals (1,
/// 0, -1), referralsText, wait, cost [], languages, documents [], locations [{name, address, travel, access
/// [], url, routeUrl}], hiddenLocations (how many are not here), contacts [{name, role, phones [], email,
/// url, availability, lived}], agreements [{name, law, basis, task, responsibility, authority, text, review,
/// reviewDue}], interventions [{name, text, url, level}], tags [{facet, labels}], assured, assuredBy, stale,
/// assurable, remarks [{id, words, by, mine, at}], more [{label, value}]. NotFound.
[[nodiscard]] Result<QVariantMap> readDetail(const session::Session& session, const RecordId& id, WallMs at,
                                             const domain::Taxonomies& taxonomies);

/// The parts of it, in files of their own. `record` is the one that is read.
namespace detail {

struct Sources;
void addContact(const Sources& from, QVariantMap& to);
void addHours(const Sources& from, QVariantMap& to);
void addPlaces(const Sources& from, QVariantMap& to);
void addPeople(const Sources& from, QVariantMap& to);
void addPromises(const Sources& from, QVariantMap& to);

}  // namespace detail
}  // namespace veldwijzer::app

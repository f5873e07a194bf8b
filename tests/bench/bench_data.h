// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "store/types.h"

namespace veldwijzer::bench {

/// Fields of a made-up service: about 1 KiB of text in 20 fields, lengths and skew as in a real social map.
inline constexpr std::array<const char*, 20> fieldNames{"name",
                                                        "alternate_name",
                                                        "description",
                                                        "url",
                                                        "email",
                                                        "status",
                                                        "application_process",
                                                        "fees_description",
                                                        "eligibility_description",
                                                        "minimum_age",
                                                        "maximum_age",
                                                        "assured_date",
                                                        "assurer_email",
                                                        "alert",
                                                        "interpretation_services",
                                                        "accreditations",
                                                        "licenses",
                                                        "wait_time",
                                                        "last_modified",
                                                        "source_id"};

struct Service {
    std::array<std::string, fieldNames.size()> values;
};
struct Edit {
    std::size_t service = 0;
    std::size_t field = 0;
    std::string value;
};

/// The same seed gives the same bytes.
std::vector<Service> makeServices(std::size_t count, std::uint64_t seed);
/// The record of the service with this number.
RecordId idOfService(std::size_t index);
/// What makes records of them.
std::vector<store::RecordEdit> creating(const std::vector<Service>& services);
/// Distinct (service, field) pairs as far as they go.
std::vector<Edit> makeEdits(std::size_t count, std::size_t services, std::uint64_t seed);

}  // namespace veldwijzer::bench

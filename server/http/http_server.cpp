// SPDX-License-Identifier: EUPL-1.2
#include "http/http_server.h"

namespace veldwijzer::server {
namespace {

std::string doorMetrics(const FrontDoor::Counts& counts) {
    return metricLine("veldwijzer_connections_open", {}, counts.open) +
           metricLine("veldwijzer_connections_total", {}, counts.accepted) +
           metricLine("veldwijzer_door_refused_total", {}, counts.refused) +
           metricLine("veldwijzer_door_timed_out_total", {}, counts.timedOut) +
           metricLine("veldwijzer_door_evicted_total", {}, counts.evicted);
}

}  // namespace

HttpServer::HttpServer(Options options, Routes::Context context)
    : routes_([&] {
          context.keepAlive = options.behindProxy;
          context.moreMetrics = [this, more = std::move(context.moreMetrics)] {
              return doorMetrics(door_.counts()) + (more ? more() : std::string());
          };
          return std::move(context);
      }()),
      door_({options.host, options.port, options.behindProxy}, context.clock,
            [this](const FrontDoor::Arrival& arrival) { return routes_.answer(arrival); }) {}

bool isLoopback(const std::string& host) {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

}  // namespace veldwijzer::server

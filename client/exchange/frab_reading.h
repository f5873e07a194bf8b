// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "exchange/frab_members.h"
#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

namespace veldwijzer::exchange {

/// Makes records of a schedule in the shape of frab's JSON. Private to the programme files.
class FrabReading {
public:
    FrabReading(std::string file, ImportSink& sink) : file_(std::move(file)), sink_(sink) {}

    /// Once. `root` is the whole file. InvalidArgument when there is no schedule in it.
    Result<void> read(const Node& root);

private:
    using Records = std::map<RecordId, IncomingRecord>;
    struct Place {
        std::string room;
        std::string date;      ///< of the day
        std::string dayStart;  ///< "2026-11-26T09:00:00+01:00"; may be empty
        bool cancelled = false;
    };

    void readEvent(const Node& root, const Node& schedule, const Node& conference);
    void readNamed(const Node& conference, const char* list, const char* kind);
    void readDays(const Node& conference);
    void readRoomsOfDay(const Node& rooms, const Place& place, Node& roomNames);
    void readSessions(const Node& list, const Place& place);
    void readSession(const Node& object, const Place& place);
    void readTimes(const Node& object, const Place& place, IncomingRecord& session);
    void readPersons(const Node& object, IncomingRecord& session);
    RecordId readPerson(const Node& person, const IncomingRecord& session, std::size_t index);
    RecordId sessionId(const Node& object, const std::string& room, IncomingRecord& session);
    RecordId roomNamed(const std::string& name);
    RecordId trackNamed(const std::string& name);
    RecordId named(const char* kind, const std::string& name, Records& records,
                   std::map<std::string, RecordId>& ids);
    void applyExactly(const Node& schedule);
    void handOut();
    void complain(std::string problem, std::string action);
    [[nodiscard]] Complain complainer() {
        return [this](std::string problem, std::string action) {
            complain(std::move(problem), std::move(action));
        };
    }

    std::string file_;
    ImportSink& sink_;
    std::uint64_t row_ = 0;
    std::uint64_t problems_ = 0;
    std::string eventKey_;
    IncomingRecord event_;
    std::map<std::string, RecordId> roomIds_, trackIds_;
    std::set<std::string> guids_;
    Records rooms_, tracks_, speakers_, sessions_;
};

/// The XML form as the same tree. Malformed with what the parser stumbled over; TooLarge.
Result<Node> frabXmlAsNode(std::string_view bytes);

}  // namespace veldwijzer::exchange

// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>
#include <random>

#include "merge/make.h"
#include "session/sign_ups.h"
#include "simulation/device.h"
#include "simulation/server_door.h"

// Forty attendees and twelve places, half of them offline for a while, signing up and off in any order while
// a coordinator changes the number of places. An oracle knows in which order the server took what; it looks
// at nothing that the program under test keeps.

using namespace veldwijzer;
using namespace veldwijzer::simulation;
using State = domain::Place::State;

namespace {

constexpr std::size_t attendees = 40;
constexpr std::int64_t placesAtFirst = 12;

class Hall {
public:
    explicit Hall(std::uint64_t seed)
        : random_(seed), door_(nowMs_, FoundedRegion::crowd()), session_(test::recordId(77)) {
        const FoundedRegion& region = FoundedRegion::crowd();
        for (const FoundedRegion::Person& person : region.people())
            devices_.emplace_back(person.name, person, copyOf(*person.vault), nowMs_, random_(), region);
        offline_.assign(devices_.size(), false);
        for (std::size_t i = firstAttendee; i < devices_.size(); ++i)
            offline_[i] = random_() % 2 == 0;
        asked_.resize(devices_.size());
        told_.resize(devices_.size());
        setPlaces(placesAtFirst);
        for (std::size_t i = 0; i < devices_.size(); ++i)
            sync(i);
    }

    void live(int deeds) {
        for (int i = 0; i < deeds; ++i) {
            nowMs_ += 1000 + static_cast<std::int64_t>(random_() % 20'000);
            const std::uint64_t kind = random_() % 100;
            const std::size_t attendee = firstAttendee + random_() % attendees;
            if (kind < 55) {
                changeMind(attendee);
            } else if (kind < 60) {
                offline_[attendee] = !offline_[attendee];
            } else if (kind < 63) {
                setPlaces(6 + static_cast<std::int64_t>(random_() % 14));
            } else if (kind < 80) {
                sync(random_() % 2);  // the coordinator, or the editor
            }
            if (!offline_[attendee] && random_() % 2 == 0) sync(attendee);
        }
    }

    /// Everybody back online, until nothing moves any more.
    void settle() {
        std::fill(offline_.begin(), offline_.end(), false);
        for (int round = 0; round < 3; ++round)
            for (std::size_t i = devices_.size(); i-- > 0;)
                sync(i);
    }

    void judge() {
        const Bytes list = domain::encode(desk(0).listOf(session_));
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            INFO(devices_[i].name());
            REQUIRE(domain::encode(desk(i).listOf(session_)) == list);
            REQUIRE(desk(i).capacityOf(session_) == places_);
        }
        REQUIRE(desk(0).listOf(session_).tickets.size() == order_.size());
        for (std::size_t i = firstAttendee; i < devices_.size(); ++i) {
            INFO(devices_[i].name());
            REQUIRE(desk(i).standingOf(session_).place == placeByOracle(i));
        }
    }

private:
    static constexpr std::size_t firstAttendee = 2;

    session::SignUpDesk desk(std::size_t device) {
        Device& each = devices_[device];
        return session::SignUpDesk({each.store(), each.keeper().roster(), each.person().identity,
                                    FoundedRegion::crowd().region().id, each.random()});
    }

    domain::Place placeByOracle(std::size_t attendee) const {
        const auto at = std::find(order_.begin(), order_.end(), attendee);
        if (at == order_.end()) return {};
        const auto number = static_cast<std::size_t>(at - order_.begin()) + 1;
        const auto places = static_cast<std::size_t>(places_);
        if (number <= places) return {State::Confirmed, number};
        return {State::Queued, number - places};
    }

    void setPlaces(std::int64_t places) {
        const SpaceId programme =
            roster::regionSpace(FoundedRegion::crowd().region().id, roster::SpaceType::Programme);
        std::vector<store::FieldEdit> edits{{merge::Action::Assign, "capacity", merge::Value(places)}};
        if (places_ < 0)
            edits.push_back({merge::Action::Assign, "title", merge::Value(std::string("Signaleren"))});
        const store::RecordEdit edit{session_, "session", edits};
        REQUIRE(devices_[0].store().write(programme, std::span(&edit, 1)));
        places_ = places;
    }

    void changeMind(std::size_t attendee) {
        const bool in = asked_[attendee].empty()
                            ? std::find(order_.begin(), order_.end(), attendee) != order_.end()
                            : asked_[attendee].back();
        if (in && random_() % 3 != 0) return;  // most stay
        REQUIRE((in ? desk(attendee).signOff(session_) : desk(attendee).signUp(session_, "Iemand")));
        asked_[attendee].push_back(!in);
        if (in) told_[attendee] = {};  // gave it back: nobody took it
    }

    void sync(std::size_t device) {
        Device& each = devices_[device];
        for (int more = 0; more < 3; ++more) {
            each.engine().wake();
            while (const auto request = each.engine().nextRequest()) {
                each.engine().received(door_.answer(*request));
                if (each.engine().progress().complete) break;
            }
            REQUIRE(each.engine().progress().complete);
            if (!desk(device).keepLists()) break;
        }
        for (const bool in : asked_[device]) {
            std::erase(order_, device);
            if (in) order_.push_back(device);
        }
        asked_[device].clear();
        if (device >= firstAttendee) tell(device);
    }

    /// What the person reads, held against what they read before.
    void tell(std::size_t attendee) {
        session::SignUpDesk own = desk(attendee);
        const session::Standing now = own.standingOf(session_);
        Told& before = told_[attendee];
        if (before.confirmed && now.place.state != State::Confirmed) {
            INFO(devices_[attendee].name());
            // Only a lower number of places takes it, and then they hear so.
            REQUIRE(now.place.state == State::Queued);
            REQUIRE(now.news == domain::PlaceNews::CapacityLowered);
            REQUIRE(*now.capacity < before.places);
        }
        if (now.place.state == State::Confirmed)
            REQUIRE(std::find(order_.begin(), order_.end(), attendee) != order_.end());
        before = {now.place.state == State::Confirmed, now.capacity.value_or(0)};
        own.noteTold(now);
    }

    struct Told {
        bool confirmed = false;
        std::int64_t places = 0;
    };

    std::int64_t nowMs_ = 0;
    std::mt19937_64 random_;
    ServerDoor door_;
    RecordId session_;
    std::deque<Device> devices_;
    std::vector<bool> offline_;
    std::vector<std::vector<bool>> asked_;  ///< in or out, not at the server yet
    std::vector<std::size_t> order_;        ///< the oracle's: who signed up, as the server took it
    std::vector<Told> told_;
    std::int64_t places_ = -1;
};

}  // namespace

TEST_CASE("Forty attendees, twelve places: everybody sees the same, and nobody loses what they were promised",
          "[simulation][sign-ups]") {
    const std::uint64_t seed = test::seedOf("sign-ups");
    for (std::size_t run = 0; run < test::runsOf(25); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run);
        Hall hall(seed + run);
        for (int part = 0; part < 3; ++part) {
            hall.live(120);
            hall.settle();
            hall.judge();
        }
    }
}

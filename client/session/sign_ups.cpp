// SPDX-License-Identifier: EUPL-1.2
#include "session/sign_ups.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/text.h"
#include "domain/programme.h"
#include "sealing/box.h"
#include "store/own_records.h"

namespace veldwijzer::session {
namespace {

using domain::Ticket;
using merge::Action;

constexpr std::size_t atATime = 1000;
/// Names are padded to one of these, so that their length says little.
constexpr std::size_t nameRoom = 64;

bool isPresent(const store::StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

std::optional<RecordId> sessionIn(const merge::Record& record) {
    const merge::Value* value = merge::shownValue(record, "session_id");
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

RecordId seedOf(const RecordId& session) {
    return idOf<RecordId>("veldwijzer sign-up", {session.view()});
}

/// The half of the id that says which session it is for: so a member has one sign-up for each.
bool isFor(const RecordId& signUp, const RecordId& session) {
    const RecordId seed = seedOf(session);
    constexpr std::size_t half = RecordId::size / 2;
    return std::equal(signUp.bytes.begin() + half, signUp.bytes.end(), seed.bytes.begin() + half);
}

std::string toldSetting(const RecordId& session) {
    return "told-place." + toHex(session.view());
}

Bytes padded(std::string_view name) {
    Bytes bytes = toBytes(viewOf(name));
    bytes.resize((bytes.size() / nameRoom + 1) * nameRoom, 0);
    return bytes;
}

std::string unpadded(ByteView bytes) {
    std::string text = toString(bytes);
    text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

/// state, number, whether there is a capacity, capacity
std::string toldText(const Standing& standing) {
    return std::to_string(static_cast<int>(standing.place.state)) + " " +
           std::to_string(standing.place.number) + " " +
           (standing.capacity ? std::to_string(*standing.capacity) : "-");
}

struct Told {
    domain::Place place;
    std::optional<std::int64_t> capacity;
};

Told toldFrom(ByteView bytes) {
    Told told;
    const std::string text = toString(bytes);
    const std::size_t first = text.find(' ');
    const std::size_t second = first == std::string::npos ? first : text.find(' ', first + 1);
    if (second == std::string::npos) return told;
    told.place.state = static_cast<domain::Place::State>(std::atoi(text.c_str()));
    told.place.number = static_cast<std::size_t>(std::atoll(text.c_str() + first + 1));
    if (text[second + 1] != '-') told.capacity = std::atoll(text.c_str() + second + 1);
    return told;
}

}  // namespace

RecordId SignUpDesk::signUpId(const MemberId& member, const RecordId& session) {
    return store::ownRecordId(member, seedOf(session));
}

RecordId SignUpDesk::listId(const RecordId& session) {
    return idOf<RecordId>("veldwijzer sign-up list", {session.view()});
}

SpaceId SignUpDesk::space(roster::SpaceType type) const {
    return roster::regionSpace(ground_.region, type);
}

std::vector<Ticket> SignUpDesk::ticketsOf(const merge::Record& signUp) const {
    std::vector<Ticket> tickets;
    for (const merge::Value* element : merge::elementsOf(signUp, "tickets"))
        if (const auto* bytes = std::get_if<Bytes>(element))
            if (const auto ticket = Ticket::from(*bytes)) tickets.push_back(*ticket);
    return tickets;
}

Result<void> SignUpDesk::signUp(const RecordId& session, std::string_view name) {
    const auto stored = ground_.store.find(session);
    if (!stored || stored->record.kind != "session" || stored->space != space(roster::SpaceType::Programme))
        return fail(ErrorCode::NotFound, "there is no session with this id on this device");
    if (!isPresent(*stored) || domain::isCancelled(stored->record))
        return fail(ErrorCode::InvalidArgument,
                    "this session was cancelled; there is nothing to sign up for");
    const SpaceId participation = space(roster::SpaceType::Participation);
    if (auto allowed = ground_.roster.mayWrite(ground_.identity.device(), participation); !allowed)
        return allowed;
    const RecordId id = signUpId(ground_.identity.member, session);
    const auto mine = ground_.store.find(id);
    if (mine && isPresent(*mine) && !ticketsOf(mine->record).empty()) return {};
    const auto ticket = ground_.random.id<Ticket>();
    store::RecordEdit edit{.record = id, .kind = "sign-up", .edits = {}};
    if (mine && !isPresent(*mine)) edit.edits.push_back({Action::Restore, "", std::nullopt});
    edit.edits.push_back({Action::Assign, "session_id", merge::Value(session)});
    edit.edits.push_back({Action::Add, "tickets", merge::Value(toBytes(ticket.view()))});
    if (mine)
        for (const merge::Value* old : merge::elementsOf(mine->record, "sealed_names"))
            edit.edits.push_back({Action::Remove, "sealed_names", *old});
    if (!name.empty())
        for (Bytes& sealed : sealedNames(name, id))
            edit.edits.push_back({Action::Add, "sealed_names", merge::Value(std::move(sealed))});
    auto written = ground_.store.write(participation, std::span(&edit, 1));
    if (!written) return written.error();
    return {};
}

Result<void> SignUpDesk::signOff(const RecordId& session) {
    const RecordId id = signUpId(ground_.identity.member, session);
    const auto mine = ground_.store.find(id);
    if (!mine || !isPresent(*mine)) return {};
    // The tickets go and the record stays: only so does the log tell, for ever, when the place came free.
    store::RecordEdit edit{.record = id, .kind = "sign-up", .edits = {}};
    for (const char* field : {"tickets", "sealed_names"})
        for (const merge::Value* element : merge::elementsOf(mine->record, field))
            edit.edits.push_back({Action::Remove, field, *element});
    if (edit.edits.empty()) return {};
    auto written = ground_.store.write(mine->space, std::span(&edit, 1));
    if (!written) return written.error();
    // Who gave a place back lost none: signing up again begins anew.
    ground_.store.setSetting(toldSetting(session), {});
    return {};
}

domain::SignUpList SignUpDesk::listOf(const RecordId& session) const {
    const auto stored = ground_.store.find(listId(session));
    if (!stored || stored->space != space(roster::SpaceType::Programme)) return {};
    const merge::Value* order = merge::shownValue(stored->record, "order");
    const auto* bytes = order != nullptr ? std::get_if<Bytes>(order) : nullptr;
    auto list = bytes != nullptr ? domain::decodeSignUpList(*bytes)
                                 : Result<domain::SignUpList>(domain::SignUpList{});
    return list ? std::move(*list) : domain::SignUpList{};
}

std::optional<std::int64_t> SignUpDesk::capacityOf(const RecordId& session) const {
    const auto stored = ground_.store.find(session);
    if (!stored) return std::nullopt;
    const merge::Value* value =
        merge::shownValue(stored->record, "capacity", ground_.store.clampedTime(stored->space));
    const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

Standing SignUpDesk::standingOf(const RecordId& session) const {
    Standing standing{.session = session, .place = {}, .capacity = capacityOf(session)};
    const domain::SignUpList list = listOf(session);
    standing.signedUp = list.tickets.size();
    if (const auto mine = ground_.store.find(signUpId(ground_.identity.member, session));
        mine && isPresent(*mine))
        standing.place = domain::placeOf(list, ticketsOf(mine->record), standing.capacity, !mine->pending);
    if (const auto bytes = ground_.store.setting(toldSetting(session))) {
        const Told told = toldFrom(*bytes);
        standing.news = domain::newsBetween(told.place, standing.place, told.capacity, standing.capacity);
    } else if (standing.place.state == domain::Place::State::Confirmed) {
        standing.news = domain::PlaceNews::GotPlace;
    }
    return standing;
}

std::vector<Standing> SignUpDesk::standings() const {
    std::vector<Standing> all;
    for (const auto& [signUp, session] : allSignUps())
        if (store::isOwnRecord(signUp, ground_.identity.member)) {
            Standing standing = standingOf(session);
            if (standing.place.state != domain::Place::State::None) all.push_back(standing);
        }
    return all;
}

void SignUpDesk::noteTold(const Standing& standing) {
    const std::string told = toldText(standing);
    const auto before = ground_.store.setting(toldSetting(standing.session));
    if (!before || toString(*before) != told)
        ground_.store.setSetting(toldSetting(standing.session), viewOf(told));
}

std::vector<std::pair<RecordId, RecordId>> SignUpDesk::allSignUps() const {
    std::vector<std::pair<RecordId, RecordId>> found;
    const SpaceId participation = space(roster::SpaceType::Participation);
    for (std::size_t offset = 0;; offset += atATime) {
        const auto page =
            ground_.store.list({.kind = "sign-up", .facets = {}, .offset = offset, .limit = atATime});
        for (const store::ListRow& row : page.rows) {
            const auto stored = ground_.store.find(row.id);
            if (!stored || stored->space != participation) continue;
            const auto session = sessionIn(stored->record);
            if (session && isFor(row.id, *session)) found.emplace_back(row.id, *session);
        }
        if (page.rows.size() < atATime) return found;
    }
}

std::optional<domain::LogPlace> SignUpDesk::placeOf(const merge::OperationId& operation) const {
    const auto position = ground_.store.logPositionOf(space(roster::SpaceType::Participation), operation);
    if (!position) return std::nullopt;
    return domain::LogPlace{*position, operation.seq, operation.index};
}

void SignUpDesk::addLives(const RecordId& signUp, std::vector<domain::TicketLife>& lives) const {
    for (const store::HistoryEntry& entry : ground_.store.history(signUp)) {
        if (entry.field != "tickets" || entry.operation.action != Action::Add || !entry.operation.value)
            continue;
        const auto* bytes = std::get_if<Bytes>(&*entry.operation.value);
        const auto ticket = bytes != nullptr ? Ticket::from(*bytes) : std::nullopt;
        // What the log does not hold yet, as far as it was read here, has no place; nor does a sign-off.
        const auto since = placeOf(entry.operation.id);
        if (!ticket || !since) continue;
        lives.push_back(
            {signUp, *ticket, *since, entry.replacedBy ? placeOf(*entry.replacedBy) : std::nullopt});
    }
}

bool SignUpDesk::keepLists() {
    const SpaceId participation = space(roster::SpaceType::Participation);
    const SpaceId programme = space(roster::SpaceType::Programme);
    const DeviceId device = ground_.identity.device();
    if (!ground_.roster.mayRead(device, participation) || !ground_.roster.mayWrite(device, programme))
        return false;
    const auto row = ground_.store.space(participation);
    if (!row) return false;
    constexpr std::string_view doneSetting = "sign-up-lists-through";
    const std::string position = std::to_string(row->position);
    const auto done = ground_.store.setting(doneSetting);
    if (done && toString(*done) == position) return false;
    std::map<RecordId, std::vector<domain::TicketLife>> bySession;
    for (const auto& [signUp, session] : allSignUps())
        addLives(signUp, bySession[session]);
    std::vector<store::RecordEdit> edits;
    for (const auto& [session, lives] : bySession) {
        const domain::SignUpList list = domain::listOf(lives);
        const domain::SignUpList published = listOf(session);
        if (list.through == 0 || list.through <= published.through) continue;
        edits.push_back({listId(session),
                         "sign-up-list",
                         {{Action::Assign, "session_id", merge::Value(session)},
                          {Action::Maximum, "order", merge::Value(domain::encode(list))}}});
    }
    bool wrote = false;
    ground_.store.transact([&] {
        if (!edits.empty()) wrote = ground_.store.writeBulk(programme, edits).ok();
        ground_.store.setSetting(doneSetting, viewOf(position));
    });
    return wrote;
}

std::vector<Bytes> SignUpDesk::sealedNames(std::string_view name, const RecordId& signUp) const {
    std::vector<Bytes> sealed;
    for (const auto& [id, device] : ground_.roster.devices()) {
        const roster::Member* member = ground_.roster.member(device.member);
        const bool reads = member != nullptr && !member->removed && !device.removed &&
                           member->role == roster::Role::Coordinator;
        if (!reads) continue;
        SealingKey key;
        ground_.random.fill(key.mutableView());
        Bytes bytes = toBytes(id.view());
        append(bytes, sealKeyTo(device.boxKey, key));
        append(bytes, seal(key, padded(name), signUp.view(), ground_.random).bytes);
        sealed.push_back(std::move(bytes));
    }
    return sealed;
}

std::string SignUpDesk::nameIn(const merge::Record& signUp) const {
    const DeviceId device = ground_.identity.device();
    for (const merge::Value* element : merge::elementsOf(signUp, "sealed_names")) {
        const auto* bytes = std::get_if<Bytes>(element);
        if (bytes == nullptr || bytes->size() < DeviceId::size + sealedKeySize) continue;
        const ByteView all = *bytes;
        if (DeviceId::from(all.first(DeviceId::size)) != device) continue;
        const auto key = ground_.identity.box.openKey(all.subspan(DeviceId::size, sealedKeySize));
        if (!key) continue;
        const auto plain = unseal(*key, all.subspan(DeviceId::size + sealedKeySize), signUp.id.view());
        if (plain) return unpadded(plain->view());
    }
    return {};
}

Result<std::vector<Attendee>> SignUpDesk::attendees(const RecordId& session) const {
    const roster::Member* me = ground_.roster.member(ground_.identity.member);
    if (me == nullptr || me->role != roster::Role::Coordinator)
        return fail(ErrorCode::Forbidden, "who signed up is for coordinators; others see how many there are");
    const domain::SignUpList list = listOf(session);
    const auto capacity = capacityOf(session);
    std::vector<Attendee> all;
    for (const auto& [signUp, wanted] : allSignUps()) {
        if (wanted != session) continue;
        const auto stored = ground_.store.find(signUp);
        const auto tickets = ticketsOf(stored->record);
        if (tickets.empty()) continue;
        all.push_back(
            {signUp, nameIn(stored->record), domain::placeOf(list, tickets, capacity, !stored->pending)});
    }
    const auto rank = [](const Attendee& each) {
        const auto state = each.place.state;
        const int group = state == domain::Place::State::Confirmed ? 0
                          : state == domain::Place::State::Queued  ? 1
                                                                   : 2;
        return std::tuple(group, each.place.number, each.name, each.signUp);
    };
    std::sort(all.begin(), all.end(),
              [&](const Attendee& a, const Attendee& b) { return rank(a) < rank(b); });
    return all;
}

}  // namespace veldwijzer::session
